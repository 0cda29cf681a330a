// An example in XML is the text of an element, and Redocly's rule of media types wants the object that it stands for: it sees none.
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
