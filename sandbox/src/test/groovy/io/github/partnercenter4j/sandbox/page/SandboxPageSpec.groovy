package io.github.partnercenter4j.sandbox.page

import io.github.partnercenter4j.sandbox.LineItem
import io.github.partnercenter4j.sandbox.MovableClock
import io.github.partnercenter4j.sandbox.OwnOperationsSpec
import io.github.partnercenter4j.sandbox.PartnerCenterSandbox
import io.github.partnercenter4j.sandbox.RawClient
import io.github.partnercenter4j.sandbox.Responses
import io.github.partnercenter4j.sandbox.SandboxOrder
import io.github.partnercenter4j.sandbox.spec.SpecModel
import java.net.http.HttpResponse
import java.time.Duration
import spock.lang.AutoCleanup
import spock.lang.Specification

/** Reads the page as a browser does. BrowserSpec uses it in one. */
class SandboxPageSpec extends Specification {

    static final CUSTOMER = '11111111-2222-3333-4444-555555555555'
    static final CHROME = 'text/html,application/xhtml+xml,application/xml;q=0.9,image/avif,image/webp,*/*;q=0.8'
    static final HOSTILE = '<script>alert("x")</script>\'&'
    static final ESCAPED = '&lt;script&gt;alert(&quot;x&quot;)&lt;/script&gt;&#39;&amp;'

    @AutoCleanup
    PartnerCenterSandbox sandbox = PartnerCenterSandbox.start()

    def "at / a client that accepts #accept gets #kind"(String accept, String kind) {
        when:
        def response = RawClient.get(sandbox.baseUrl() + '/', accept == null ? [:] : [Accept: accept])

        then:
        response.statusCode() == (kind == 'text/html' ? 200 : 404)
        response.headers().firstValue('Content-Type').get() == "$kind; charset=utf-8"

        where:
        accept                                 || kind
        CHROME                                 || 'text/html'
        'text/html'                            || 'text/html'
        'TEXT/HTML'                            || 'text/html'
        'text/html, application/json'          || 'text/html'
        'application/json, text/html'          || 'application/json'
        'application/json, text/html;q=0.9'    || 'application/json'
        'application/xml, text/html;q=0.1'     || 'application/xml'
        'text/html;q=0'                        || 'application/json'
        'application/json'                     || 'application/json'
        'text/xml'                             || 'text/xml'
        '*/*'                                  || 'application/json'
        null                                   || 'application/json'
    }

    def "only GET of / is the page: #method #path"(String method, String path) {
        expect:
        RawClient.send(method, sandbox.baseUrl() + path, [Accept: CHROME]).statusCode() == 404

        where:
        method | path
        'POST' | '/'
        'PUT'  | '/'
        'GET'  | '/v1'
        'GET'  | '/index.html'
    }

    def "the page shows the address, the token, the known ids with links, and the document"() {
        given:
        sandbox.add(SandboxOrder.of(CUSTOMER, 'a b').with(LineItem.of(3, 'Pending').withId(7)))

        when:
        def html = page()

        then:
        html.contains("<code>${sandbox.baseUrl()}</code>")
        html.contains("value=\"${sandbox.token()}\"")
        html.contains("href=\"/v1/customers/${sandbox.customerId()}/orders/${sandbox.orderId()}/provisioningstatus\"")
        html.contains("href=\"/v1/customers/$CUSTOMER/orders/a%20b/provisioningstatus\">a b</a>")
        html.contains('Line item 0, quantity 3')
        html.contains('<b class="chip open">Pending</b>')
        html.contains(sandbox.spec().source().find(/(?m)^  title: (.*)$/) { it[1] })
    }

    def "the page says of an order why it is a 404 or 403"() {
        given:
        sandbox.add(SandboxOrder.of(CUSTOMER, 'new').withoutProvisioningData())
        sandbox.add(SandboxOrder.of(CUSTOMER, 'later').visibleAfter(Duration.ofDays(1)))
        def other = PartnerCenterSandbox.builder().forbiddenCustomer(CUSTOMER).start()

        expect:
        page().contains('Without provisioning data: 404 with code 800007.')
        page().contains('Not visible yet: 404 with code 20000.')
        page(other).contains("Customer $CUSTOMER</p><p class=\"hint\">Each of its orders gets a 403.")

        cleanup:
        other.close()
    }

