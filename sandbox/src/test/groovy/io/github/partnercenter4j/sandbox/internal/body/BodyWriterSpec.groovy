package io.github.partnercenter4j.sandbox.internal.body

import io.github.partnercenter4j.sandbox.KnownSpec
import io.github.partnercenter4j.sandbox.spec.Schema
import io.github.partnercenter4j.sandbox.spec.Schema.ArraySchema
import io.github.partnercenter4j.sandbox.spec.Schema.ObjectSchema
import io.github.partnercenter4j.sandbox.spec.Schema.Property
import io.github.partnercenter4j.sandbox.spec.Schema.Bounds
import io.github.partnercenter4j.sandbox.spec.Schema.Scalar
import io.github.partnercenter4j.sandbox.spec.SpecModel
import spock.lang.Shared
import spock.lang.Specification

class BodyWriterSpec extends Specification {

    static final SELF = [uri: '/customers/0c39d6d5-c70d-4c55-bc02-f620844f3fd1/orders/34828C05-C16C-4D6F-9CFC-4D2650EF19A1/provisioningstatus', method: 'GET', headers: []]
    static final SAMPLE = [totalCount: 1, items: [line(0, 'fulfilled', [[quantity: 1, status: 'fulfilled']])], attributes: [objectType: 'Collection']]
    static final EVERYTHING = [
        totalCount: 2,
        items: [
            line(0, 'Fulfilled', [[quantity: 3, status: 'Fulfilled'], [quantity: 2, status: 'Pending']]),
            line(1, 'Pending', []),
        ],
        links: [
            self: SELF,
            next: [uri: '/customers?size=2&seekOperation=Next', method: 'GET', headers: [[key: 'MS-ContinuationToken', value: 'AAA=&<>"\''], [key: 'x']]],
        ],
        attributes: [etag: 'W/"eyJpZCI6"', objectType: 'Collection'],
    ]
    static final SPECIAL = [
        totalCount: Integer.MAX_VALUE,
        items: [[
            orderLineItemId: -1,
            lineItemNumber: Integer.MAX_VALUE,
            status: ' lead & trail <b>"q" \'a\'</b> ]]> \t tab \r\n crlf é 日本 😀 \u0085 \u2028 \u00A0 end ',
            quantityProvisioningInformation: [[quantity: 0, status: '\u0001 ctl \u000B']],
        ]],
    ]
    static final FAULT = [code: '800002', description: 'The customer <x> & order were not found', data: ['a'], source: 'PartnerFD']

    @Shared SpecModel spec = KnownSpec.MODEL

    def "a tree is written as #file by #writer.simpleName"(Class<? extends BodyWriter> writer, String schema, Map tree, String file) {
        expect:
        new String(writer.newInstance(spec).write(spec.schemas()[schema], tree), 'UTF-8') == KnownSpec.getResource(file).getText('UTF-8')

        where:
        writer          | schema                                      | tree                                                                      || file
        JsonWriter      | 'OrderLineItemProvisioningStatusCollection' | SAMPLE                                                                    || 'sample.json'
        XmlWriter       | 'OrderLineItemProvisioningStatusCollection' | SAMPLE                                                                    || 'sample.xml'
        JsonWriter      | 'OrderLineItemProvisioningStatusCollection' | EVERYTHING                                                                || 'everything.json'
        XmlWriter       | 'OrderLineItemProvisioningStatusCollection' | EVERYTHING                                                                || 'everything.xml'
        DotnetXmlWriter | 'OrderLineItemProvisioningStatusCollection' | SAMPLE                                                                    || 'dotnet/dcs-poco-seed-example.xml'
        DotnetXmlWriter | 'OrderLineItemProvisioningStatusCollection' | EVERYTHING                                                                || 'dotnet/dcs-poco-full.xml'
        DotnetXmlWriter | 'OrderLineItemProvisioningStatusCollection' | [totalCount: 0, items: null]                                              || 'dotnet/dcs-poco-all-null.xml'
        DotnetXmlWriter | 'OrderLineItemProvisioningStatusCollection' | [items: [], links: [self: SELF], attributes: [objectType: 'Collection']]  || 'dotnet/dcs-poco-empty-items.xml'
        DotnetXmlWriter | 'OrderLineItemProvisioningStatusCollection' | SPECIAL                                                                   || 'dotnet/dcs-poco-special-chars.xml'
        DotnetXmlWriter | 'Fault'                                     | FAULT                                                                     || 'dotnet/dcs-poco-apifault.xml'
    }

