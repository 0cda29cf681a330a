package io.github.partnercenter4j.client.internal.http

import feign.Response
import java.nio.charset.StandardCharsets
import spock.lang.Specification

/** A body in memory can be read several times and without a copy. */
class ReceivedBodySpec extends Specification {
    static final byte[] BYTES = 'grüße'.getBytes('UTF-8')

    def 'a body can be read again and again'() {
        given:
        def body = new ReceivedBody(BYTES)

        expect:
        body.repeatable
        body.length() == BYTES.length
        2.times { assert body.asInputStream().readAllBytes() == BYTES }
        body.asReader(StandardCharsets.UTF_8).text == 'grüße'
        ReceivedBody.bytes(body).is(BYTES)
    }

    def 'the bytes of a body of Feign are read, and null has none'() {
        given:
        Response.Body other = Stub { asInputStream() >> new ByteArrayInputStream(BYTES) }

        expect:
        ReceivedBody.bytes(other) == BYTES
        ReceivedBody.bytes(null).length == 0
    }

    def 'a body that cannot be read is an error'() {
        given:
        Response.Body broken = Stub { asInputStream() >> { throw new IOException('x') } }

        when:
        ReceivedBody.bytes(broken)

        then:
        thrown(UncheckedIOException)
    }
}
