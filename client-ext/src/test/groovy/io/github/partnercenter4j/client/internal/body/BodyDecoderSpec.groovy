package io.github.partnercenter4j.client.internal.body

import io.github.partnercenter4j.model.KeyValuePair
import io.github.partnercenter4j.model.Link
import io.github.partnercenter4j.model.OrderLineItemProvisioningStatus
import io.github.partnercenter4j.model.OrderLineItemProvisioningStatusCollection
import io.github.partnercenter4j.model.QuantityProvisioningStatus
import io.github.partnercenter4j.model.ResourceAttributes
import io.github.partnercenter4j.model.ResourceLinks
import java.nio.charset.StandardCharsets
import spock.lang.Specification

class BodyDecoderSpec extends Specification {
    static final String JSON = '{"totalCount":2,"items":[{"orderLineItemId":0,"lineItemNumber":0,"status":"fulfilled",' +
            '"quantityProvisioningInformation":[{"quantity":3,"status":"fulfilled"},{"quantity":2,"status":"pending"}]},' +
            '{"lineItemNumber":1,"status":" x "}],"links":{"next":{"uri":"/customers?size=2","method":"GET",' +
            '"headers":[{"key":"MS-ContinuationToken","value":"AAA="}]}},"attributes":{"etag":"e","objectType":"Collection"}}'
    static final String XML = '<OrderLineItemProvisioningStatusCollection><totalCount>2</totalCount><items>' +
            '<OrderLineItemProvisioningStatus><orderLineItemId>0</orderLineItemId><lineItemNumber>0</lineItemNumber>' +
            '<status>fulfilled</status><quantityProvisioningInformation>' +
            '<QuantityProvisioningStatus><quantity>3</quantity><status>fulfilled</status></QuantityProvisioningStatus>' +
            '<QuantityProvisioningStatus><quantity>2</quantity><status>pending</status></QuantityProvisioningStatus>' +
            '</quantityProvisioningInformation></OrderLineItemProvisioningStatus>' +
            '<OrderLineItemProvisioningStatus><lineItemNumber>1</lineItemNumber><status> x </status></OrderLineItemProvisioningStatus>' +
            '</items><links><next><uri>/customers?size=2</uri><method>GET</method><headers><KeyValuePair>' +
            '<key>MS-ContinuationToken</key><value>AAA=</value></KeyValuePair></headers></next></links>' +
            '<attributes><etag>e</etag><objectType>Collection</objectType></attributes></OrderLineItemProvisioningStatusCollection>'
    static final OrderLineItemProvisioningStatusCollection EXPECTED = OrderLineItemProvisioningStatusCollection.builder()
            .totalCount(2)
            .items([
                    OrderLineItemProvisioningStatus.builder().orderLineItemId(0).lineItemNumber(0).status('fulfilled')
                            .quantityProvisioningInformation([quantity(3, 'fulfilled'), quantity(2, 'pending')]).build(),
                    OrderLineItemProvisioningStatus.builder().lineItemNumber(1).status(' x ').build()
            ])
            .links(ResourceLinks.builder()
                    .next(Link.builder().uri('/customers?size=2').method('GET')
                            .headers([KeyValuePair.builder().key('MS-ContinuationToken').value('AAA=').build()]).build())
                    .build())
            .attributes(ResourceAttributes.builder().etag('e').objectType('Collection').build())
            .build()
    static final OrderLineItemProvisioningStatus EMPTY_ITEM = OrderLineItemProvisioningStatus.builder().build()

    BodyDecoder decoder = new BodyDecoder(Mappers.json())

    def 'both formats decode to the same record, which is written by hand'() {
        expect:
        read(body, type) == EXPECTED

        where:
        body | type
        JSON | 'application/json; charset=utf-8'
        JSON | 'TEXT/JSON;CHARSET="UTF-8"; x=y'
        JSON | 'application/vnd.example+json'
        XML  | 'application/xml'
        XML  | 'Text/Xml; charset=utf-8'
        XML  | 'application/problem+xml'
    }

