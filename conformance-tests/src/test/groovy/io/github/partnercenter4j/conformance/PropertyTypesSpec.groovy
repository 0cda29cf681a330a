package io.github.partnercenter4j.conformance

import com.fasterxml.jackson.databind.JsonNode
import com.fasterxml.jackson.databind.node.ObjectNode
import io.github.partnercenter4j.testing.Literals
import java.time.LocalDate
import java.time.OffsetDateTime

/** A property of any type is read exactly, or refused. It is never rounded or truncated. */
class PropertyTypesSpec extends VariantSpecification {
    private static final Map<String, String> TYPES = [
            amount  : '{type: number, description: A number.}',
            ratio   : '{type: number, format: double, description: A double.}',
            share   : '{type: number, format: float, description: A float.}',
            day     : '{type: string, format: date, description: A date.}',
            moment  : '{type: string, format: date-time, description: A date-time.}',
            seats   : '{type: integer, description: An integer of no format.}',
            units   : '{type: integer, format: int64, description: A long.}',
            good    : '{type: boolean, description: A boolean.}',
            page    : '{type: string, format: uri, description: A URI.}',
            seal    : '{type: string, format: byte, description: Bytes.}',
            image   : '{type: string, format: binary, description: More bytes.}',
            tags    : '{type: array, uniqueItems: true, description: A set., xml: {name: tags, wrapped: true}, items: {type: string, xml: {name: tag}}}',
            numbers : '{type: array, description: Integers., xml: {name: numbers, wrapped: true}, items: {type: integer, format: int32, xml: {name: number}}}',
            rows    : '{type: array, description: Lists., xml: {name: rows, wrapped: true}, items: {type: array, xml: {name: row, wrapped: true}, items: {type: string, xml: {name: cell}}}}',
            names   : '{type: object, description: A map., additionalProperties: {type: string}}',
            inner   : '{type: object, description: An object in place., properties: {a: {type: string, description: A.}}}',
            anything: '{description: Of any type.}'
    ]

    @Override
    JsonNode changed(ObjectNode changed) {
        TYPES.each { name, schema ->
            changed.at('/components/schemas/OrderLineItemProvisioningStatus/properties').set(name, yaml(schema))
        }
        changed
    }

    def 'JSON: #property of #json is #value'() {
        given:
        answersJson(property, json)

        expect:
        read(property) == value

        where:
        property   | json                          || value
        'amount'   | '1.50'                        || new BigDecimal('1.50')
        'amount'   | '1e400'                       || new BigDecimal('1e400')
        'ratio'    | '0.1234567890123456789'       || new BigDecimal('0.1234567890123456789')
        'ratio'    | '1e400'                       || new BigDecimal('1e400')
        'share'    | '16777217'                    || new BigDecimal('16777217')
        'day'      | '"2026-11-21"'                || LocalDate.of(2026, 11, 21)
        'moment'   | '"2026-11-21T12:00:00.5+01:00"' || OffsetDateTime.parse('2026-11-21T12:00:00.5+01:00')
        'seats'    | '2147483647'                  || Integer.MAX_VALUE
        'units'    | '9223372036854775807'         || Long.MAX_VALUE
        'good'     | 'false'                       || false
        'page'     | '"http://a.example/a b"'      || 'http://a.example/a b'
        'seal'     | '"aGk="'                      || 'hi'.bytes
        'image'    | '"aGk="'                      || 'hi'.bytes
        'tags'     | '["b","a","b"]'               || ['b', 'a'] as LinkedHashSet
        'tags'     | 'null'                        || [] as Set
        'numbers'  | '[1,-2]'                      || [1, -2]
        'rows'     | '[["a"],[]]'                  || [['a'], []]
        'names'    | '{"a":"b"}'                   || [a: 'b']
        'names'    | 'null'                        || [:]
        'anything' | '{"a":[1]}'                   || [a: [1]]
    }