    def ".NET's XML writes #value of #type #format as #text"(Scalar.Type type, String format, Object value, String text) {
        given:
        def schema = new ObjectSchema('Thing', 'Thing', null, [new Property('a', 'a', false, false, new Scalar(type, format, Bounds.NONE, [], ''), '')], false, '')

        expect: 'a class of .NET cannot leave out numbers and booleans, and no text is nil'
        new String(new DotnetXmlWriter(spec).write(schema, [a: value])) ==
            "<Thing xmlns:i=\"http://www.w3.org/2001/XMLSchema-instance\" xmlns=\"http://schemas.datacontract.org/2004/07/Microsoft.Partner.Services.Models\">$text</Thing>"

        where:
        type                | format      | value                  || text
        Scalar.Type.STRING  | null        | null                   || '<A i:nil="true" />'
        Scalar.Type.STRING  | 'date-time' | null                   || '<A i:nil="true" />'
        Scalar.Type.STRING  | null        | 'x'                    || '<A>x</A>'
        Scalar.Type.INTEGER | 'int32'     | null                   || '<A>0</A>'
        Scalar.Type.INTEGER | 'int64'     | null                   || '<A>0</A>'
        Scalar.Type.INTEGER | 'int64'     | 3_000_000_000          || '<A>3000000000</A>'
        Scalar.Type.NUMBER  | null        | null                   || '<A>0</A>'
        Scalar.Type.NUMBER  | 'double'    | null                   || '<A>0</A>'
        Scalar.Type.NUMBER  | null        | 1.5                    || '<A>1.5</A>'
        Scalar.Type.BOOLEAN | null        | null                   || '<A>false</A>'
        Scalar.Type.BOOLEAN | null        | true                   || '<A>true</A>'
    }

    def ".NET's XML calls the items of a list of #type #format #name"(Scalar.Type type, String format, Object value, String name) {
        given:
        def list = new ArraySchema(new Scalar(type, format, Bounds.NONE, [], ''), 'item', true, '')
        def schema = new ObjectSchema('Thing', 'Thing', null, [new Property('a', 'a', true, false, list, '')], false, '')

        expect:
        new String(new DotnetXmlWriter(spec).write(schema, [a: [value]])).contains("<d2p1:$name>$value</d2p1:$name>")

        where:
        type                | format   | value || name
        Scalar.Type.STRING  | null     | 'x'   || 'string'
        Scalar.Type.INTEGER | 'int32'  | 1     || 'int'
        Scalar.Type.INTEGER | 'int64'  | 1     || 'long'
        Scalar.Type.NUMBER  | null     | 1.5   || 'decimal'
        Scalar.Type.NUMBER  | 'double' | 1.5   || 'double'
        Scalar.Type.NUMBER  | 'float'  | 1.5   || 'float'
        Scalar.Type.BOOLEAN | null     | true  || 'boolean'
    }

    def ".NET's XML numbers the prefix of a namespace by the depth of its element"() {
        given:
        def list = new ArraySchema(new Scalar(Scalar.Type.STRING, null, Bounds.NONE, [], ''), 'item', true, '')
        def part = new ObjectSchema('Part', 'Part', null, [new Property('b', 'b', true, false, list, '')], false, '')
        def schema = new ObjectSchema('Thing', 'Thing', null, [new Property('a', 'a', true, false, new ArraySchema(part, 'Part', true, ''), '')], false, '')

        expect:
        new String(new DotnetXmlWriter(spec).write(schema, [a: [[b: ['x']]]])).contains(
            '<A><Part><B xmlns:d4p1="http://schemas.microsoft.com/2003/10/Serialization/Arrays"><d4p1:string>x</d4p1:string></B></Part></A>')
    }

