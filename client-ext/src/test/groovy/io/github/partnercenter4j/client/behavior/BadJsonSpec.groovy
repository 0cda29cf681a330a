package io.github.partnercenter4j.client.behavior

import static io.github.partnercenter4j.client.behavior.BadInputs.REFUSED

import io.github.partnercenter4j.client.DecodingException
import io.github.partnercenter4j.client.behavior.BadInputs.Document
import io.github.partnercenter4j.model.OrderLineItemProvisioningStatus
import io.github.partnercenter4j.model.OrderLineItemProvisioningStatusCollection
import io.github.partnercenter4j.testing.Literals

class BadJsonSpec extends BadBodySpecification {
    private static final String SAMPLE = '{"totalCount":1,"items":[{"orderLineItemId":0,"lineItemNumber":0,"status":"fulfilled",' +
            '"quantityProvisioningInformation":[{"quantity":1,"status":"fulfilled"}]}],"attributes":{"objectType":"Collection"}}'
    private static final OrderLineItemProvisioningStatusCollection NOTHING = OrderLineItemProvisioningStatusCollection.builder().build()
    private static final List<String> INTEGERS = ['{"totalCount":VALUE}', '{"items":[{"orderLineItemId":VALUE}]}', '{"items":[{"lineItemNumber":VALUE}]}',
                                                  '{"items":[{"quantityProvisioningInformation":[{"quantity":VALUE}]}]}']
    private static final List<String> STRINGS = ['{"items":[{"status":VALUE}]}', '{"items":[{"quantityProvisioningInformation":[{"status":VALUE}]}]}',
                                                 '{"attributes":{"etag":VALUE}}', '{"attributes":{"objectType":VALUE}}'] +
            ['self', 'next', 'previous'].collectMany { link ->
                ['uri', 'method', 'body'].collect { "{\"links\":{\"$link\":{\"$it\":VALUE}}}" } +
                        ['key', 'value'].collect { "{\"links\":{\"$link\":{\"headers\":[{\"$it\":VALUE}]}}}" }
            }
    private static final List<String> OBJECTS = ['{"links":VALUE}', '{"attributes":VALUE}', '{"links":{"self":VALUE}}', '{"links":{"next":VALUE}}', '{"links":{"previous":VALUE}}']
    private static final List<String> LISTS = ['{"items":VALUE}', '{"items":[{"quantityProvisioningInformation":VALUE}]}', '{"links":{"self":{"headers":VALUE}}}']

