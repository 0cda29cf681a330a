// Spectral's rules for OpenAPI. An example in XML is the text of an element, and the rule of media types wants the object that it
// stands for: it looks at JSON alone. The build reads both forms, by rules of its own.
import { oas } from '@stoplight/spectral-rulesets';

const rule = oas.rules['oas3-valid-media-example'];

export default {
    extends: oas,
    rules: {
        'oas3-valid-media-example': {
            ...rule,
            given: rule.given.map((path) => path.replace('$..content..[?(', '$..content[?(@property.match(/json$/) && ')),
        },
    },
};
