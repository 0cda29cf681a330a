package io.github.partnercenter4j.sandbox.internal.http

import io.github.partnercenter4j.sandbox.InProcessRequest
import java.time.Clock
import java.time.Instant
import java.time.ZoneId
import java.util.zip.GZIPInputStream
import spock.lang.Specification

/** The values that requests bring, and those that responses get from them. */
class HeadersSpec extends Specification {

    static final GUID = 'D0e38dfd-a2c5-4a14-ac06-12d30f0ec54e'

    def "Accept-Encoding #offers offers gzip: #offered"(List<String> offers, boolean offered) {
        expect:
        ContentCoding.offersGzip(new InProcessRequest('GET', '/', offers ? ['Accept-Encoding': offers] : [:])) == offered

        where:
        offers                    || offered
        []                        || false
        ['gzip']                  || true
        ['br', 'gzip;q=0.1']      || true
        ['gzip;q=0']              || false
        ['gzip;q=0.00, br']       || false
        ['xgzip']                 || false
    }

    def "a compressed body is the body"() {
        expect:
        new GZIPInputStream(new ByteArrayInputStream(ContentCoding.gzip('body'.bytes))).bytes == 'body'.bytes
    }

    def "'#text' in a path is #encoded"(String text, String encoded) {
        expect:
        PathSegment.encoded(text) == encoded

        where:
        text          || encoded
        'aZ0-._~'     || 'aZ0-._~'
        'a b'         || 'a%20b'
        'a+b*c/d?e#f' || 'a%2Bb%2Ac%2Fd%3Fe%23f'
        '\u00e9%'     || '%C3%A9%25'
    }

    def "the id of a customer must be a GUID, in any case"() {
        when:
        Guid.requireCustomerId(GUID)
        Guid.requireCustomerId(GUID + '0')

        then:
        def e = thrown(IllegalArgumentException)
        e.message == "The id of a customer must be a GUID, but was: ${GUID}0"
    }

    def "a valid #name of the request is returned, and another is replaced: #value"(String name, String value, boolean returned) {
        given:
        def headers = new TracingHeaders(Clock.systemUTC())
        def made = (1..2).collect { headers.of(new InProcessRequest('GET', '/', [(name): value]))[name] }

        expect:
        made.every { (it == value) == returned }
        made.toSet().size() == (returned ? 1 : 2)
        made[0] ==~ (name == 'MS-CV' ? /[A-Za-z0-9+\/]{16}(\.0|koceL\.0)/ : Guid.PATTERN)

        where:
        name               | value                   || returned
        'MS-RequestId'     | GUID                    || true
        'MS-RequestId'     | 'x'                     || false
        'MS-CorrelationId' | GUID                    || true
        'MS-CorrelationId' | ''                      || false
        'MS-CV'            | 'InswEQre402koceL.0'    || true
        'MS-CV'            | 'InswEQre402koceL'      || false
    }

    def "every response names the server and the time, with two digits for the day and in English"() {
        given:
        def clock = Clock.fixed(Instant.parse('2017-04-05T23:59:09.999Z'), ZoneId.of('Asia/Kathmandu'))

        expect:
        new TracingHeaders(clock).of(new InProcessRequest('GET', '/')).subMap('MS-ServerId', 'Request-Context', 'Date') ==
            ['MS-ServerId': '030020344', 'Request-Context': 'appId=cid-v1:00000000-0000-0000-0000-000000000000', Date: 'Wed, 05 Apr 2017 23:59:09 GMT']
    }
}