    def "a list without a wrapper is written item by item"() {
        given:
        def string = new Scalar(Scalar.Type.STRING, null, Bounds.NONE, [], '')
        def list = new ArraySchema(string, 'colour', false, '')
        def schema = new ObjectSchema('Thing', 'Ding', null, [new Property('colours', 'farben', false, false, list, '')], false, '')

        expect:
        new String(new XmlWriter(spec).write(schema, [colours: ['red', '']])) == '<Ding><colour>red</colour><colour/></Ding>'
    }

    def "XML with #what is #xml"(String what, String properties, Map tree, String xml) {
        given:
        def model = SpecModel.read("""\
            openapi: 3.0.3
            info: {title: t, version: '1'}
            paths: {}
            components:
              schemas:
                Other: {type: object, properties: {b: {type: string}}, xml: {namespace: 'urn:o', prefix: o}}
                Thing:
                  type: object
                  properties: {$properties}
            """.stripIndent())

        expect:
        new String(new XmlWriter(model).write(model.schemas().Thing, tree), 'UTF-8') == xml

        where:
        what                               | properties                                                                   | tree                   || xml
        'an attribute'                     | 'a: {type: integer, xml: {attribute: true, name: A}}'                        | [a: 1]                 || '<Thing A="1"/>'
        'an attribute before an element'   | 'b: {type: string}, a: {type: string, xml: {attribute: true}}'               | [a: 'x', b: 'y']       || '<Thing a="x"><b>y</b></Thing>'
        'special characters in it'         | 'a: {type: string, xml: {attribute: true}}'                                  | [a: '<&"\'\t\n\r>']   || '<Thing a="&lt;&amp;&quot;\'&#x9;&#xA;&#xD;&gt;"/>'
        'an absent attribute'              | 'a: {type: string, xml: {attribute: true}}'                                  | [a: null]              || '<Thing/>'
        'an attribute with a prefix'       | 'a: {type: string, xml: {attribute: true, namespace: "urn:a&b", prefix: p}}' | [a: 'x']               || '<Thing xmlns:p="urn:a&amp;b" p:a="x"/>'
        'two attributes with one prefix'   | 'a: {type: string, xml: {attribute: true, namespace: u, prefix: p}}, b: {type: string, xml: {attribute: true, namespace: u, prefix: p}}' | [a: 'x', b: 'y'] || '<Thing xmlns:p="u" p:a="x" p:b="y"/>'
        'a namespace'                      | 'a: {type: string, xml: {namespace: u}}'                                     | [a: 'x']               || '<Thing><a xmlns="u">x</a></Thing>'
        'a prefix that is declared once'   | 'a: {type: object, properties: {b: {type: string, xml: {namespace: u, prefix: p}}}, xml: {namespace: u, prefix: p}}' | [a: [b: 'x']] || '<Thing><p:a xmlns:p="u"><p:b>x</p:b></p:a></Thing>'
        'the namespace of another schema'  | 'a: {allOf: [{$ref: "#/components/schemas/Other"}]}'                         | [a: [b: 'x']]          || '<Thing><o:a xmlns:o="urn:o"><b>x</b></o:a></Thing>'
        'a namespace of the items'         | 'a: {type: array, items: {type: string, xml: {name: i, namespace: u, prefix: p}}, xml: {wrapped: true}}' | [a: ['x', 'y']] || '<Thing><a><p:i xmlns:p="u">x</p:i><p:i xmlns:p="u">y</p:i></a></Thing>'
        'null of a nullable property'      | 'a: {type: string, nullable: true}'                                          | [a: null]              || '<Thing><a xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:nil="true"/></Thing>'
        'an absent nullable property'      | 'a: {type: string, nullable: true}'                                          | [:]                    || '<Thing/>'
        'null of another property'         | 'a: {type: string}'                                                          | [a: null]              || '<Thing/>'
    }

