package io.github.partnercenter4j.client

import io.github.partnercenter4j.model.OrderLineItemProvisioningStatusCollection
import io.github.partnercenter4j.sandbox.LineItem
import io.github.partnercenter4j.sandbox.PartnerCenterSandbox
import io.github.partnercenter4j.sandbox.Responses
import io.github.partnercenter4j.sandbox.SandboxOrder
import spock.lang.AutoCleanup
import spock.lang.Shared
import spock.lang.Specification

/** An interceptor sees each request without the token, and can add headers that the client does not set. */
class RequestInterceptorSpec extends Specification {
    private static final String CUSTOMER = '0c39d6d5-c70d-4c55-bc02-f620844f3fd1'
    private static final String PATH = '/v1/customers/{customerId}/orders/{orderId}/provisioningstatus'

    @Shared
    @AutoCleanup
    PartnerCenterSandbox sandbox = PartnerCenterSandbox.builder()
            .order(SandboxOrder.of(CUSTOMER, 'paged').with(LineItem.of(1, 'fulfilled')).with(LineItem.of(1, 'fulfilled')).inPagesOf(1))
            .start()

    List<Map<String, ?>> seen = []

    def setup() {
        sandbox.reset()
    }

    def 'it sees the method, the path with the names of its parameters, and the headers without the token'() {
        when:
        call { seen << [method: it.method(), path: it.path(), headers: it.headers(), text: it.toString()] }

        then:
        seen*.method == ['GET']
        seen*.path == [PATH]
        seen*.text == ["GET $PATH"]
        seen[0].headers.keySet() == ['Accept', 'Accept-Encoding', 'MS-Contract-Version', 'MS-CorrelationId', 'MS-RequestId', 'X-Locale'] as Set
        seen[0].headers['ms-requestid'] == sandbox.requests().last().header('MS-RequestId')[0]
        !seen.toString().contains(sandbox.token())
        !seen.toString().contains(CUSTOMER)
    }

    def 'what it adds is sent, and seen by the next one'() {
        when:
        call({ it.addHeader('traceparent', '00-a-b-01') }, { seen << it.headers(); it.addHeader('X-Second', 'b') })

        then:
        sandbox.requests().last().hasHeader('traceparent', '00-a-b-01').hasHeader('X-Second', 'b')
        seen*.traceparent == ['00-a-b-01']
    }

    def 'it is called for each request of a call: #what'(String what, List planned, List<String> tokens, int requests) {
        given:
        planned.each { sandbox.next(it) }
        def given = (tokens.collect { it ?: sandbox.token() } + [sandbox.token()]).iterator()

        when:
        call({ seen << it.headers()['MS-RequestId']; it.addHeader('X-Number', seen.size() as String) }, credential: Credential.ofSupplier { given.next() })

        then:
        sandbox.requests().all().collectMany { it.header('X-Number') } == (1..requests)*.toString()
        seen.toSet().size() == requests

        where:
        what                       | planned                                           | tokens              || requests
        'one'                      | []                                                | []                  || 1
        'two retries'              | [Responses.serverError(), Responses.serverError()] | [null, null]       || 3
        'a refreshed token'        | []                                                | ['s3cret.of.before'] || 2
    }

    def 'it sees further pages, without their continuation token'() {
        given:
        def client = client({ seen << it.headers() })

        when:
        def first = client.orders().getProvisioningStatus(CUSTOMER, 'paged')
        def pages = client.pages(first, { OrderLineItemProvisioningStatusCollection page -> page.links() }).toList()

        then:
        pages.size() == 2
        seen.size() == 2
        sandbox.requests().last().header('MS-ContinuationToken')
        !seen.any { it.containsKey('MS-ContinuationToken') }

        cleanup:
        client.close()
    }