    def 'JSON: #property of #json is refused'() {
        given:
        answersJson(property, json)

        when:
        read(property)

        then:
        def e = thrown(RuntimeException)
        e.class.simpleName == 'DecodingException'
        e.message.contains("the value at items[0].$property")

        where:
        [property, json] << [
                amount : ['"1.5"', 'true', '{}', '""', '"NaN"'],
                ratio  : ['"1.5"', '"NaN"', '"Infinity"', 'true', '""'],
                share  : ['"1.5"', '"NaN"', '[]'],
                day    : ['[2026,11,21]', '"2026-11-31"', '"2026-11-21T00:00:00Z"', '20778', '""', '" 2026-11-21"'],
                moment : ['1763726400', '"2026-11-21T12:00:00"', '"2026-02-30T12:00:00Z"', '[2026,11,21]', '""'],
                seats  : ['2147483648', '1.0', '"1"'],
                units  : ['9223372036854775808', '1.5', '"1"'],
                good   : ['"true"', '1', '""'],
                page   : ['1', '{}'],
                seal   : ['"%%"', '1'],
                tags   : ['"a"', '{}', '[1]', '[null]'],
                numbers: ['["1"]', '[1.0]', '[null]', '1'],
                rows   : ['["a"]', '[null]', '[[1]]'],
                names  : ['[]', '"a"', '{"a":1}'],
                inner  : ['[]', '"a"', '1']
        ].collectMany { name, wrong -> wrong.collect { [name, it] } }
    }

    def 'XML: #property of #xml is #value'() {
        given:
        answersXml(property, xml)

        expect:
        read(property) == value

        where:
        property  | xml                                       || value
        'amount'  | ' 1.50 '                                  || new BigDecimal('1.50')
        'amount'  | ''                                        || null
        'ratio'   | '1e400'                                   || new BigDecimal('1e400')
        'share'   | '16777217'                                || new BigDecimal('16777217')
        'day'     | ' 2026-11-21 '                            || LocalDate.of(2026, 11, 21)
        'day'     | ''                                        || null
        'moment'  | '2026-11-21T12:00:00Z'                    || OffsetDateTime.parse('2026-11-21T12:00:00Z')
        'seats'   | ' 7 '                                     || 7
        'units'   | '9223372036854775807'                     || Long.MAX_VALUE
        'good'    | 'true'                                    || true
        'seal'    | 'aGk='                                    || 'hi'.bytes
        'tags'    | '<tag>b</tag><tag>a</tag><tag>b</tag>'    || ['b', 'a'] as LinkedHashSet
        'tags'    | ''                                        || [] as Set
        'numbers' | '<number>1</number><n> -2 </n>'           || [1, -2]
        'rows'    | '<row><cell>a</cell><cell/></row>'         || [['a', '']]
    }

    def 'XML: #property of #xml is refused'() {
        given:
        answersXml(property, xml)

        when:
        read(property)

        then:
        def e = thrown(RuntimeException)
        e.class.simpleName == 'DecodingException'

        where:
        [property, xml] << [
                amount : ['1,5', 'NaN', 'x', '<a/>'],
                ratio  : ['NaN', 'Infinity', 'x', '1.5 2'],
                day    : ['2026-11-31', '2026-11-21T00:00:00Z', '20778'],
                moment : ['2026-11-21T12:00:00', '1763726400'],
                seats  : ['2147483648', '1.0', '01', '+1'],
                units  : ['9223372036854775808', '1e0'],
                good   : ['yes', '2'],
                seal   : ['%%'],
                tags   : ['b', '<tag><a/></tag>', '<tag xmlns:i="http://www.w3.org/2001/XMLSchema-instance" i:nil="true"/>'],
                numbers: ['<number>1.0</number>', '<number/>', '<number>x</number>'],
                inner  : ['b', '<a>1</a><a>2</a>'],
                names  : ['<a>b</a>']
        ].collectMany { name, wrong -> wrong.collect { [name, it] } }
    }

    private void answersJson(String property, String json) {
        server.respond(200, 'application/json', "{\"items\":[{\"$property\":$json}]}".bytes)
    }

    private void answersXml(String property, String xml) {
        def item = "<OrderLineItemProvisioningStatus><status>fulfilled</status><$property>$xml</$property></OrderLineItemProvisioningStatus>"
        server.respond(200, 'application/xml', "<OrderLineItemProvisioningStatusCollection><items>$item</items></OrderLineItemProvisioningStatusCollection>".bytes)
    }

    private read(String property) {
        partnerCenter.orders().getProvisioningStatus(Literals.CUSTOMER, Literals.ORDER).items()[0]."$property"()
    }
}