    def 'the encoding is that of the byte order mark, else of the charset parameter, else of the declaration'() {
        expect:
        decode(bytes(mark, text.getBytes(charset)), type).items()[0].status() == 'é日'

        where:
        charset      | mark                             | type                                 | text
        'UTF-8'      | [0xEF, 0xBB, 0xBF] as byte[]     | 'application/json'                   | '{"items":[{"status":"é日"}]}'
        'UTF-8'      | [0xEF, 0xBB, 0xBF] as byte[]     | 'application/json; charset=us-ascii' | '{"items":[{"status":"é日"}]}'
        'UTF-8'      | [] as byte[]                     | 'application/json'                   | '{"items":[{"status":"é日"}]}'
        'UTF-16LE'   | [0xFF, 0xFE] as byte[]           | 'application/json; charset=utf-8'    | '{"items":[{"status":"é日"}]}'
        'UTF-16BE'   | [] as byte[]                     | 'application/json; charset=utf-16be' | '{"items":[{"status":"é日"}]}'
        'UTF-16BE'   | [0xFE, 0xFF] as byte[]           | 'application/xml'                    | '<?xml version="1.0" encoding="utf-16"?>' + xmlStatus('é日')
        'UTF-32LE'   | [0xFF, 0xFE, 0, 0] as byte[]     | 'application/json'                   | '{"items":[{"status":"é日"}]}'
        'UTF-32BE'   | [0, 0, 0xFE, 0xFF] as byte[]     | 'application/json'                   | '{"items":[{"status":"é日"}]}'
        'UTF-8'      | [] as byte[]                     | 'application/xml'                    | xmlStatus('é日')
        'GB18030'    | [] as byte[]                     | 'application/xml'                    | '<?xml version="1.0" encoding="GB18030"?>' + xmlStatus('é日')
        'GB18030'    | [] as byte[]                     | 'application/xml'                    | "<?xml version='1.0' encoding='GB18030'?>" + xmlStatus('é日')
        'GB18030'    | [] as byte[]                     | 'application/xml'                    | '<?xml version="1.0"' + ' ' * 200 + 'encoding="GB18030"?>' + xmlStatus('é日')
        'GB18030'    | [] as byte[]                     | 'application/xml; charset=gb18030'   | '<?xml version="1.0" encoding="UTF-8"?>' + xmlStatus('é日')
    }

    def 'bytes that are invalid in the encoding are rejected in JSON and XML: #wrong'() {
        given:
        byte[] json = bytes('{"items":[{"status":"'.bytes, wrong, '"}]}'.bytes)
        byte[] xml = bytes('<OrderLineItemProvisioningStatusCollection><attributes><etag>'.bytes, wrong, '</etag></attributes></OrderLineItemProvisioningStatusCollection>'.bytes)

        expect:
        refuses(json, 'application/json')
        refuses(xml, 'application/xml')

        where:
        wrong << [[0xFF], [0xC0, 0x80], [0xC3], [0xE2, 0x82], [0xED, 0xA0, 0x80], [0xF4, 0x90, 0x80, 0x80]].collect { it as byte[] }
    }

    def 'a body that ends within a byte order mark is rejected: #body'() {
        expect:
        refuses(body, 'application/json')
        refuses(body, 'application/xml')

        where:
        body << [[0xEF], [0xEF, 0xBB], [0xFF], [0xFF, 0xFE], [0xFF, 0xFE, 0], [0, 0, 0xFE]].collect { it as byte[] }
    }

    def 'a media type that is missing or neither JSON nor XML is rejected'() {
        expect:
        refuses(JSON.bytes, type)

        where:
        type << ['text/html', 'text/plain', 'application/jsonx', 'json', '', 'application/json; charset=nowhere', 'application/json; charset=utf-8; charset=utf-16', 'application/xml']
    }