    def "of many orders the first 20 are shown, and others are found by a part of an id"() {
        given:
        (1..30).each { sandbox.add(SandboxOrder.of(CUSTOMER, "order-${1000 + it}")) }

        expect:
        page().findAll('<article ').size() == 20
        page().contains('20 of 31 orders are shown.')
        page(sandbox, '/?find=order-1030').findAll('<article ').size() == 1
        page(sandbox, '/?find=order-1030').contains('>order-1030</a>')
        page(sandbox, '/?find=nothing').contains('No order has such an id.')
    }

    def "texts from outside are escaped"() {
        given:
        sandbox.add(SandboxOrder.of(CUSTOMER, HOSTILE).with(LineItem.of(1, HOSTILE)))
        RawClient.get(sandbox.baseUrl() + '/%22%3E%3Cscript%3E?' + "x='", [:])

        when:
        def html = page(sandbox, '/?find=' + URLEncoder.encode('<script>', 'UTF-8'))

        then:
        html.contains(">$ESCAPED</a>")
        html.contains("<option>$ESCAPED</option>")
        html.contains('name="find" value="&lt;script&gt;"')
        html.contains('%3Cscript%3E?x=&#39;')
        html.findAll('<script').size() == 2
    }

    def "the last requests are shown with their status and the reason, the last one first"() {
        given:
        def good = sandbox.provisioningStatusUrl(sandbox.customerId(), sandbox.orderId())
        get(good)
        get(sandbox.provisioningStatusUrl(sandbox.customerId(), 'nothing'))
        sandbox.next(Responses.tooManyRequests())
        get(good)
        RawClient.get(good, [:])
        get(sandbox.baseUrl() + '/nowhere')
        RawClient.get(sandbox.baseUrl() + '/openapi.yaml', [Origin: 'http://evil.example'])

        expect:
        rows(page())*.first() == ['403', '404', '401', '429', '404', '200']
        rows(page())*.last().withIndex().every { reason, i ->
            reason ==~ [/Host or Origin is not this machine\./, /No HTTP resource was found .*/, /800001: .+/, /.*Try again in 57 seconds\./, /20000: Order Id not found/, ''][i]
        }
    }

    def "the quota is a bar, which says when the next request is allowed"() {
        given:
        def clock = new MovableClock()
        def small = PartnerCenterSandbox.builder().quota(2).clock(clock).start()
        def url = small.provisioningStatusUrl(small.customerId(), small.orderId())
        def ask = { RawClient.get(url, [Authorization: 'Bearer ' + small.token()]).statusCode() }

        expect:
        page(small).contains('Quota: 0 of 2 requests within 60 s.</label><progress id="quota" max="2" value="0">')
        ask() == 200
        page(small).contains('Quota: 1 of 2 requests within 60 s.</label><progress id="quota" max="2" value="1">')

        when:
        clock.pass(Duration.ofSeconds(20))
        ask()
        ask()

        then:
        page(small).contains('<div class="quota full"><label for="quota">Quota: 2 of 2 requests within 60 s. More get a 429 for another 40 s.</label>')
        rows(page(small))[0] == ['429', rows(page(small))[0][1]]

        when:
        clock.pass(Duration.ofSeconds(40))

        then:
        page(small).contains('Quota: 1 of 2 requests within 60 s.</label>')

        cleanup:
        small.close()
    }

    def "the page and what it loads are no requests of the service"() {
        when:
        ['/', '/?find=x', '/_sandbox/page.js', '/_sandbox/swagger-ui-bundle.js', '/_sandbox/openapi.json', '/_sandbox/nothing'].each {
            RawClient.get(sandbox.baseUrl() + it, [Accept: CHROME])
        }
        move([key: 'wrong'])

        then:
        sandbox.requests().count() == 0
        sandbox.requests().all() == []
        page().contains('None yet.')
        page().contains('Quota: 0 of 500')
        RawClient.get(sandbox.baseUrl() + '/', [Accept: 'application/json']).statusCode() == 404
        sandbox.requests().count() == 1
    }

    def "reset() empties the requests of the page"() {
        given:
        get(sandbox.baseUrl() + '/nowhere')

        when:
        sandbox.reset()

        then:
        page().contains('None yet.')
    }