    def "JSON with #what is #json"(String what, String declared, Map tree, String json) {
        given:
        def model = SpecModel.read("{openapi: 3.0.3, info: {title: t, version: '1'}, paths: {}, components: {schemas: {Thing: {$declared}}}}")

        expect:
        new String(new JsonWriter(model).write(model.schemas().Thing, tree), 'UTF-8') == json

        where:
        what                          | declared                                                                             | tree                    || json
        'null of a nullable property' | 'type: object, properties: {a: {type: string, nullable: true}}'                       | [a: null]               || '{"a":null}'
        'an absent nullable property' | 'type: object, properties: {a: {type: string, nullable: true}}'                       | [:]                     || '{}'
        'null of another property'    | 'type: object, properties: {a: {type: string}}'                                       | [a: null]               || '{}'
        'a value of each type'        | 'type: object, properties: {a: {type: string}, b: {type: integer}, c: {type: number}, d: {type: boolean}}' | [a: 'x', b: 1, c: 1.5, d: false] || '{"a":"x","b":1,"c":1.5,"d":false}'
        'a map'                       | 'type: object, additionalProperties: {type: integer}'                                 | [b: 1, a: 2, c: null]   || '{"b":1,"a":2}'
        'a map beside properties'     | 'type: object, properties: {a: {type: string}}, additionalProperties: {type: array, items: {type: integer}}' | [z: [1], a: 'x'] || '{"a":"x","z":[1]}'
    }

    def "#writer.simpleName rejects a tree with a property that the schema does not have"(Class<? extends BodyWriter> writer) {
        when:
        writer.newInstance(spec).write(spec.schemas().Fault, [code: '1', colour: 'red'])

        then:
        def e = thrown(IllegalArgumentException)
        e.message == 'Fault has no property colour'

        where:
        writer << [JsonWriter, XmlWriter, DotnetXmlWriter]
    }

    def "the documented XML rejects #text.inspect(), which XML 1.0 does not allow"(String text) {
        when:
        new XmlWriter(spec).write(spec.schemas().Fault, [description: text])

        then:
        thrown(IllegalArgumentException)

        where:
        text << ['\u0000', 'a\u0001', '\u001F', '\uFFFE', '\uFFFF', '\uD800', '\uDFFF']
    }

    def "the documented XML keeps U+#code, which is next to what XML 1.0 does not allow"() {
        given:
        def text = new String(Character.toChars(Integer.parseInt(code, 16)))

        expect:
        new String(new XmlWriter(spec).write(spec.schemas().Fault, [description: text]), 'UTF-8') == "<Fault><description>$text</description></Fault>"

        where:
        code << ['20', 'D7FF', 'E000', 'FFFD', '10000', '10FFFF']
    }

    def "the documented XML keeps a carriage return"() {
        expect:
        new String(new XmlWriter(spec).write(spec.schemas().Fault, [description: 'a\r\n\tb'])) == '<Fault><description>a&#xD;\n\tb</description></Fault>'
    }

    def "#type is called #local in .NET's XML"(String type, String local, String namespace) {
        expect:
        DotnetName.of(type) == new DotnetName(local, namespace)

        where:
        type                                                                   || local                                   | namespace
        'A.B.C'                                                                || 'C'                                     | 'http://schemas.datacontract.org/2004/07/A.B'
        'C'                                                                    || 'C'                                     | 'http://schemas.datacontract.org/2004/07/'
        'System.String'                                                        || 'string'                                | 'http://schemas.microsoft.com/2003/10/Serialization/'
        'System.Collections.Generic.KeyValuePair[System.String,System.String]' || 'KeyValuePairOfstringstring'            | 'http://schemas.datacontract.org/2004/07/System.Collections.Generic'
    }

    private static Map line(int number, String status, List quantities) {
        [orderLineItemId: number, lineItemNumber: number, status: status, quantityProvisioningInformation: quantities]
    }
}