    def 'JSON that is not of the documented form is rejected: #body'() {
        expect:
        refuses(body.bytes, 'application/json')

        where:
        body << [
                '', ' ', 'null', '[]', '1', '"x"', '{}', '{"code":1,"description":"x"}', '{"TotalCount":1}', '{"totalCount":1}x',
                '{"totalCount":1}{"totalCount":1}', '{"totalCount":1,"totalCount":1}', "{'totalCount':1}", '{"totalCount":1}//c',
                '{"totalCount":1 /* c */}', '{"totalCount":NaN}', '{"totalCount":+1}', '{"totalCount":01}', '{"totalCount":.5}',
                '{"totalCount":2147483648}', '{"totalCount":-2147483649}', '{"totalCount":1.0}', '{"totalCount":1.5}', '{"totalCount":1e0}',
                '{"totalCount":1e400}', '{"totalCount":"1"}', '{"totalCount":""}', '{"totalCount":" "}', '{"totalCount":true}', '{"totalCount":{}}', '{"totalCount":[1]}',
                '{"totalCount":1' + '0' * 1000 + '}', '{"items":{}}', '{"items":""}', '{"items":[null]}', '{"items":[1]}', '{"items":["x"]}', '{"items":[""]}', '{"items":[[]]}',
                '{"items":[{"status":1}]}', '{"items":[{"status":1.5}]}', '{"items":[{"status":true}]}', '{"items":[{"status":{}}]}', '{"items":[{"status":["x"]}]}',
                '{"items":[{"quantityProvisioningInformation":{}}]}', '{"items":[{"quantityProvisioningInformation":[null]}]}',
                '{"attributes":[]}', '{"attributes":"x"}', '{"attributes":""}', '{"links":1}', '{"links":{"self":[]}}', '{"links":{"self":{"headers":{"key":"a"}}}}',
                '{"x":' + '[' * 1001 + ']' * 1001 + ',"totalCount":1}'
        ]
    }

    def 'a body that is cut anywhere is rejected'() {
        expect:
        (0..<JSON.length()).every { refuses(JSON.substring(0, it).bytes, 'application/json') }
        (0..<XML.length()).every { refuses(XML.substring(0, it).bytes, 'application/xml') }
    }

    def 'null means absent, and unknown properties are ignored'() {
        expect:
        read(body, 'application/json') == OrderLineItemProvisioningStatusCollection.builder().build()

        where:
        body << [
                '{"totalCount":null,"items":null,"links":null,"attributes":null}',
                '{"items":[]}',
                '{"@class":"x","__proto__":{"a":[1]},"TotalCount":5,"":1,"items":[]}',
                '{"x":' + '[' * 999 + ']' * 999 + ',"items":[]}'
        ]
    }

    def 'an unknown status is kept as it is'() {
        expect:
        read('{"items":[{"status":"Un-heard of\\u0000"}]}', 'application/json').items()[0].status() == 'Un-heard of\u0000'
    }

