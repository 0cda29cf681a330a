package io.github.partnercenter4j.conformance.gates

import static io.github.partnercenter4j.conformance.gates.SpecMutation.removed
import static io.github.partnercenter4j.conformance.gates.SpecMutation.set

import io.swagger.v3.core.util.Yaml

/** A mutation for each rule of Spectral and Redocly that an OpenAPI 3.0 document can violate. */
class LintMutations {
    private static final String PATH = '/paths/~1customers~1{customer_id}~1orders~1{order_id}~1provisioningstatus'
    private static final String GET = PATH + '/get'
    private static final String NEW = '/components/schemas/Fault/properties/added'
    private static final String VARIABLE = '/servers/0/variables/version'
    private static final String SAME_PARAMETER = '[{$ref: "#/components/parameters/order_id"}, {$ref: "#/components/parameters/order_id"}]'
    private static final String SAME_TAG = '[{name: Orders, description: One.}, {name: Orders, description: Two.}]'
    private static final String CALLBACK = '{other: {"https://other.example.org": {post: {responses: {"200": {description: Called.}}, callbacks: '

    static final Map<String, SpecMutation> SPECTRAL = [
            'array-items'                          : set('a list of anything', NEW, '{type: array}'),
            'duplicated-entry-in-enum'             : set('a value twice', NEW, '{type: string, enum: [a, a]}'),
            'info-contact'                         : removed('nobody to ask', '/info/contact'),
            'info-description'                     : removed('no description', '/info/description'),
            'invalid-ref'                          : set('a reference into nothing', GET + '/responses/404/$ref', '"#/components/responses/Nowhere"'),
            'no-$ref-siblings'                     : set('a description that nobody sees', GET + '/responses/404/description', 'Not found.'),
            'no-eval-in-markdown'                  : set('a text that runs', '/info/description', 'Or eval("1").'),
            'no-script-tags-in-markdown'           : set('a text that runs', '/info/description', 'Or <script>alert(1)</script>.'),
            'oas3-api-servers'                     : removed('no servers', '/servers'),
            'oas3-callbacks-in-callbacks'          : set('a callback within another', GET + '/callbacks', CALLBACK + CALLBACK + '{} }}}} }}}}'),
            'oas3-examples-value-or-externalValue' : set('an example in two places', '/components/examples/NotFoundJson/externalValue', 'https://example.org'),
            'oas3-operation-security-defined'      : set('an unknown security', GET + '/security', '[{other: []}]'),
            'oas3-schema'                          : removed('no title', '/info/title'),
            'oas3-server-trailing-slash'           : set('a slash too many', '/servers/0/url', 'https://api.partnercenter.microsoft.com/v{version}/'),
            'oas3-server-variables'                : removed('a server without its variable', VARIABLE),
            'oas3-unused-component'                : set('a schema of nothing', '/components/schemas/Unused', '{type: string}'),
            'oas3-valid-media-example'             : set('a number that is a word', '/components/examples/EverythingJson/value/totalCount', 'two'),
            'oas3-valid-schema-example'            : set('a number that is a word', NEW, '{type: integer, example: two}'),
            'openapi-tags-uniqueness'              : set('a tag twice', '/tags', SAME_TAG),
            'operation-description'                : removed('no description', GET + '/description'),
            'operation-operationId'                : removed('no id', GET + '/operationId'),
            'operation-operationId-unique'         : set('the id of another', '/paths/~1other', '{get: {operationId: getProvisioningStatus}}'),
            'operation-operationId-valid-in-url'   : set('an id of two words', GET + '/operationId', 'get status'),
            'operation-parameters'                 : set('a parameter twice', GET + '/parameters', SAME_PARAMETER),
            'operation-success-response'           : removed('no success', GET + '/responses/200'),
            'operation-tag-defined'                : set('an unknown tag', GET + '/tags', '[Others]'),
            'operation-tags'                       : removed('no tag', GET + '/tags'),
            'path-declarations-must-exist'         : set('a part without a name', '/paths/~1orders~1{}', '{}'),
            'path-keys-no-trailing-slash'          : set('a slash too many', '/paths/~1orders~1', '{}'),
            'path-not-include-query'               : set('a query in a path', '/paths/~1orders?size=1', '{}'),
            'path-params'                          : set('no parameter for a part of the path', GET + '/parameters', '[]'),
            'typed-enum'                           : set('a number that is a word', NEW, '{type: integer, enum: [two]}'),
    ]