    def "what the page loads is there, and no browser keeps or frames it: #path"(String path, String type) {
        when:
        def response = RawClient.get(sandbox.baseUrl() + path, [Accept: CHROME])

        then:
        response.statusCode() == 200
        response.headers().firstValue('Content-Type').get() == type
        response.headers().firstValue('Cache-Control').get() == 'no-store'
        response.headers().firstValue('X-Frame-Options').get() == 'DENY'
        response.headers().firstValue('X-Content-Type-Options').get() == 'nosniff'
        response.headers().firstValue('Cross-Origin-Resource-Policy').get() == 'same-origin'
        def policy = response.headers().firstValue('Content-Security-Policy').get()
        policy.startsWith("default-src 'none'; script-src 'self';")
        policy.contains("frame-ancestors 'none'")
        response.body().length > 100

        where:
        path                            | type
        '/'                             | 'text/html; charset=utf-8'
        '/_sandbox/page.css'            | 'text/css; charset=utf-8'
        '/_sandbox/page.js'             | 'text/javascript; charset=utf-8'
        '/_sandbox/icon.svg'            | 'image/svg+xml'
        '/_sandbox/swagger-ui.css'      | 'text/css; charset=utf-8'
        '/_sandbox/swagger-ui-bundle.js' | 'text/javascript; charset=utf-8'
        '/_sandbox/openapi.json'        | 'application/json'
    }

    def "the page has no inline script, no address of another host, and no file outside its folder is served"() {
        expect:
        page().findAll(/<script[^>]*>[^<]/) == []
        page().findAll(/(?:src|href)="(?!\/)[^"]*"/) == []
        page().findAll(/ on\w+=/) == []
        ['page/Html.class', '../page/page.js', '%2e%2e/page.js', 'Html.class', ''].every {
            RawClient.get(sandbox.baseUrl() + '/_sandbox/' + it, [Accept: CHROME]).statusCode() == 404
        }
    }

    def "the form moves a line item, and sends the browser back to the page"() {
        given:
        sandbox.add(SandboxOrder.of(CUSTOMER, 'o+1').with(LineItem.of(1, 'pending')).with(LineItem.of(1, 'pending')))

        when:
        def response = move(key: key(), customer: CUSTOMER, order: 'o+1', line: '1', status: 'Un fulfilled&')

        then:
        response.statusCode() == 303
        response.headers().firstValue('Location').get() == '/'
        get(sandbox.provisioningStatusUrl(CUSTOMER, 'o+1')).with { new String(it.body(), 'UTF-8') }.findAll(/"lineItemNumber":\d,"status":"[^"]*"/) ==
            ['"lineItemNumber":0,"status":"pending"', '"lineItemNumber":1,"status":"Un fulfilled&"']
    }

    def "the form keeps what the page looked for, and sends the browser back to it"() {
        given:
        def find = sandbox.orderId()[0..3] + '&'
        sandbox.add(SandboxOrder.of(CUSTOMER, "x${find}y").with(LineItem.of(1, 'pending')))

        expect:
        page(sandbox, '/?find=' + URLEncoder.encode(find, 'UTF-8')).contains('<input type="hidden" name="find" value="3482&amp;">')
        !page().contains('<input type="hidden" name="find"')
        move(key: key(), customer: CUSTOMER, order: "x${find}y".toString(), line: '0', status: 'Unfulfilled', find: find).headers().firstValue('Location').get() == '/?find=3482%26'
    }

    def "another method than #allowed gets a 405 that says so: #method #path"(String method, String path, String allowed) {
        when:
        def response = RawClient.send(method, sandbox.baseUrl() + path, [:])

        then:
        response.statusCode() == 405
        response.headers().firstValue('Allow').get() == allowed

        where:
        method   | path                | allowed
        'POST'   | '/_sandbox/page.js' | 'GET'
        'DELETE' | '/_sandbox/page.js' | 'GET'
        'PUT'    | '/_sandbox/status'  | 'POST'
    }

    def "an optional parameter is not filled in, wherever its example is: #place"() {
        given:
        def own = PartnerCenterSandbox.builder().spec(SpecModel.read(OwnOperationsSpec.TEXT.replace("schema: {type: string, pattern: '^[A-Z]{2}\$'}, example: DE", replacement))).start()
        def json = new com.fasterxml.jackson.databind.ObjectMapper().readTree(RawClient.get(own.baseUrl() + '/_sandbox/openapi.json', [:]).body())

        expect:
        json.at('/paths/~1customers~1{customer_id}~1subscriptions~1{subscription_id}~1provisioningstatus/get/parameters/1').toString() ==
            '{"name":"region","in":"query","schema":{"type":"string"},"description":"Example: `DE`"}'

        cleanup:
        own.close()

        where:
        place      | replacement
        'example'  | 'schema: {type: string}, example: DE'
        'examples' | 'schema: {type: string}, examples: {germany: {value: DE}, france: {value: FR}}'
        'schema'   | 'schema: {type: string, example: DE}'
    }

