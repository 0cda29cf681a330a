package io.github.partnercenter4j.client.internal.body

import java.nio.charset.StandardCharsets
import spock.lang.Specification

class FaultReaderSpec extends Specification {
    static final String TOKEN = 's3cret-token'

    def reader = new FaultReader(Mappers.json())

    def "the readable properties of a fault in #type are read, row #iterationIndex"() {
        expect:
        read(type, body.getBytes('UTF-8')) == fault

        where:
        type   | body                                                             || fault
        'json' | '{"message":"m","description":"d","Message":"M"}'                || fault(null, 'd')
        'json' | '{"Message":"M","message":"m"}'                                  || fault(null, 'm')
        'json' | '{"code":"","description":"","message":"m","source":""}'         || fault(null, 'm')
        'json' | "{\"code\":\"c $TOKEN\",\"data\":[\"a $TOKEN\"],\"source\":\"s $TOKEN\"}" || fault('c ***', null, ['a ***'], 's ***')
        'json' | '{"code":0}'                                                     || fault('0', null)
        'json' | '{"code":-1}'                                                    || fault('-1', null)
        'json' | '{"code":900421}'                                                || fault('900421', null)
        'json' | '{"code":12345678901234567890}'                                  || fault('12345678901234567890', null)
        'json' | '{"code":1.5,"description":0}'                                   || fault(null, null)
        'json' | '{"code":false,"description":null}'                              || fault(null, null)
        'xml'  | '<Fault><code>0</code></Fault>'                                  || fault('0', null)
        'json' | '[{"code":"c"}]'                                                 || FaultBody.UNREADABLE
        'json' | '"code"'                                                         || FaultBody.UNREADABLE
        'json' | 'null'                                                           || FaultBody.UNREADABLE
        'json' | ''                                                               || FaultBody.UNREADABLE
        'xml'  | ''                                                               || FaultBody.UNREADABLE
        'xml'  | '<Fault><code>c</code></Fault>text'                              || FaultBody.UNREADABLE
        'xml'  | '<Fault><code>c</code></Fault><!-- comment -->'                  || fault('c', null)
        'xml'  | '<Fault><code>2<!-- no -->0<![CDATA[0]]></code></Fault>'         || fault('200', null)
        'xml'  | '<Fault><data><string>a</string><string>b</string></data></Fault>' || fault(null, null, ['a', 'b'])
        'xml'  | '<Fault><code>c</code><data><string><x>a</x></string></data></Fault>' || fault('c', null)
        'xml'  | '<Fault><code>c</code><data>text<string>a</string></data></Fault>' || fault('c', null)
        'xml'  | '<!-- c --><?p i?> <ApiFault><!-- c --><Code>c</Code></ApiFault>' || fault('c', null)
        'xml'  | '<Error><Message>m</Message></Error>'                            || fault(null, 'm')
        'xml'  | '<html><code>c</code></html>'                                    || FaultBody.UNREADABLE
        'xml'  | '<Fault>text<code>c</code>text</Fault>'                          || fault('c', null)
        'xml'  | '<Fault><code>a</code><Code>b</Code><description>d</description></Fault>' || fault(null, 'd')
        'xml'  | '<Fault><code>a</code><code>b</code><code>c</code></Fault>'      || fault(null, null)
        'xml'  | '<Fault><code nil="true">c<x/></code><description>d</description></Fault>' || fault(null, 'd')
        'xml'  | '<Fault><code><a><b>x</b></a></code><source>s</source></Fault>'  || fault(null, null, [], 's')
        'xml'  | '<Fault><data> <string>a</string><!-- c -->\n</data><code>c</code></Fault>' || fault('c', null, ['a'])
        'xml'  | '<Fault><data><string>a<b>x<c/></b></string></data><code>c</code></Fault>' || fault('c', null)
        'xml'  | '<Fault><data><string>a</string><string nil="1"/></data><code>c</code></Fault>' || fault('c', null)
        'xml'  | '<Fault><data><string> </string></data></Fault>'                 || fault(null, null, [' '])
    }

    def "a fault is read with its charset: #type #charset"() {
        expect:
        read("$type; charset=$charset", body.getBytes(charset)) == fault('c', 'Stra\u00dfe')

        where:
        [[type, body], charset] << [
            [['json', '{"code":"c","description":"Stra\u00dfe"}'], ['xml', '<Fault><code>c</code><description>Stra\u00dfe</description></Fault>']],
            ['UTF-8', 'ISO-8859-1', 'UTF-16BE']
        ].combinations()
    }

    def "a body without a media type, or with another than JSON and XML, is not a fault: #type"() {
        expect:
        reader.read('{"code":"c"}'.bytes, type, { it }) == FaultBody.UNREADABLE

        where:
        type << [null, MediaType.parse('text/html')]
    }

    def "bytes that are invalid in the charset are not a fault"() {
        expect:
        read('json', '{"code":"\u00df"}'.getBytes(StandardCharsets.ISO_8859_1)) == FaultBody.UNREADABLE
    }

    private FaultBody read(String type, byte[] body) {
        reader.read(body, MediaType.parse('application/' + type), { it.replace(TOKEN, '***') })
    }

    private static FaultBody fault(String code, String description, List<String> data = [], String source = null) {
        new FaultBody(code, description, data, source)
    }
}
