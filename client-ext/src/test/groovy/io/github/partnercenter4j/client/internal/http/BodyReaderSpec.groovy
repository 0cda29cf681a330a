package io.github.partnercenter4j.client.internal.http

import static io.github.partnercenter4j.client.internal.http.TransportFailure.Kind.BODY_TOO_LARGE
import static io.github.partnercenter4j.client.internal.http.TransportFailure.Kind.UNREADABLE_BODY

import org.apache.hc.client5.http.classic.methods.HttpUriRequestBase
import org.apache.hc.core5.http.io.entity.ByteArrayEntity
import org.apache.hc.core5.http.message.BasicClassicHttpResponse
import spock.lang.Specification

/** What is read of a body, without a connection. */
class BodyReaderSpec extends Specification {
    static final byte[] HELLO = 'hello world'.bytes

    def reader = new BodyReader(100)
    def exchange = new Exchange(TransportSpecification.call(), new HttpUriRequestBase('GET', URI.create('https://a.example')))

    def 'a body with Content-Encoding <#coding> is #what'(String coding, String what, byte[] body, byte[] read) {
        expect:
        reader.read(response(200, coding, body), exchange) == read
        exchange.receivedBytes() == body.length
        exchange.expectedBytes() == body.length
        exchange.phase() == Exchange.Phase.READING_BODY

        where:
        coding           | what                      | body              || read
        null             | 'returned as it is' | HELLO             || HELLO
        null             | 'returned as it is' | gzip(HELLO)       || gzip(HELLO)
        'identity'       | 'returned as it is' | HELLO             || HELLO
        'gzip'           | 'decompressed' | gzip(HELLO)       || HELLO
        'X-GZip'         | 'decompressed' | gzip(HELLO)       || HELLO
        'gzip, gzip'     | 'decompressed twice' | gzip(gzip(HELLO)) || HELLO
        'gzip, gzip'     | 'decompressed once' | gzip(HELLO)       || HELLO
        'gzip'           | 'decompressed once' | gzip(gzip(HELLO)) || gzip(HELLO)
        'gzip,gzip,gzip' | 'decompressed twice' | gzip(gzip(gzip(HELLO))) || gzip(HELLO)
        'gzip, gzip'     | 'too short for gzip' | gzip([0x1F] as byte[]) || [0x1F] as byte[]
        'gzip, gzip'     | 'no gzip, by one byte' | gzip([0x1F, 0x8C] as byte[]) || [0x1F, 0x8C] as byte[]
        'gzip, gzip'     | 'no gzip, by another byte' | gzip([0x1E, 0x8B] as byte[]) || [0x1E, 0x8B] as byte[]
        'br'             | 'empty' | new byte[0]       || new byte[0]
    }

    def 'a status #status without a body has an empty one'() {
        expect:
        reader.read(new BasicClassicHttpResponse(status), exchange).length == 0

        where:
        status << [204, 304]
    }

    def 'of an error with an unknown coding only text is read: #what'(String what, byte[] body, boolean text) {
        expect:
        reader.read(response(status, 'utf-8', body), exchange) == (text ? body : new byte[0])

        where:
        what                | body                         | text
        'a word'            | HELLO                        | true
        'two lines'         | 'a\tb\r\nc'.bytes            | true
        'an umlaut'         | 'ü'.getBytes('UTF-8')        | true
        'a control character' | [97, 0] as byte[]          | false
        'no UTF-8'          | [97, 0xFF] as byte[]         | false
        status = 404
    }

    def 'a status #status must be complete: #complete'() {
        when:
        def failure = failure { reader.read(response(status, 'br', HELLO), exchange) }

        then:
        failure?.kind() == (complete ? UNREADABLE_BODY : null)
        failure == null || failure.status() == status && !failure.repeatable

        where:
        status || complete
        199    || false
        200    || true
        299    || true
        300    || false
    }

    def 'an unknown coding of #length characters is shown with at most 100'() {
        expect:
        failure { reader.read(response(200, 'x' * length, HELLO), exchange) }.description() ==
                "The body of the response with status 200 has the Content-Encoding $shown, but the client reads only gzip and identity"

        where:
        length || shown
        100    || 'x' * 100
        101    || 'x' * 100 + '...'
    }

    def 'broken gzip fails with a 2xx status, and is read as far as possible otherwise'() {
        given:
        def broken = gzip(HELLO)[0..-6] as byte[]

        when:
        def failure = failure { reader.read(response(200, 'gzip', broken), exchange) }

        then:
        failure.kind() == UNREADABLE_BODY
        failure.description() == 'The body of the response with status 200 is not gzip, although its Content-Encoding says so'
        failure.cause instanceof IOException
        reader.read(response(500, 'gzip', broken), exchange) == HELLO
        reader.read(response(500, 'gzip', HELLO), exchange).length == 0
    }

    def 'a body of #length bytes with status #status is #what the limit of 100: #coding'(int status, String coding, int length, String what, int read) {
        given:
        def body = coding == null ? new byte[length] : gzip(new byte[length])
        byte[] bytes = null

        when:
        def failure = failure { bytes = reader.read(response(status, coding, body), exchange) }

        then:
        failure?.kind() == (what == 'refused above' ? BODY_TOO_LARGE : null)
        failure == null || failure.description() == 'The body of the response with status 200 is larger than the limit of 100 bytes'
        failure != null || bytes.length == read

        where:
        status | coding | length | what            || read
        200    | null   | 100    | 'within'        || 100
        200    | null   | 101    | 'refused above' || 0
        200    | 'gzip' | 100    | 'within'        || 100
        200    | 'gzip' | 101    | 'refused above' || 0
        500    | null   | 101    | 'cut to'        || 100
        500    | 'gzip' | 101    | 'cut to'        || 100
        500    | null   | 99     | 'within'        || 99
    }

    def 'a body of #length bytes that is in memory is not copied unless it is cut'() {
        given:
        def body = new byte[length]

        expect:
        reader.withinLimit(body, 500).is(body) == same

        where:
        length || same
        99     || true
        100    || true
        101    || false
    }

    private static TransportFailure failure(Closure<?> action) {
        try {
            action()
            null
        } catch (TransportFailure e) {
            e
        }
    }

    private static byte[] gzip(byte[] bytes) {
        TransportSpecification.gzip(bytes)
    }

    private static BasicClassicHttpResponse response(int status, String coding, byte[] body) {
        def response = new BasicClassicHttpResponse(status)
        response.entity = new ByteArrayEntity(body, null)
        if (coding != null) {
            response.addHeader('Content-Encoding', coding)
        }
        response
    }
}