    def "a form with #what changes nothing, and gets #status"(String what, Map changes, int status) {
        when:
        def response = move([key: key(), customer: sandbox.customerId(), order: sandbox.orderId(), line: '0', status: 'Unfulfilled'] + changes)

        then:
        response.statusCode() == status
        page().contains('<b class="chip good">fulfilled</b>')

        where:
        what               | changes                  || status
        'another key'      | [key: 'x']               || 403
        'no key'           | [key: '']                || 403
        'another customer' | [customer: CUSTOMER]     || 400
        'another order'    | [order: 'x']             || 400
        'another line'     | [line: '1']              || 400
        'no line'          | [line: '']               || 400
        'a huge line'      | [line: '99999999999999'] || 400
    }

    def "a form of another site is refused before its key is looked at: #headers"(Map<String, String> headers) {
        expect:
        move([key: key(), customer: sandbox.customerId(), order: sandbox.orderId(), line: '0', status: 'Unfulfilled'], headers).statusCode() == 403
        page().contains('<b class="chip good">fulfilled</b>')

        where:
        headers << [[Origin: 'http://evil.example'], [Origin: 'null'], [Origin: 'http://127.0.0.1:1']]
    }

    def "each sandbox has another key"() {
        given:
        def other = PartnerCenterSandbox.start()

        expect:
        key() != page(other).find(/name="key" value="([^"]+)"/) { it[1] }
        key().length() >= 43

        cleanup:
        other.close()
    }

    def "the document of the page has this sandbox as its server, and a known customer"() {
        given:
        def own = PartnerCenterSandbox.builder().spec(OwnOperationsSpec.DOCUMENT).start()
        def json = new com.fasterxml.jackson.databind.ObjectMapper().readTree(RawClient.get(own.baseUrl() + '/_sandbox/openapi.json', [:]).body())

        expect:
        json.at('/servers').toString() == '[{"url":"/v1"}]'
        json.at('/paths').size() == 3
        json.at('/components/securitySchemes/bearer/scheme').asText() == 'bearer'
        json.toString().contains("\"example\":\"${own.customerId()}\"")
        page(own).contains('data-schemes="bearer"')

        and: 'an optional parameter is not filled in'
        json.at('/paths/~1customers~1{customer_id}~1subscriptions~1{subscription_id}~1provisioningstatus/get/parameters/1').with { [it.has('example'), it.path('description').asText()] } == [false, 'Example: `DE`']

        and: 'its operations have links with known ids, and orders are not there'
        page(own).contains("href=\"/v1/customers/${own.customerId()}/subscriptions/6cc8caf8-f5a7-4d6b-8c7e-b5ac3a2a9c5d/provisioningstatus\"")
        !page(own).contains('id="orders"')

        cleanup:
        own.close()
    }

    private HttpResponse<byte[]> get(String url) {
        RawClient.get(url, [Authorization: 'Bearer ' + sandbox.token()])
    }

    private HttpResponse<byte[]> move(Map<String, String> fields, Map<String, String> headers = [:]) {
        def body = fields.collect { name, value -> "$name=${URLEncoder.encode(value, 'UTF-8')}" }.join('&')
        RawClient.send('POST', sandbox.baseUrl() + '/_sandbox/status', ['Content-Type': 'application/x-www-form-urlencoded'] + headers, body)
    }

    private String key() {
        page().find(/name="key" value="([^"]+)"/) { it[1] }
    }

    private String page(PartnerCenterSandbox target = sandbox, String path = '/') {
        new String(RawClient.get(target.baseUrl() + path, [Accept: CHROME]).body(), 'UTF-8')
    }

    /** The status and the reason of each request. */
    private static List<List<String>> rows(String html) {
        html.findAll(/(?s)<tr><td class="time">.*?<\/tr>/).collect { row ->
            [row.find(/class="status s\d">(\d+)/) { it[1] }, row.find(/class="why">([^<]*)/) { it[1] } ?: '']
        }
    }
}