    def 'XML of every serializer is read: #body'() {
        given:
        def root = 'ResourceCollectionOfOrderLineItemProvisioningStatusSmVQeeax'

        expect:
        read("<$root xmlns:i='http://www.w3.org/2001/XMLSchema-instance' xmlns='urn:a' xmlns:p='urn:b'>$body</$root>", 'application/xml') ==
                OrderLineItemProvisioningStatusCollection.builder().totalCount(total).items(items).attributes(attributes).build()

        where:
        body                                                                                        || total | items                                                       | attributes
        '<TotalCount>1</TotalCount>'                                                                || 1     | []                                                          | null
        '<p:TOTALCOUNT> \n1 </p:TOTALCOUNT>'                                                        || 1     | []                                                          | null
        '<_x003C_TotalCount_x003E_k__BackingField>1</_x003C_TotalCount_x003E_k__BackingField>'      || 1     | []                                                          | null
        '<totalCount><![CDATA[-]]><!--c-->1<?p i?></totalCount>'                                    || -1    | []                                                          | null
        '<totalCount i:nil="true"/><items i:nil="1"/><attributes i:nil=" true "/>'                  || null  | []                                                          | null
        '<totalCount i:nil="true">1</totalCount><items i:nil="TRUE"><a/></items>'                   || null  | []                                                          | null
        '<totalCount i:nil="1">1</totalCount><attributes i:nil=" 1 "><Etag>a</Etag></attributes>'   || null  | []                                                          | null
        '<attributes i:nil="0"><etag i:nil="10">a</etag></attributes>'                              || null  | []                                                          | ResourceAttributes.builder().etag('a').build()
        '<attributes i:nil=""><etag i:nil="yes">a</etag></attributes>'                              || null  | []                                                          | ResourceAttributes.builder().etag('a').build()
        '<totalCount/><items> </items><attributes><!--c--></attributes>'                            || null  | []                                                          | null
        '<attributes><unknown>x</unknown></attributes>'                                             || null  | []                                                          | ResourceAttributes.builder().build()
        '<attributes a="b"><etag i:nil="false"> </etag></attributes>'                               || null  | []                                                          | ResourceAttributes.builder().etag(' ').build()
        '<items><a/></items>'                                                                       || null  | [EMPTY_ITEM]                                                | null
        '<items><a/><b> </b></items>'                                                               || null  | [EMPTY_ITEM, EMPTY_ITEM]                                    | null
        '<items><a><x><status>no</status></x></a></items>'                                          || null  | [EMPTY_ITEM]                                                | null
        '<items><a><status>s</status></a></items><unknown>t<deep/></unknown>'                       || null  | [OrderLineItemProvisioningStatus.builder().status('s').build()] | null
    }

    def 'ambiguous XML is rejected: #body'() {
        expect:
        refuses(body.bytes, 'application/xml')

        where:
        body << [
                '', ' ', '{"totalCount":1}', '<html><body/></html>', '<OrderLineItemProvisioningStatusCollection/>',
                '<Fault><code>1</code></Fault>', '<OrderLineItemProvisioningStatus><status>fulfilled</status></OrderLineItemProvisioningStatus>',
                collection('<code>1</code>'), collection('text<totalCount>1</totalCount>'), collection('<totalCount>1</totalCount>') + 'x',
                collection('<totalCount>1</totalCount>') + '<a/>', collection('<totalCount>1</totalCount><totalCount>1</totalCount>'),
                collection('<totalCount>1</totalCount><TotalCount>1</TotalCount>'), collection('<totalCount><a>1</a></totalCount>'),
                collection('<totalCount>1.0</totalCount>'), collection('<totalCount>+1</totalCount>'), collection('<totalCount>01</totalCount>'),
                collection('<totalCount>1 2</totalCount>'), collection('<totalCount>2147483648</totalCount>'), collection('<totalCount>0x1</totalCount>'),
                collection('<items>x</items>'), collection('<items><a/>x</items>'), collection('<items><a>x</a></items>'),
                collection('<items><status>fulfilled</status></items>'), collection('<items><Status/></items>'),
                collection('<items><quantityProvisioningInformation/></items>'),
                collection('<items><a/></items><items><a/></items>'), collection('<items><a><status>x<b/></status></a></items>'),
                collection('<items xmlns:i="http://www.w3.org/2001/XMLSchema-instance"><a i:nil="true"/></items>'),
                collection('<items xmlns:i="http://www.w3.org/2001/XMLSchema-instance"><a i:nil="1"/></items>'),
                collection('<attributes>x</attributes>'), collection('<attributes><etag>a</etag>x</attributes>'),
                collection('<totalCount>&unknown;</totalCount>'), collection('<attributes><etag>&#x1;</etag></attributes>'), collection('<a:totalCount>1</a:totalCount>'),
                '<?xml version="1.1"?>' + collection('<totalCount>1</totalCount>'),
                '<!DOCTYPE OrderLineItemProvisioningStatusCollection>' + collection('<totalCount>1</totalCount>'),
                '<!DOCTYPE a [<!ENTITY e "1">]>' + collection('<totalCount>&e;</totalCount>'),
                '<!DOCTYPE a SYSTEM "http://127.0.0.1:1/x.dtd">' + collection('<totalCount>1</totalCount>'),
                '<OrderLineItemProvisioningStatusCollection xmlns:i="http://www.w3.org/2001/XMLSchema-instance" i:nil="true"/>',
                '<OrderLineItemProvisioningStatusCollection xmlns:i="http://www.w3.org/2001/XMLSchema-instance" i:nil="true"><totalCount>1</totalCount></OrderLineItemProvisioningStatusCollection>',
                collection('<x>' * 100_000 + '</x>' * 100_000 + '<totalCount>1</totalCount>')
        ]
    }

