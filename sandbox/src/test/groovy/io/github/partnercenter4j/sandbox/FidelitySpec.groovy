package io.github.partnercenter4j.sandbox

import static io.github.partnercenter4j.sandbox.Responses.serverError
import static io.github.partnercenter4j.sandbox.Fidelity.DOCUMENTED
import static io.github.partnercenter4j.sandbox.Fidelity.OBSERVED

import java.time.Clock
import java.time.Instant
import java.time.ZoneOffset
import spock.lang.Specification

class FidelitySpec extends Specification {

    static final STRANGER = '11111111-2222-3333-4444-555555555555'
    static final TYPES = ['application/json', 'text/json', 'application/xml', 'text/xml']

    def "#status as #accept is the checked-in body, #fidelity"(Fidelity fidelity, int status, String accept) {
        given:
        def sandbox = new InProcessSandbox(PartnerCenterSandbox.builder()
            .spec(KnownSpec.MODEL).fidelity(fidelity).forbiddenCustomer(STRANGER).quota(status == 429 ? 0 : 1)
            .clock(Clock.fixed(Instant.parse('2026-01-02T03:04:05Z'), ZoneOffset.UTC)))
        def customer = [400: 'x', 403: STRANGER].getOrDefault(status, InProcessSandbox.CUSTOMER)
        def order = status == 404 ? 'x' : InProcessSandbox.ORDER
        def token = status == 401 ? 'x' : sandbox.token
        if (status == 500) {
            sandbox.script.then(serverError())
        }

        when:
        def response = sandbox.get(sandbox.orderUrl(customer, order), [Authorization: "Bearer $token" as String, Accept: accept])

        then:
        response.statusCode() == status
        def file = "${fidelity.name().toLowerCase(Locale.ROOT)}/${status}.${accept.endsWith('json') ? 'json' : 'xml'}"
        response.body() == FidelitySpec.getResourceAsStream(file).bytes
        def gateway = status == 429 && fidelity == OBSERVED
        response.headers().allValues('Content-Type') == [gateway ? 'application/json' : accept + '; charset=utf-8']
        response.headers().allValues('Retry-After') == (status == 429 ? ['60'] : [])
        response.headers().allValues('Date') == ['Fri, 02 Jan 2026 03:04:05 GMT']

        where:
        [fidelity, status, accept] << [[DOCUMENTED, OBSERVED], [200, 400, 401, 403, 404, 429, 500], TYPES].combinations()
    }

    def "the body of a 429 of the gateway has the seconds of its header, even for planned content"() {
        given:
        def sandbox = new InProcessSandbox(InProcessSandbox.options().fidelity(OBSERVED))
        sandbox.script.then(Responses.response(429, [code: '429', description: 'Too many requests were made.']))

        when:
        def response = sandbox.get(sandbox.orderUrl())

        then:
        response.headers().allValues('Retry-After') == ['57']
        response.text() == '{"statusCode": 429, "message": "Rate limit is exceeded. Try again in 57 seconds."}'
    }

    def "the observed code of a fault in JSON is a number if that loses nothing: #code"(String code, String written) {
        given:
        def sandbox = new InProcessSandbox(InProcessSandbox.options().fidelity(OBSERVED))
        sandbox.script.then(serverError().code(code))

        when:
        def response = sandbox.get(sandbox.orderUrl())

        then:
        response.text().startsWith("{\"code\":$written,")

        where:
        code         || written
        '800003'     || '800003'
        '0'          || '0'
        '007'        || '"007"'
        '1234567890' || '"1234567890"'
        'E7'         || '"E7"'
    }

    def "#fidelity deviates from the spec in #deviations"(Fidelity fidelity, List<Deviation> deviations) {
        expect:
        fidelity.deviations() == deviations.toSet()
        deviations.every { it.reason().endsWith('.') }

        where:
        fidelity   || deviations
        DOCUMENTED || []
        OBSERVED   || Deviation.values().toList()
    }
}
