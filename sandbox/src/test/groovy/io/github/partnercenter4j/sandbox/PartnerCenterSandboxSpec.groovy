package io.github.partnercenter4j.sandbox

import java.net.http.HttpClient
import java.net.http.HttpRequest
import java.net.http.HttpResponse
import java.time.Instant
import java.time.ZonedDateTime
import java.time.format.DateTimeFormatter
import java.time.temporal.ChronoUnit
import spock.lang.AutoCleanup
import spock.lang.Shared
import spock.lang.Specification
import spock.lang.Timeout

class PartnerCenterSandboxSpec extends Specification {

    static final GUID = ~/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/
    static final CUSTOMER = '0c39d6d5-c70d-4c55-bc02-f620844f3fd1'
    static final ORDER = '34828C05-C16C-4D6F-9CFC-4D2650EF19A1'
    static final SAMPLE = resource(CUSTOMER, ORDER)

    @Shared @AutoCleanup PartnerCenterSandbox sandbox = PartnerCenterSandbox.start()

    def "the response to #uri is #status with #body as #accept"(String uri, String accept, int status, String body) {
        when:
        def response = get(uri, [Accept: accept])

        then:
        response.statusCode() == status
        response.body() == literal("$body.${accept.endsWith('json') ? 'json' : 'xml'}")
        response.headers().allValues('Content-Type') == [accept + '; charset=utf-8']
        response.headers().allValues('Content-Length') == [response.body().length as String]

        where:
        [[uri, status, body], accept] << [
            [
                [SAMPLE, 200, 'sample'],
                [resource(CUSTOMER.toUpperCase(Locale.ROOT), ORDER), 200, 'sample'],
                [resource('%30c39d6d5%2Dc70d-4c55-bc02-f620844f3fd1', '%334828C05-C16C-4D6F-9CFC-4D2650EF19A1'), 200, 'sample'],
                [SAMPLE + '?size=1', 200, 'sample'],
                [resource(CUSTOMER, ORDER.toLowerCase(Locale.ROOT)), 404, 'order-not-found'],
                [resource(CUSTOMER, 'YxH1q4KScfvfkJQjgRI8QY1DznnUWZTH1'), 404, 'order-not-found'],
                [resource(CUSTOMER, 'a%2Fb'), 404, 'order-not-found'],
                [resource(CUSTOMER, 'a%3Bb%3Fc%23d%25%20%C3%A9+'), 404, 'order-not-found'],
                [resource('00000000-0000-0000-0000-000000000000', ORDER), 404, 'customer-not-found'],
                [resource('not-a-guid', ORDER), 400, 'customer-id-not-valid'],
                [resource(CUSTOMER + '0', ORDER), 400, 'customer-id-not-valid'],
                ['/', 404, 'not-routed'],
                [SAMPLE.replace('/v1/', '/v2/'), 404, 'not-routed'],
                [SAMPLE.replace('/v1/', '/'), 404, 'not-routed'],
                [SAMPLE + '/', 404, 'not-routed'],
                [resource(CUSTOMER, ''), 404, 'not-routed'],
            ],
            ['application/json', 'text/json', 'application/xml', 'text/xml']
        ].combinations()
    }

    def "the Accept line of the documentation gets application/json"() {
        when:
        def response = get(SAMPLE, [Accept: 'application/json, text/plain, */*'])

        then:
        response.statusCode() == 200
        response.headers().firstValue('Content-Type').get() == 'application/json; charset=utf-8'
        response.body() == literal('sample.json')
    }

    def "a request without Accept gets application/json"() {
        expect:
        get(SAMPLE, [:]).body() == literal('sample.json')
    }

    def "the authorization #authorization is rejected"(Map<String, String> authorization) {
        when:
        def response = RawClient.get(sandbox.baseUrl() + SAMPLE, authorization)

        then:
        response.statusCode() == 401
        response.body() == literal('unauthorized.json')

        where:
        authorization << [
            [:],
            [Authorization: 'Bearer'],
            [Authorization: 'Bearer '],
            [Authorization: 'Bearer wrong'],
            [Authorization: 'Basic dXNlcjpwYXNzd29yZA=='],
        ]
    }

    def "the token is rejected with another scheme, with another ending, and if it is sent twice"() {
        given:
        def uri = sandbox.baseUrl() + SAMPLE
        def good = 'Bearer ' + sandbox.token()

        expect:
        RawClient.get(uri, [Authorization: 'Basic ' + sandbox.token()]).statusCode() == 401
        RawClient.get(uri, [Authorization: good + '0']).statusCode() == 401
        RawClient.get(uri, [Authorization: good, authorization: good]).statusCode() == 401
        RawClient.get(uri, [Authorization: good.toUpperCase(Locale.ROOT)]).statusCode() == 401
        RawClient.get(uri, [Authorization: 'bearer ' + sandbox.token()]).statusCode() == 200
    }