    def 'a message does not quote the body'() {
        when:
        decode(body.bytes, type)

        then:
        UnreadableBodyException e = thrown()
        !e.message.contains('secret')
        e.cause == null

        where:
        type               | body
        'application/json' | '{"items":[{"status":{"secret":1}}]}'
        'application/json' | '{"totalCount":"secret"}'
        'application/json' | '{"totalCount":secret}'
        'application/xml'  | collection('<totalCount>secret</totalCount>')
        'application/xml'  | collection('<secret')
        'application/xml'  | collection('<items>secret</items>')
    }

    def 'a message says what is wrong: #body'() {
        when:
        decode(body.bytes, type)

        then:
        UnreadableBodyException e = thrown()
        e.message.contains(said)

        where:
        type               | body                                                       || said
        'application/json' | '[]'                                                       || 'its root value is invalid (line 1, column 1)'
        'application/json' | '{"totalCount":1'                                          || 'malformed (line 1, column '
        'application/json' | '{"items":[{"lineItemNumber":"1"}]}'                       || 'the value at items[0].lineItemNumber is invalid (line 1, column '
        'application/xml'  | collection('<totalCount>1.0</totalCount>')                 || 'totalCount is not a whole number'
        'application/xml'  | collection('<items><a><lineItemNumber>x</lineItemNumber></a></items>') || 'lineItemNumber is not a whole number'
        'application/xml'  | collection('<items><a><status>a<b/></status></a></items>') || 'it has elements where text is expected, in status'
        'application/xml'  | collection('<totalCount>2147483648</totalCount>')          || 'the value at totalCount is invalid'
        'application/xml'  | collection('<items>')                                      || 'malformed (line 1, column '
    }

    def 'a list of any length is read in linear time'() {
        expect:
        read('{"items":[' + (['{"status":"fulfilled"}'] * 20_000).join(',') + ']}', 'application/json').items().size() == 20_000
        read(collection('<items>' + '<i><status>fulfilled</status></i>' * 20_000 + '</items>'), 'application/xml').items().size() == 20_000
    }

    private static String xmlStatus(String status) {
        collection("<items><a><status>$status</status></a></items>")
    }

    private static String collection(String content) {
        "<OrderLineItemProvisioningStatusCollection>$content</OrderLineItemProvisioningStatusCollection>"
    }

    private OrderLineItemProvisioningStatusCollection read(String body, String type) {
        decode(body.getBytes(StandardCharsets.UTF_8), type)
    }

    private OrderLineItemProvisioningStatusCollection decode(byte[] body, String type) {
        decoder.decode(body, MediaType.parse(type), OrderLineItemProvisioningStatusCollection) as OrderLineItemProvisioningStatusCollection
    }

    private static byte[] bytes(byte[]... parts) {
        def all = new ByteArrayOutputStream()
        parts.each { all.write(it) }
        all.toByteArray()
    }

    private boolean refuses(byte[] body, String type) {
        try {
            decode(body, type)
            return false
        } catch (UnreadableBodyException ignored) {
            return true
        }
    }

    private static QuantityProvisioningStatus quantity(int quantity, String status) {
        QuantityProvisioningStatus.builder().quantity(quantity).status(status).build()
    }
}