    def 'it cannot add #name, because #reason'() {
        when:
        call { it.addHeader(name, value) }

        then:
        def e = thrown(IllegalArgumentException)
        e.message.contains(message)
        !e.message.contains('s3cret')

        and: 'nothing was sent'
        sandbox.requests().count() == 0

        where:
        name                           | value         | reason                  || message
        'Authorization'                | 's3cret'      | 'the client sets it'    || 'The header Authorization is set by the client'
        'authorization'                | 's3cret'      | 'case does not matter'  || 'is set by the client'
        'Proxy-Authorization'          | 's3cret'      | 'the client sets it'    || 'is set by the client'
        'Accept'                       | 'text/xml'    | 'the client sets it'    || 'is set by the client'
        'Accept-Encoding'              | 'br'          | 'the client sets it'    || 'is set by the client'
        'Content-Type'                 | 'text/xml'    | 'the client sets it'    || 'is set by the client'
        'Content-Length'               | '1'           | 'HTTP sets it'          || 'is set by the client'
        'Transfer-Encoding'            | 'chunked'     | 'HTTP sets it'          || 'is set by the client'
        'Host'                         | 'a.example'   | 'HTTP sets it'          || 'is set by the client'
        'Connection'                   | 'close'       | 'HTTP sets it'          || 'is set by the client'
        'MS-RequestId'                 | 'a'           | 'the client sets it'    || 'is set by the client'
        'MS-CorrelationId'             | 'a'           | 'the client sets it'    || 'is set by the client'
        'MS-CV'                        | 'a'           | 'there is an option'    || 'is set by the client'
        'MS-Contract-Version'          | 'v2'          | 'the client sets it'    || 'is set by the client'
        'MS-PartnerCenter-Application' | 'a'           | 'there is an option'    || 'is set by the client'
        'MS-ContinuationToken'         | 'a'           | 'the client sets it'    || 'is set by the client'
        'X-Locale'                     | 'fr'          | 'there is an option'    || 'is set by the client'
        'ValidateMfa'                  | 'true'        | 'there is an option'    || 'is set by the client'
        ''                             | 'a'           | 'it has no name'        || 'The name of a header must not be empty'
        null                           | 'a'           | 'it has no name'        || 'The name of a header must not be empty'
        'X Y'                          | 'a'           | 'it has a space'        || 'The name of a header'
        'X:Y'                          | 'a'           | 'it has a colon'        || 'The name of a header'
        'X-Key'                        | ''            | 'it is empty'           || 'The value of the header X-Key must not be empty'
        'X-Key'                        | null          | 'it is null'            || 'The value of the header X-Key must not be null'
        'X-Key'                        | 's3cret\r\nA' | 'it would add a second' || 'The value of the header X-Key'
    }

    def 'a header is added only once, in any case'() {
        when:
        call({ it.addHeader('X-Key', 's3cret-one') }, { it.addHeader('x-key', 's3cret-two') })

        then:
        def e = thrown(IllegalArgumentException)
        e.message == 'The header x-key is in the request already'
    }

    def 'a request that was kept cannot be changed or read later'() {
        given:
        RequestInterceptor.Request kept

        when:
        call({ kept = it }, { seen << [refused: refusal { kept.addHeader('X-Late', 's3cret') }] })

        then: 'not by the next interceptor'
        seen[0].refused.message == 'The request cannot be used any more: it is valid only until intercept returns'
        !sandbox.requests().last().header('X-Late')

        and: 'nor after the call'
        refusal { kept.addHeader('X-Late', 's3cret') }
        refusal { kept.headers() }
    }

    def 'a request whose interceptor failed cannot be used later'() {
        given:
        RequestInterceptor.Request kept

        when:
        call { kept = it; throw new UnsupportedOperationException() }

        then:
        thrown(UnsupportedOperationException)
        refusal { kept.addHeader('X-Late', 's3cret') }
    }

    def 'the headers that it sees cannot be changed'() {
        when:
        call { it.headers().put('Authorization', 'x') }

        then:
        thrown(UnsupportedOperationException)
    }

    def 'its exception ends the call, and is not retried'() {
        when:
        call { seen << [:]; throw new UnsupportedOperationException('not today') }

        then:
        def e = thrown(UnsupportedOperationException)
        e.message == 'not today'
        seen.size() == 1
        sandbox.requests().count() == 0
    }

    def 'an interceptor must not be null'() {
        when:
        PartnerCenter.builder().interceptor(null)

        then:
        thrown(NullPointerException)
    }

    private static IllegalStateException refusal(Closure<?> use) {
        try {
            use()
            return null
        } catch (IllegalStateException e) {
            return e
        }
    }

    private PartnerCenter client(Map<String, ?> options = [:], Closure... interceptors) {
        def builder = PartnerCenter.builder().baseUrl(sandbox.baseUrl()).credential(options.credential ?: Credential.ofToken(sandbox.token()))
        interceptors.each { builder.interceptor(it as RequestInterceptor) }
        builder.build()
    }

    private void call(Map<String, ?> options = [:], Closure... interceptors) {
        client(options, interceptors).withCloseable { it.orders().getProvisioningStatus(sandbox.customerId(), sandbox.orderId()) }
    }
}
