package io.github.partnercenter4j.sandbox

import io.github.partnercenter4j.sandbox.wire.HttpHead
import java.time.Duration
import java.time.Instant
import spock.lang.Specification

/** What a test can ask of the requests that arrived. */
class JournalSpec extends Specification {

    static final NOW = Instant.parse('2026-01-02T03:04:05Z')

    def journal = new Journal()

    def "the last 10,000 requests are kept, and all are counted"() {
        when:
        (1..10_000).each { journal.add(new RecordedRequest('GET', "/$it", [], NOW)) }

        then:
        journal.get(0).target() == '/1'

        when:
        journal.add(new RecordedRequest('GET', '/10001', [], NOW))

        then:
        journal.all().size() == 10_000
        journal.get(0).target() == '/2'
        journal.last().target() == '/10001'
        journal.count() == 10_001
        journal.mostWithin(Duration.ofSeconds(1)) == 10_001
    }

    def "an assertion about the number of requests names both numbers"() {
        given:
        journal.add(request('GET /a HTTP/1.1'))

        expect:
        journal.hasCount(1).is(journal)

        when:
        journal.hasCount(2)

        then:
        def e = thrown(AssertionError)
        e.message == 'Expected 2 requests, but there were 1: [GET /a]'

        when:
        journal.get(1)

        then:
        e = thrown(AssertionError)
        e.message == 'Expected request 1, but there were only 1 requests'
    }

    def "without a request there is no last one"() {
        when:
        journal.last()

        then:
        thrown(AssertionError)
    }

    def "clear() forgets requests, arrivals and refusals"() {
        given:
        journal.add(request('GET /a HTTP/1.1'))
        2.times { journal.refused() }

        expect:
        journal.overQuota() == 2

        when:
        journal.clear()

        then:
        [journal.count(), journal.overQuota(), journal.all(), journal.mostWithin(Duration.ofDays(1))] == [0, 0, [], 0]
    }

    def "a request is taken from its head: #line"(String line, String method, String target) {
        given:
        def request = request(line, 'A: 1\r\na: 2\r\nB: 3\r\n')

        expect:
        [request.method(), request.target(), request.arrived()] == [method, target, NOW]
        request.header('A') == ['1', '2']
        request.header('b') == ['3']
        request.header('c') == []

        where:
        line                     || method | target
        'GET /a%2Fb?c=d HTTP/1.1' || 'GET' | '/a%2Fb?c=d'
        'GET'                    || 'GET'  | ''
    }

    def "assertions that hold can be chained"() {
        given:
        def request = request('GET /a HTTP/1.1', 'A: 1\r\nAuthorization: Bearer s3cret\r\n')

        expect:
        request.hasMethod('GET').hasTarget('/a').hasHeader('a').hasHeader('a', '1').hasHeader('authorization', 'Bearer s3cret').hasNoHeader('b').is(request)
    }

    def "an assertion that does not hold says what was expected and what arrived, but no token: #expected"(String expected, Closure<?> assertion) {
        when:
        assertion(request('GET /a HTTP/1.1', 'A: 1\r\nA: 2\r\nAuthorization: Bearer s3cret\r\n'))

        then:
        def e = thrown(AssertionError)
        e.message == "Expected $expected of the request\nGET /a\nA: 1\nA: 2\nAuthorization: (hidden)"

        where:
        expected                         | assertion
        'method POST'                    | { it.hasMethod('POST') }
        'target /'                       | { it.hasTarget('/') }
        'one header A'                   | { it.hasHeader('A') }
        'one header B'                   | { it.hasHeader('B') }
        'A: 1'                           | { it.hasHeader('A', '1') }
        'AUTHORIZATION: (another value)' | { it.hasHeader('AUTHORIZATION', 'Bearer s3cret2') }
        'no header a'                    | { it.hasNoHeader('a') }
    }

    private static RecordedRequest request(String line, String headers = '') {
        RecordedRequest.of(HttpHead.read(new ByteArrayInputStream("$line\r\n$headers\r\n".bytes)), NOW)
    }
}
