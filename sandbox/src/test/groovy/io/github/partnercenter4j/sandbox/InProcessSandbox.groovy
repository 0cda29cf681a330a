package io.github.partnercenter4j.sandbox

import com.github.tomakehurst.wiremock.http.HttpHeader
import com.github.tomakehurst.wiremock.http.HttpHeaders as SentHeaders
import com.github.tomakehurst.wiremock.http.ResponseDefinition
import io.github.partnercenter4j.sandbox.internal.credential.AccessTokens
import io.github.partnercenter4j.sandbox.internal.http.TracingHeaders
import io.github.partnercenter4j.sandbox.internal.order.OrderBook
import io.github.partnercenter4j.sandbox.internal.page.SandboxPage
import io.github.partnercenter4j.sandbox.internal.service.Behavior
import io.github.partnercenter4j.sandbox.internal.service.ExchangeLog
import io.github.partnercenter4j.sandbox.internal.service.PartnerCenterService
import io.github.partnercenter4j.sandbox.internal.service.Renderer
import io.github.partnercenter4j.sandbox.internal.service.Routes
import io.github.partnercenter4j.sandbox.internal.service.SampleRequests
import io.github.partnercenter4j.sandbox.spec.SpecModel
import java.net.http.HttpHeaders
import java.time.Duration

/** The service and the page of a sandbox without a server: a request is a call of a method, which takes microseconds. */
class InProcessSandbox {

    static final CUSTOMER = '0c39d6d5-c70d-4c55-bc02-f620844f3fd1'
    static final SpecModel BUNDLED = SpecModel.bundled()
    static final ORDER = '34828C05-C16C-4D6F-9CFC-4D2650EF19A1'

    final SpecModel spec
    final AccessTokens tokens
    final OrderBook orders
    final Script script
    final ExchangeLog log
    final PartnerCenterService service
    final String token
    private final Behavior behavior
    int refused

    InProcessSandbox(SandboxBuilder options = options()) {
        spec = options.spec()
        script = new Script(spec)
        tokens = new AccessTokens(options.clock)
        orders = new OrderBook(options.clock, SandboxOrder.of(CUSTOMER, ORDER).with(LineItem.of(1, 'fulfilled').withId(0)))
        options.orders.each(orders::add)
        options.forbiddenCustomers.each(orders::forbid)
        behavior = new Behavior(spec, tokens, orders, options.quotaRule(), { refused++ })
        log = new ExchangeLog(options.clock)
        token = tokens.issue('tenant', true, Duration.ofDays(365))
        def page = new SandboxPage(spec, orders, behavior, log, new SandboxPage.Settings('http', options.fidelity == Fidelity.DOCUMENTED, token, CUSTOMER))
        service = new PartnerCenterService(spec, behavior, new Renderer(spec, options.fidelity.deviations()), new TracingHeaders(options.clock),
            script::take, page, log)
    }

    InProcessSandbox(String document) {
        this(PartnerCenterSandbox.builder().spec(SpecModel.read(document)))
    }

    static SandboxBuilder options() {
        PartnerCenterSandbox.builder().spec(BUNDLED)
    }

    String operationUrl(String id) {
        new SampleRequests(spec, CUSTOMER).target(spec.operation(id))
    }

    String orderUrl(String customer = CUSTOMER, String order = ORDER) {
        Routes.provisioningStatus(spec, customer, order)
    }

    /** Sends a request with the token of the sandbox, unless the headers have another. */
    Answer get(String target, Map<String, ?> headers = [:]) {
        send('GET', target, headers)
    }

    Answer send(String method, String target, Map<String, ?> headers = [:], Object body = '') {
        def all = [Host: 'localhost', Authorization: 'Bearer ' + token] + headers
        def bytes = body instanceof byte[] ? body : body.toString().getBytes('UTF-8')
        new Answer(service.filter(new InProcessRequest(method, target, all.findAll { it.value != null }, bytes), null).responseDefinition)
    }

    void setQuota(int requests) {
        behavior.setQuota(requests)
    }

    @Override
    String toString() {
        'a sandbox'
    }

    /** A response, with the methods that those of the JDK's client have. */
    static class Answer {
        private final ResponseDefinition response

        Answer(ResponseDefinition response) {
            this.response = response
        }

        int statusCode() {
            response.status
        }

        byte[] body() {
            response.byteBody
        }

        String text() {
            new String(body(), 'UTF-8')
        }

        HttpHeaders headers() {
            HttpHeaders.of(response.headers.all().collectEntries { [it.key(), it.values()] }, { name, value -> true })
        }
    }

    static SentHeaders sent(Map<String, ?> headers) {
        new SentHeaders(headers.collect { name, value -> new HttpHeader(name, value instanceof List ? value : [value.toString()]) })
    }
}
