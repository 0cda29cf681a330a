package io.github.partnercenter4j.client.behavior

import io.github.partnercenter4j.client.CallOptions
import io.github.partnercenter4j.client.Credential
import io.github.partnercenter4j.client.Format
import io.github.partnercenter4j.client.PartnerCenter
import io.github.partnercenter4j.client.PartnerCenterException
import io.github.partnercenter4j.model.KeyValuePair
import io.github.partnercenter4j.model.Link
import io.github.partnercenter4j.model.OrderLineItemProvisioningStatusCollection
import io.github.partnercenter4j.testing.Literals
import io.github.partnercenter4j.testing.SpecDocument
import io.github.partnercenter4j.testing.StubServer
import java.util.function.UnaryOperator
import spock.lang.AutoCleanup
import spock.lang.Shared
import spock.lang.Specification

/** The requests of the client contain what the spec says, and nothing else. */
class RequestSpec extends Specification {
    private static final String GUID = /[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/
    private static final String TOKEN = 's3cret-token-0123456789'
    private static final SpecDocument SPEC = SpecDocument.CURRENT
    private static final Set<String> DOCUMENTED_HEADERS =
            SPEC.parameters(SPEC.operation('getProvisioningStatus')).findAll { it.in == 'header' }*.name as Set

    /** HTTP and the security scheme require these. OpenAPI does not list Accept and Authorization as parameters. */
    private static final Set<String> HTTP_HEADERS = ['Host', 'Connection', 'Accept', 'Authorization']

    @Shared
    @AutoCleanup
    StubServer server = new StubServer()

    @Shared
    @AutoCleanup
    PartnerCenter partnerCenter = PartnerCenter.builder().baseUrl(server.baseUrl).credential(Credential.ofToken(TOKEN)).build()

    def setup() {
        server.respond(200, 'application/json', '{"items":[]}'.bytes)
    }

    def 'a call without options sends the required headers only'() {
        when:
        ask(partnerCenter)

        then:
        server.requests.size() == 1
        with(server.requests[0]) {
            method.value() == 'GET'
            url == "/v1/customers/$Literals.CUSTOMER/orders/$Literals.ORDER/provisioningstatus"
            bodyAsString == ''
            headers.keys() - ['Host', 'Connection'] as Set ==
                    ['Accept', 'Authorization', 'Accept-Encoding', 'MS-RequestId', 'MS-CorrelationId', 'X-Locale', 'MS-Contract-Version'] as Set
            getHeader('Authorization') == 'Bearer ' + TOKEN
            getHeader('Accept') == 'application/json, text/json'
            getHeader('Accept-Encoding') == 'gzip'
            getHeader('X-Locale') == 'en-US'
            getHeader('MS-Contract-Version') == 'v1'
            getHeader('MS-RequestId') ==~ GUID
            getHeader('MS-CorrelationId') ==~ GUID
            getHeader('MS-RequestId') != getHeader('MS-CorrelationId')
        }
    }

    def 'a call and a followed link with #name offer gzip and send the Accept header: #accept'() {
        given:
        if (xml) {
            server.respond(200, 'application/xml', '<OrderLineItemProvisioningStatusCollection><items/></OrderLineItemProvisioningStatusCollection>'.bytes)
        }

        when:
        ask(view(options))
        view(options).follow(Link.builder().uri("/customers/$Literals.CUSTOMER/orders").build(), OrderLineItemProvisioningStatusCollection)

        then:
        server.requests*.getHeader('Accept-Encoding') == ['gzip', 'gzip']
        server.requests*.getHeader('Accept') == [accept, accept]

        where:
        name                      | options                                                  | xml   || accept
        'no option'               | { o -> o }                                               | false || 'application/json, text/json'
        'format JSON'             | { o -> o.format(Format.JSON) }                           | false || 'application/json, text/json'
        'format XML'              | { o -> o.format(Format.XML) }                            | true  || 'application/xml, text/xml'
        'application/json'        | { o -> o.accept('application/json') }                    | false || 'application/json'
        'text/json'               | { o -> o.accept('text/json') }                           | false || 'text/json'
        'application/xml'         | { o -> o.accept('application/xml') }                     | true  || 'application/xml'
        'text/xml'                | { o -> o.accept('text/xml') }                            | true  || 'text/xml'
        'text/xml, then JSON'     | { o -> o.accept('text/xml').format(Format.JSON) }        | false || 'application/json, text/json'
        'XML, then text/json'     | { o -> o.format(Format.XML).accept('text/json') }        | false || 'text/json'
    }

    def 'a call with every option sends each header of the spec once, except the continuation token, and no other header'() {
        when:
        ask(view { o -> o.requestId('r').correlationId('c').correlationVector('cv.0').locale('de-DE').applicationName('My App').validateMfa(true).accept('text/xml') })

        then:
        with(server.requests[0]) {
            headers.keys() as Set == DOCUMENTED_HEADERS - 'MS-ContinuationToken' + HTTP_HEADERS
            headers.keys().every { name -> header(name).values().size() == 1 }
            getHeader('MS-RequestId') == 'r'
            getHeader('MS-CorrelationId') == 'c'
            getHeader('MS-CV') == 'cv.0'
            getHeader('X-Locale') == 'de-DE'
            getHeader('MS-PartnerCenter-Application') == 'My App'
            getHeader('ValidateMfa') == 'true'
            getHeader('Accept') == 'text/xml'
        }
    }

    def 'following a link with every option sends each header of the spec once, and no other header'() {
        given:
        def link = Link.builder().uri("/customers/$Literals.CUSTOMER/orders").headers([KeyValuePair.builder().key('MS-ContinuationToken').value('bmV4dA==').build()]).build()

        when:
        view { o -> o.requestId('r').correlationId('c').correlationVector('cv.0').applicationName('My App').validateMfa(true) }
                .follow(link, OrderLineItemProvisioningStatusCollection)

        then:
        with(server.requests[0]) {
            url == "/v1/customers/$Literals.CUSTOMER/orders"
            headers.keys() as Set == DOCUMENTED_HEADERS + HTTP_HEADERS
            headers.keys().every { name -> header(name).values().size() == 1 }
            getHeader('MS-ContinuationToken') == 'bmV4dA=='
        }
    }

    def 'the default value of #parameter.name is the one in the spec'() {
        when:
        ask(partnerCenter)

        then:
        server.requests[0].getHeader(parameter.name) == parameter.schema.default

        where:
        parameter << SPEC.parameters(SPEC.operation('getProvisioningStatus')).findAll { it.in == 'header' && it.schema.default }
    }

    def 'Accept lists the media types of a format in the order of the spec'() {
        when:
        ask(view { o -> o.format(format) })

        then:
        server.requests[0].getHeader('Accept') == SPEC.responses('getProvisioningStatus')*.mediaType.unique().findAll { it.endsWith(ending) }.join(', ')

        where:
        format      | ending
        Format.JSON | 'json'
        Format.XML  | 'xml'
    }

    def 'each call has a new request id and a new correlation id'() {
        when:
        3.times { ask(partnerCenter) }

        then:
        server.requests*.getHeader('MS-RequestId').unique().size() == 3
        server.requests*.getHeader('MS-CorrelationId').unique().size() == 3
    }

    def 'the order id #id is one encoded path segment'() {
        when:
        partnerCenter.orders().getProvisioningStatus(Literals.CUSTOMER, id)

        then:
        server.requests[0].url == "/v1/customers/$Literals.CUSTOMER/orders/$segment/provisioningstatus"

        where:
        id                                  || segment
        'YxH1q4KScfvfkJQjgRI8QY1DznnUWZTH1' || 'YxH1q4KScfvfkJQjgRI8QY1DznnUWZTH1'
        '../x'                              || '..%2Fx'
        'a/b'                               || 'a%2Fb'
        'a%2Fb'                             || 'a%252Fb'
        'a?b#c;d e'                         || 'a%3Fb%23c%3Bd%20e'
        'é日'                                || '%C3%A9%E6%97%A5'
        '{x}'                               || '%7Bx%7D'
        '{customerId}'                      || '%7BcustomerId%7D'
    }

    def 'an invalid id is rejected before a request is sent: #customer, #order'() {
        when:
        partnerCenter.orders().getProvisioningStatus(customer, order)

        then:
        thrown(IllegalArgumentException)
        server.requests.empty

        where:
        customer             | order
        null                 | Literals.ORDER
        ''                   | Literals.ORDER
        'contoso'            | Literals.ORDER
        '../../x'            | Literals.ORDER
        Literals.CUSTOMER    | null
        Literals.CUSTOMER    | ''
        Literals.CUSTOMER    | ' '
        Literals.CUSTOMER    | '.'
        Literals.CUSTOMER    | '..'
        Literals.CUSTOMER    | 'a\r\nb'
    }

    def 'the path of the base URL comes before the version'() {
        given:
        def prefixed = PartnerCenter.builder().baseUrl(server.baseUrl + '/gateway/').credential(Credential.ofToken(TOKEN)).build()

        when:
        ask(prefixed)

        then:
        server.requests[0].url.startsWith('/gateway/v1/customers/')

        cleanup:
        prefixed.close()
    }

    def 'a redirect is not followed: #status'() {
        given:
        def elsewhere = new StubServer()
        elsewhere.respond(200, 'application/json', '{"items":[]}'.bytes)
        server.respond(status, 'text/html', 'moved'.bytes, [Location: elsewhere.baseUrl + '/'])

        when:
        ask(partnerCenter)

        then:
        thrown(io.github.partnercenter4j.client.UnexpectedStatusException)
        server.requests.size() == 1
        elsewhere.requests.empty

        cleanup:
        elsewhere.close()

        where:
        status << [301, 302, 303, 307, 308]
    }

    def 'no exception shows the token, even if the service repeats it: #status #mediaType'() {
        given:
        server.respond(status, mediaType, body.replace('TOKEN', TOKEN).bytes, ['MS-RequestId': TOKEN])

        when:
        ask(view { o -> o.maxRetries(0) })

        then:
        def e = thrown(PartnerCenterException)
        def text = new StringWriter()
        e.printStackTrace(new PrintWriter(text))
        !text.toString().contains(TOKEN)
        !e.properties.values().any { it.toString().contains(TOKEN) }

        where:
        status | mediaType          | body
        200    | 'application/json' | '{"TOKEN":1}'
        200    | 'application/json' | '{"items":[{"status":{"TOKEN":1}}]}'
        200    | 'text/html'        | '<p>TOKEN</p>'
        200    | 'application/xml'  | '<TOKEN/>'
        302    | 'text/html'        | 'TOKEN'
        400    | 'application/json' | '{"code":"TOKEN","description":"TOKEN","data":["TOKEN"],"source":"TOKEN"}'
        404    | 'text/xml'         | '<Fault><code>TOKEN</code><description>TOKEN</description></Fault>'
        500    | 'text/plain'       | 'x' * 1020 + 'TOKEN'
    }

    private PartnerCenter view(UnaryOperator<CallOptions> change) {
        partnerCenter.with(change)
    }

    private static void ask(PartnerCenter client) {
        client.orders().getProvisioningStatus(Literals.CUSTOMER, Literals.ORDER)
    }
}
