// An XML example is text, but Redocly's rule for media types expects an object. This removes the XML examples before the rules run.
export default function xmlIsText() {
    const leaveOut = () => ({
        MediaTypesMap(content, { resolve }) {
            for (const name of Object.keys(content).filter((mediaType) => mediaType.endsWith('xml'))) {
                for (const example of Object.values(content[name].examples ?? {})) {
                    const resolved = example.$ref ? resolve(example).node : example;
                    delete resolved?.value;
                }
            }
        },
    });
    return { id: 'xml-is-text', preprocessors: { oas3: { 'leave-out': leaveOut } } };
}
