package io.github.partnercenter4j.sandbox

import static io.github.partnercenter4j.sandbox.Responses.fulfilled
import static io.github.partnercenter4j.sandbox.Responses.pending
import static io.github.partnercenter4j.sandbox.Responses.serverError
import static io.github.partnercenter4j.sandbox.Responses.tooManyRequests
import static io.github.partnercenter4j.sandbox.Responses.unfulfilled
import static io.github.partnercenter4j.sandbox.Responses.usual
import static java.time.Duration.ofMillis

import com.fasterxml.jackson.databind.ObjectMapper
import java.util.zip.GZIPInputStream
import spock.lang.AutoCleanup
import spock.lang.Shared
import spock.lang.Specification

class ScriptSpec extends Specification {

    @Shared @AutoCleanup PartnerCenterSandbox sandbox = PartnerCenterSandbox.start()

    def cleanup() {
        sandbox.reset()
        sandbox.setStatus(sandbox.customerId(), sandbox.orderId(), 0, 'fulfilled')
    }

    def "planned responses are sent in order, then the usual ones"() {
        given:
        sandbox.next(tooManyRequests().retryAfter(ofMillis(1500))).then(2, serverError()).then(pending()).then(usual()).then(unfulfilled()).then(fulfilled())

        when:
        def responses = (1..8).collect { get() }

        then:
        responses*.statusCode() == [429, 500, 500, 200, 200, 200, 200, 200]
        responses[0].headers().allValues('Retry-After') == ['2']
        responses.drop(3).collect { json(it).items[0].status } == ['PrefulfillmentPending', 'PrefulfillmentPending', 'Unfulfilled', 'fulfilled', 'fulfilled']
    }

    def "a planned response can have a description, headers and a delay"() {
        given:
        sandbox.next(serverError().description('d').header('retry-after', '7').header('X-A', 'a').withoutHeader('ms-cv').delay(ofMillis(300)))
        def start = System.nanoTime()

        when:
        def response = get()

        then:
        System.nanoTime() - start >= ofMillis(300).toNanos()
        json(response).description == 'd'
        response.headers().allValues('Retry-After') == ['7']
        response.headers().allValues('X-A') == ['a']
        response.headers().allValues('MS-CV') == []
    }

    def "requests without an operation do not use a planned response"() {
        given:
        def script = sandbox.next(serverError())

        when:
        RawClient.get(sandbox.baseUrl() + '/nowhere', [:])

        then:
        script.remaining() == 1
        get().statusCode() == 500
        script.remaining() == 0
    }

    def "a reset removes planned responses and recorded requests"() {
        given:
        sandbox.next(serverError())
        RawClient.get(sandbox.baseUrl() + '/nowhere', [:])

        when:
        sandbox.reset()

        then:
        sandbox.requests().hasCount(0)
        get().statusCode() == 200
    }

    def "a response is compressed for Accept-Encoding #offer"(String offer, List<String> coding) {
        when:
        def response = get(['Accept-Encoding': offer])

        then:
        response.headers().allValues('Content-Encoding') == coding
        def body = coding ? new GZIPInputStream(new ByteArrayInputStream(response.body())).bytes : response.body()
        body == ScriptSpec.getResourceAsStream('documented/200.json').bytes

        where:
        offer                || coding
        'gzip'               || ['gzip']
        'deflate, gzip;q=.5' || ['gzip']
        'gzip;q=0'           || []
        'gzip; q=0.0, br'    || []
        'xgzip'              || []
        'identity'           || []
    }

    def "assertions about requests can be chained"() {
        when:
        RawClient.get(sandbox.baseUrl() + '/a%2Fb;c?d=%20', [Accept: 'text/xml', 'X-A': 'a'])
        RawClient.send('POST', sandbox.baseUrl() + '/x', [:])

        then:
        sandbox.requests().hasCount(2)
        sandbox.requests().get(0).hasMethod('GET').hasTarget('/a%2Fb;c?d=%20').hasHeader('accept', 'text/xml').hasHeader('x-a').hasNoHeader('X-B')
        sandbox.requests().last().hasMethod('POST').hasTarget('/x')
        sandbox.requests().all()*.target() == ['/a%2Fb;c?d=%20', '/x']
    }

    def "a failed assertion about a request does not show the token"(Closure<?> guess) {
        given:
        get()

        when:
        guess(sandbox)

        then:
        def e = thrown(AssertionError)
        !e.message.contains(sandbox.token())

        where:
        guess << [
            { it.requests().hasCount(2) },
            { it.requests().get(1) },
            { it.requests().last().hasMethod('POST') },
            { it.requests().last().hasTarget('/') },
            { it.requests().last().hasHeader('Accept') },
            { it.requests().last().hasHeader('Authorization', 'Bearer x') },
            { it.requests().last().hasHeader('Authorization', 'Bearer ' + it.token() + 'x') },
            { it.requests().last().hasNoHeader('Authorization') },
        ]
    }

    private get(Map<String, String> headers = [:]) {
        RawClient.get("${sandbox.baseUrl()}/v1/customers/${sandbox.customerId()}/orders/${sandbox.orderId()}/provisioningstatus", [Authorization: 'Bearer ' + sandbox.token()] + headers)
    }

    private static json(response) {
        new ObjectMapper().readValue(response.body(), Map)
    }
}
