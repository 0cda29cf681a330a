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

    def "a list without a wrapper is written item by item"() {
        given:
        def string = new Scalar(Scalar.Type.STRING, null, Bounds.NONE, [], '')
        def list = new ArraySchema(string, 'colour', false, '')
        def schema = new ObjectSchema('Thing', 'Ding', null, [new Property('colours', 'farben', false, false, list, '')], false, '')

        expect:
        new String(new XmlWriter(spec).write(schema, [colours: ['red', '']])) == '<Ding><colour>red</colour><colour/></Ding>'
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
        text << ['\u0000', 'a\u0001', '\u001F', '\uFFFE', '\uD800']
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
