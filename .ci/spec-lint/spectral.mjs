// Spectral's rules for OpenAPI. Its rule for examples expects an object, but an XML example is text, so the rule is limited to
// JSON. The tests of the build check the examples in both formats.
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