    static final Map<String, Map<String, List<Document>>> ROWS = [
            'malformed'             : [
                    'truncated at any byte'       : (1..<SAMPLE.length()).collect { refused(SAMPLE.substring(0, it)) },
                    'empty'                       : [refused('')],
                    'white space'                 : [' ', '\n\t ', '\u00a0'].collect { refused(it) },
                    'a root that is not an object': ['null', 'true', '1', '"x"', '[]', "[$SAMPLE]", '"' + SAMPLE.replace('"', '\\"') + '"'].collect { refused(it) },
                    'trailing content'            : ['x', ',', ']', '}', '\u0000', '/**/', '1', 'null'].collect { refused(SAMPLE + it) },
                    'two documents'               : [refused(SAMPLE + SAMPLE), refused(SAMPLE + '\n' + SAMPLE)],
                    'comments'                    : ['{"totalCount":1/* c */}', '{"totalCount":1}// c', '#c\n{"totalCount":1}', '/**/{"totalCount":1}'].collect { refused(it) },
                    'single quotes'               : [refused("{'totalCount':1}"), refused("{\"items\":[{\"status\":'fulfilled'}]}"), refused('{totalCount:1}')],
                    'NaN'                         : ['NaN', 'Infinity', '-Infinity', 'nan'].collectMany { everywhere(INTEGERS, it) },
                    '+1'                          : everywhere(INTEGERS, '+1'),
                    '01'                          : ['01', '-01', '00'].collectMany { everywhere(INTEGERS, it) },
                    '.5'                          : ['.5', '5.', '-.5', '-'].collectMany { everywhere(INTEGERS, it) }
            ],
            'something else'        : [
                    '{}'             : [refused('{}'), refused(' {\n} ')],
                    'a fault'        : [refused('{"code":"20000","description":"Order Id not found","data":[],"source":"PartnerApi"}'), refused('{"Message":"x"}')],
                    'anything else\'s': ['{"value":[]}', '{"access_token":"x"}', '{"error":{"items":[]}}', '{"x":{"totalCount":1}}'].collect { refused(it) }
            ],
            'a key given twice'     : [
                    'in the root'         : [refused('{"totalCount":1,"totalCount":1}'), refused('{"items":[],"x":1,"items":[]}'), refused('{"totalCount":1,"total\\u0043ount":1}')],
                    'in an item'          : [refused('{"items":[{"status":"a","status":"b"}]}'), refused('{"links":{"self":{"uri":"a","uri":"a"}}}')],
                    'in an unknown object': [refused('{"items":[],"x":{"a":1,"a":2}}')]
            ],
            'a name in another case': [
                    'beside a known one': [read('{"totalCount":1,"TotalCount":2,"ITEMS":[{}]}') { it == OrderLineItemProvisioningStatusCollection.builder().totalCount(1).build() }],
                    'alone'             : [refused('{"TotalCount":1}'), refused('{"Items":[]}')]
            ],
            'a byte order mark'     : ['UTF-8'  : [new Document(bytes([0xEF, 0xBB, 0xBF], SAMPLE), 'application/json; charset=utf-8', { it == Literals.SAMPLE })],
                                       'several': [[[0xEF, 0xBB, 0xBF], 'UTF-8'], [[0xFF, 0xFE], 'UTF-16LE'], [[0xFE, 0xFF], 'UTF-16BE'], [[0xFF, 0xFE, 0, 0], 'UTF-32LE'], [[0, 0, 0xFE, 0xFF], 'UTF-32BE']].collectMany { mark, charset ->
                                           [2, 3].collect { times -> new Document(bytes(mark * times, SAMPLE.getBytes(charset)), 'application/json', { it == Literals.SAMPLE }) }
                                       }],
            'encodings'             : [
                    'UTF-16 with a mark'                  : [[[0xFF, 0xFE], 'UTF-16LE'], [[0xFE, 0xFF], 'UTF-16BE']].collect { mark, charset ->
                        new Document(bytes(mark, SAMPLE.getBytes(charset)), 'application/json', { it == Literals.SAMPLE })
                    },
                    'the charset parameter'               : [new Document('{"items":[{"status":"é"}]}'.getBytes('ISO-8859-1'), 'application/json; charset="ISO-8859-1"', { status(it) == 'é' })],
                    'a mark against the charset parameter': [new Document(bytes([0xEF, 0xBB, 0xBF], '{"items":[{"status":"é"}]}'), 'application/json; charset=ISO-8859-1', { status(it) == 'é' })],
                    'UTF-16 without either'               : ['UTF-16LE', 'UTF-16BE'].collect { new Document(SAMPLE.getBytes(it), 'application/json', REFUSED) },
                    'an unknown charset'                  : ['x-nowhere', '', '""', '../x'].collect { new Document(SAMPLE.bytes, "application/json; charset=$it", REFUSED) },
                    'an overlong form'                    : [[0xC0, 0x80], [0xC1, 0xBF], [0xE0, 0x80, 0xAF], [0xF0, 0x80, 0x80, 0xAF]].collect { within(it) },
                    'a surrogate'                         : [[0xED, 0xA0, 0x80], [0xED, 0xBF, 0xBF], [0xED, 0xA0, 0xBD, 0xED, 0xB8, 0x80]].collect { within(it) },
                    'a lone continuation'                 : [[0x80], [0xBF], [0xFF], [0xFE]].collect { within(it) },
                    'a cut sequence'                      : [[0xC3], [0xE2, 0x82], [0xF0, 0x9F, 0x98]].collect { within(it) },
                    'beyond U+10FFFF'                     : [[0xF4, 0x90, 0x80, 0x80], [0xF5, 0x80, 0x80, 0x80]].collect { within(it) }
            ],
            'integer property'      : [
                    '2^31'    : everywhere(INTEGERS, '2147483648'),
                    '-2^31-1' : everywhere(INTEGERS, '-2147483649'),
                    '10^1000' : everywhere(INTEGERS, '1' + '0' * 1000),
                    '1e400'   : everywhere(INTEGERS, '1e400'),
                    '1.0'     : everywhere(INTEGERS, '1.0'),
                    '1.5'     : everywhere(INTEGERS, '1.5'),
                    '1e0'     : everywhere(INTEGERS, '1e0'),
                    '"1"'     : everywhere(INTEGERS, '"1"'),
                    'true'    : everywhere(INTEGERS, 'true') + everywhere(INTEGERS, 'false'),
                    '""'      : everywhere(INTEGERS, '""') + everywhere(INTEGERS, '" "'),
                    '{}'      : everywhere(INTEGERS, '{}') + everywhere(INTEGERS, '[]') + everywhere(INTEGERS, '[1]')
            ],
            'string property'       : [
                    'a number' : everywhere(STRINGS, '1') + everywhere(STRINGS, '1.5'),
                    'a boolean': everywhere(STRINGS, 'true'),
                    'an object': everywhere(STRINGS, '{}') + everywhere(STRINGS, '{"a":"b"}'),
                    'an array' : everywhere(STRINGS, '[]') + everywhere(STRINGS, '["a"]')
            ],
            'null'                  : [
                    'for any property' : (INTEGERS + STRINGS + OBJECTS + LISTS).collect { read(it.replace('VALUE', 'null')) { !(it instanceof DecodingException) } } +
                            [read('{"totalCount":null,"items":null,"links":null,"attributes":null}') { it == NOTHING }],
                    'an item of a list': everywhere(LISTS, '[null]') + everywhere(LISTS, '[{},null]')
            ],
            'unknown properties'    : [
                    'at any level'          : ['{"items":[],"x":1}', '{"items":[],"links":{"x":1},"attributes":{"x":1}}', '{"links":{"self":{"x":1,"headers":[{"x":1}]}}}'].collect {
                        read(it) { !(it instanceof DecodingException) }
                    },
                    'of any shape'          : ['1', '"x"', 'null', 'true', '1e999', '[]', '{}', '[[{"a":[1]}]]', '{"items":{"items":5}}', '1' + '0' * 500].collect {
                        read("{\"x\":$it,\"items\":[]}") { it == NOTHING }
                    },
                    '@class and __proto__'  : [read('{"@class":"java.lang.Runtime","@type":"x","__proto__":{"a":1},"constructor":{},"":1,"items":[]}') { it == NOTHING }]
            ],
            'unknown status values' : ['any text': ['x', '', ' ', 'FULFILLED', 'ful_filled', 'é日😀', 'a\\u0000b', '\\ud800', 'x'.multiply(10_000)].collect { text ->
                read("{\"items\":[{\"status\":\"$text\"}]}") { status(it) == text.replace('\\u0000', '\u0000').replace('\\ud800', '\ud800') }
            }],
            'size'                  : [
                    'nesting of 1000'     : [anything('{"x":' + '[' * 1000 + ']' * 1000 + ',"items":[]}'), anything('{"items":' + '[' * 1000 + ']' * 1000 + '}')],
                    'nesting of 1000000'  : [refused('{"x":' + '[' * 1_000_000 + ']' * 1_000_000 + ',"items":[]}'), refused('{"x":' + '{"x":' * 1_000_000 + '1' + '}' * 1_000_001)],
                    'a name of 1 MB'      : [anything("{\"${'n' * 1_000_000}\":1,\"items\":[]}")],
                    'a number of 1 MB'    : [anything("{\"x\":${'1' * 1_000_000},\"items\":[]}"), refused("{\"totalCount\":${'1' * 1_000_000}}")],
                    'a million properties': [anything('{' + (1..1_000_000).collect { "\"p$it\":1" }.join(',') + ',"items":[]}')]
            ],
            '100000 items'          : ['100000 items': [read('{"items":[' + (['{"lineItemNumber":7,"status":"fulfilled"}'] * 100_000).join(',') + ']}') {
                it.items().size() == 100_000 && it.items().last() == OrderLineItemProvisioningStatus.builder().lineItemNumber(7).status('fulfilled').build()
            }]]
    ]

    def 'every input in the table is tested'() {
        expect:
        ROWS.collectEntries { row, inputs -> [row, inputs.findAll { it.value }.keySet()] } == BadInputs.section('JSON')
    }

    def 'JSON input "#input" is handled as in bad-inputs.yaml (#document)'() {
        expect:
        isAsTheTableSays(document)

        where:
        [input, document] << BadInputs.lines(ROWS)
    }

    private static Document refused(String body) {
        new Document(body.getBytes('UTF-8'), 'application/json; charset=utf-8', REFUSED)
    }

    private static Document read(String body, Closure<Boolean> check) {
        new Document(body.getBytes('UTF-8'), 'application/json; charset=utf-8', check)
    }

    private static Document anything(String body) {
        read(body) { it instanceof OrderLineItemProvisioningStatusCollection || it instanceof DecodingException }
    }

    private static Document within(List<Integer> wrong) {
        new Document(bytes('{"items":[{"status":"', wrong, '"}]}'), 'application/json', REFUSED)
    }

    private static List<Document> everywhere(List<String> places, String value) {
        places.collect { refused(it.replace('VALUE', value)) }
    }

    private static String status(Object response) {
        response instanceof OrderLineItemProvisioningStatusCollection ? response.items()[0].status() : response
    }
}