    def "the token is checked before the customer id"() {
        expect:
        RawClient.get(sandbox.baseUrl() + resource('not-a-guid', ORDER), [:]).statusCode() == 401
    }

    def "#method is not supported on the resource"(String method) {
        when:
        def response = RawClient.send(method, sandbox.baseUrl() + SAMPLE, [Authorization: 'Bearer ' + sandbox.token()])

        then:
        response.statusCode() == 405
        response.body() == literal('method-not-allowed.json')

        where:
        method << ['POST', 'PUT', 'DELETE', 'PATCH']
    }

    def "the response returns the ids of the request, for #uri"(String uri) {
        given:
        def ids = ['MS-RequestId': 'd0e38dfd-a2c5-4a14-ac06-12d30f0ec54e', 'ms-correlationid': 'E937630B-8341-4d70-8f73-450d32ee0189', 'MS-CV': 'InswEQre402koceL.0']

        when:
        def response = get(uri, ids)

        then:
        ids.each { name, value -> assert response.headers().allValues(name) == [value] }

        where:
        uri << [SAMPLE, resource(CUSTOMER, 'unknown'), '/nowhere']
    }

    def "an id is returned in its own case, whatever was sent before on the connection"() {
        expect:
        ['e937630b-8341-4d70-8f73-450d32ee0189', 'E937630B-8341-4D70-8F73-450D32EE0189'].each {
            assert header(get(SAMPLE, ['MS-CorrelationId': it]), 'MS-CorrelationId') == it
        }
    }

    def "ids are generated if the request has #sent"(Map<String, String> sent) {
        when:
        def one = get(SAMPLE, sent)
        def other = get(SAMPLE, sent)

        then:
        header(one, 'MS-RequestId') ==~ GUID
        header(one, 'MS-CorrelationId') ==~ GUID
        header(one, 'MS-CV') ==~ /[A-Za-z0-9+\/]{16}\.0/
        ['MS-RequestId', 'MS-CorrelationId', 'MS-CV'].every { header(one, it) != header(other, it) }
        header(one, 'MS-RequestId') != header(one, 'MS-CorrelationId')

        where:
        sent << [[:], ['MS-RequestId': 'not a guid', 'MS-CorrelationId': '', 'MS-CV': '?']]
    }

    def "a response has the server's id and the time"() {
        given: 'a time in whole seconds'
        def before = Instant.now().truncatedTo(ChronoUnit.SECONDS)

        when:
        def response = get(SAMPLE, [:])

        then:
        header(response, 'MS-ServerId') ==~ /\d{9}/
        def date = ZonedDateTime.parse(header(response, 'Date'), DateTimeFormatter.RFC_1123_DATE_TIME).toInstant()
        date >= before && date <= Instant.now()
    }

    @Timeout(600)
    def "a client that prefers HTTP/2 gets HTTP/1.1"() {
        given:
        def request = HttpRequest.newBuilder(URI.create(sandbox.baseUrl() + SAMPLE)).header('Authorization', 'Bearer ' + sandbox.token()).build()

        when:
        def response = HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofByteArray())

        then:
        response.version() == HttpClient.Version.HTTP_1_1
        response.body() == literal('sample.json')
    }

    def "the base URL is an origin on the loopback address"() {
        expect:
        sandbox.baseUrl() ==~ /http:\/\/127\.0\.0\.1:\d+/
    }

    def "two sandboxes run at the same time, each with its own token"() {
        given:
        def other = PartnerCenterSandbox.start()

        expect:
        other.baseUrl() != sandbox.baseUrl()
        other.token() != sandbox.token()
        RawClient.get(other.baseUrl() + SAMPLE, [Authorization: 'Bearer ' + sandbox.token()]).statusCode() == 401
        RawClient.get(other.baseUrl() + SAMPLE, [Authorization: 'Bearer ' + other.token()]).statusCode() == 200

        cleanup:
        other.close()
    }

    def "a closed sandbox does not listen"() {
        given:
        def closed = PartnerCenterSandbox.start()
        def uri = closed.baseUrl() + SAMPLE
        closed.close()

        when:
        RawClient.get(uri, [:])

        then:
        thrown(ConnectException)
    }

    def "the sample has the ids of the documentation"() {
        expect:
        sandbox.customerId() == CUSTOMER
        sandbox.orderId() == ORDER
    }

    private HttpResponse<byte[]> get(String path, Map<String, String> headers) {
        RawClient.get(sandbox.baseUrl() + path, [Authorization: 'Bearer ' + sandbox.token()] + headers)
    }

    private static String resource(String customer, String order) {
        "/v1/customers/$customer/orders/$order/provisioningstatus"
    }

    private static String header(HttpResponse<?> response, String name) {
        response.headers().firstValue(name).get()
    }

    private static byte[] literal(String name) {
        PartnerCenterSandboxSpec.getResourceAsStream(name).bytes
    }
}