    static final Map<String, SpecMutation> REDOCLY = [
            'info-license'                            : removed('no license', '/info/license'),
            'info-license-strict'                     : removed('no text of the license', '/info/license/url'),
            'no-ambiguous-paths'                      : set('a path for both', '/paths/~1customers~1mine~1{kind}~1{order}~1provisioningstatus', '{}'),
            'no-duplicated-enum-values'               : set('a value twice', NEW, '{type: string, enum: [a, a]}'),
            'no-duplicated-tag-names'                 : set('a tag twice', '/tags', SAME_TAG),
            'no-empty-servers'                        : set('no servers', '/servers', '[]'),
            'no-enum-type-mismatch'                   : set('a number that is a word', NEW, '{type: integer, enum: [two]}'),
            'no-example-value-and-externalValue'      : set('an example in two places', '/components/examples/NotFoundJson/externalValue', 'https://example.org'),
            'no-identical-paths'                      : set('the path again', PATH.replace('customer_id', 'customer'), '{}'),
            'no-illogical-composition-keywords'       : set('a choice of one', NEW, '{oneOf: [{type: string}]}'),
            'no-invalid-media-type-examples'          : set('a number that is a word', '/components/examples/EverythingJson/value/totalCount', 'two'),
            'no-invalid-parameter-examples'           : set('a word that is a number', '/components/parameters/order_id/example', '7'),
            'no-invalid-schema-examples'              : set('a number that is a word', NEW, '{type: integer, example: two}'),
            'no-path-trailing-slash'                  : set('a slash too many', '/paths/~1orders~1', '{}'),
            'no-required-schema-properties-undefined' : set('an unknown property', '/components/schemas/Fault/required', '[unknown]'),
            'no-schema-type-mismatch'                 : set('a text of items', NEW, '{type: string, items: {type: string}}'),
            'no-server-example.com'                   : set('a server of nobody', '/servers/0/url', 'https://example.com/v{version}'),
            'no-server-trailing-slash'                : set('a slash too many', '/servers/0/url', 'https://api.partnercenter.microsoft.com/v{version}/'),
            'no-server-variables-empty-enum'          : set('no version to choose', VARIABLE + '/enum', '[]'),
            'no-undefined-server-variable'            : removed('a server without its variable', VARIABLE),
            'no-unresolved-refs'                      : set('a reference into nothing', GET + '/responses/404/$ref', '"#/components/responses/Nowhere"'),
            'no-unsafe-markdown'                      : set('a text that runs', '/info/description', 'Or <script>alert(1)</script>.'),
            'no-unused-components'                    : set('a schema of nothing', '/components/schemas/Unused', '{type: string}'),
            'nullable-type-sibling'                   : set('nothing or what', NEW, '{nullable: true}'),
            'operation-2xx-response'                  : removed('no success', GET + '/responses/200'),
            'operation-4xx-response'                  : set('no failure', GET + '/responses', '{"200": {$ref: "#/components/responses/ProvisioningStatus"}}'),
            'operation-operationId'                   : removed('no id', GET + '/operationId'),
            'operation-operationId-unique'            : set('the id of another', '/paths/~1other', '{get: {operationId: getProvisioningStatus}}'),
            'operation-operationId-url-safe'          : set('an id of two words', GET + '/operationId', 'get status'),
            'operation-parameters-unique'             : set('a parameter twice', GET + '/parameters', SAME_PARAMETER),
            'operation-summary'                       : removed('no summary', GET + '/summary'),
            'path-declaration-must-exist'             : set('a part without a name', '/paths/~1orders~1{}', '{}'),
            'path-not-include-query'                  : set('a query in a path', '/paths/~1orders?size=1', '{}'),
            'path-parameters-defined'                 : set('no parameter for a part of the path', GET + '/parameters', '[]'),
            'security-defined'                        : removed('no security', '/security'),
            'security-scopes-defined'                 : new SpecMutation('an unknown scope', '/components/securitySchemes/bearer', { parent, name, copy ->
                parent.set(name, Yaml.mapper().readTree('{type: oauth2, description: A., flows: {implicit: {authorizationUrl: "https://a.example", scopes: {}}}}'))
                copy.at('/security/0').withArray('bearer').add('orders')
            }),
            'spec-components-invalid-map-name'        : set('a name of two words', '/components/schemas/Two words', '{type: string}'),
            'spec-ref-siblings'                       : set('a description that nobody sees', GET + '/responses/404/description', 'Not found.'),
            'struct'                                  : removed('no title', '/info/title'),
            'tag-description'                         : removed('no description', '/tags/0/description'),
    ]
}
