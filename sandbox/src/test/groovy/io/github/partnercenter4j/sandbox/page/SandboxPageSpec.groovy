package io.github.partnercenter4j.sandbox.page

import io.github.partnercenter4j.sandbox.Fidelity
import io.github.partnercenter4j.sandbox.InProcessSandbox
import io.github.partnercenter4j.sandbox.LineItem
import io.github.partnercenter4j.sandbox.MovableClock
import io.github.partnercenter4j.sandbox.OwnOperationsSpec
import io.github.partnercenter4j.sandbox.Responses
import io.github.partnercenter4j.sandbox.SandboxOrder
import io.github.partnercenter4j.sandbox.internal.service.Behavior
import java.time.Duration

/** What the page shows. */
class SandboxPageSpec extends SandboxPageSpecification {

    def "the page shows the address, the token, the known ids with links, and the document"() {
        given:
        sandbox.orders.add(SandboxOrder.of(CUSTOMER, 'a b').with(LineItem.of(3, 'Pending').withId(7)))

        when:
        def html = page()

        then:
        html.contains('<code>http://localhost</code>')
        html.contains("value=\"${sandbox.token}\"")
        html.contains("href=\"/v1/customers/${sandbox.CUSTOMER}/orders/${sandbox.ORDER}/provisioningstatus\"")
        html.contains("href=\"/v1/customers/$CUSTOMER/orders/a%20b/provisioningstatus\">a b</a>")
        html.contains('Line item 0, quantity 3')
        html.contains('<b class="chip open">Pending</b>')
        html.contains(sandbox.spec.source().find(/(?m)^  title: (.*)$/) { it[1] })
    }

    def "the page says of an order why it is a 404 or 403: #note"(String note, Closure<SandboxOrder> change) {
        given:
        sandbox.orders.add(change(SandboxOrder.of(CUSTOMER, 'o')))
        def forbidding = new InProcessSandbox(InProcessSandbox.options().forbiddenCustomer(CUSTOMER))

        expect:
        hints(page(sandbox, '/?find=' + CUSTOMER)) == (note ? [note] : [])
        hints(page(forbidding, '/?find=nothing')) == ['Each of its orders gets a 403.', 'No order has such an id.']

        where:
        note                                             | change
        ''                                               | { it.with(LineItem.of(1, 'Pending')) }
        'Without line items.'                            | { it }
        'Without provisioning data: 404 with code 800007.' | { it.with(LineItem.of(1, 'Pending')).withoutProvisioningData() }
        'Not visible yet: 404 with code 20000.'          | { it.with(LineItem.of(1, 'Pending')).visibleAfter(Duration.ofDays(1)) }
    }

    def "the page says what the sandbox follows, and which document it serves: #fidelity"(Fidelity fidelity, String words) {
        given:
        def html = page(new InProcessSandbox(InProcessSandbox.options().fidelity(fidelity)))

        expect:
        html.contains("which responds $words.")
        html.contains("<a href=\"/openapi.yaml\">${info('title')} ${info('version')}</a>")

        where:
        fidelity            || words
        Fidelity.DOCUMENTED || 'as the document says'
        Fidelity.OBSERVED   || 'as the service was observed to'
    }

    def "the requests with known ids are those that GET, except for orders, which have their own links"() {
        expect:
        page(new InProcessSandbox(OwnOperationsSpec.TEXT)).findAll(/<li><a data-ask href="([^"]*)/) { it[1].tokenize('/').last() } == ['provisioningstatus']
        page().contains('id="links"') == sandbox.spec.operations().any { it.method() == 'GET' && !Behavior.isProvisioningStatus(it) }
    }

    def "of many orders the first 20 are shown, and others are found by a part of an id"() {
        given:
        (1..19).each { sandbox.orders.add(SandboxOrder.of(CUSTOMER, "order-${1000 + it}")) }

        expect:
        page().findAll('<article ').size() == 20
        !page().contains('orders are shown.')

        when:
        (20..30).each { sandbox.orders.add(SandboxOrder.of(CUSTOMER, "order-${1000 + it}")) }

        then:
        page().findAll('<article ').size() == 20
        page().contains('20 of 31 orders are shown.')
        page(sandbox, '/?find=order-1030').findAll('<article ').size() == 1
        page(sandbox, '/?find=order-1030').contains('>order-1030</a>')
        page(sandbox, '/?find=nothing').contains('No order has such an id.')
    }

    def "texts from outside are escaped"() {
        given:
        sandbox.orders.add(SandboxOrder.of(CUSTOMER, HOSTILE).with(LineItem.of(1, HOSTILE)))
        sandbox.get('/%22%3E%3Cscript%3E?' + "x='", [:])

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
        def good = sandbox.orderUrl(sandbox.CUSTOMER, sandbox.ORDER)
        sandbox.get(good)
        sandbox.get(sandbox.orderUrl(sandbox.CUSTOMER, 'nothing'))
        sandbox.script.then(Responses.tooManyRequests())
        sandbox.get(good)
        sandbox.get(good, [Authorization: null])
        sandbox.get('/nowhere')
        sandbox.get('/openapi.yaml', [Origin: 'http://evil.example'])

        expect:
        rows(page())*.first() == ['403', '404', '401', '429', '404', '200']
        rows(page())*.last().withIndex().every { reason, i ->
            reason ==~ [/Host or Origin is not this machine\./, /No HTTP resource was found .*/, /800001: .+/, /.*Try again in 57 seconds\./, /20000: Order Id not found/, ''][i]
        }
    }

    def "the quota is a bar, which says when the next request is allowed"() {
        given:
        def clock = new MovableClock()
        def small = new InProcessSandbox(InProcessSandbox.options().quota(2).clock(clock))
        def ask = { small.get(small.orderUrl()).statusCode() }

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
    }

    def "an optional parameter is not filled in, wherever its example is: #place"() {
        given:
        def own = new InProcessSandbox(OwnOperationsSpec.TEXT.replace("schema: {type: string, pattern: '^[A-Z]{2}\$'}, example: DE", replacement))
        def json = new com.fasterxml.jackson.databind.ObjectMapper().readTree(own.get('/_sandbox/openapi.json', [:]).body())

        expect:
        json.at('/paths/~1customers~1{customer_id}~1subscriptions~1{subscription_id}~1provisioningstatus/get/parameters/1').toString() ==
            '{"name":"region","in":"query","schema":{"type":"string"},"description":"Example: `DE`"}'

        where:
        place      | replacement
        'example'  | 'schema: {type: string}, example: DE'
        'examples' | 'schema: {type: string}, examples: {germany: {value: DE}, france: {value: FR}}'
        'schema'   | 'schema: {type: string, example: DE}'
    }

    def "the document of the page has this sandbox as its server, and a known customer"() {
        given:
        def own = new InProcessSandbox(OwnOperationsSpec.TEXT)
        def json = new com.fasterxml.jackson.databind.ObjectMapper().readTree(own.get('/_sandbox/openapi.json', [:]).body())

        expect:
        json.at('/servers').toString() == '[{"url":"/v1"}]'
        json.at('/paths').size() == 3
        json.at('/components/securitySchemes/bearer/scheme').asText() == 'bearer'
        json.toString().contains("\"example\":\"${own.CUSTOMER}\"")
        page(own).contains('data-schemes="bearer"')

        and: 'an optional parameter is not filled in'
        json.at('/paths/~1customers~1{customer_id}~1subscriptions~1{subscription_id}~1provisioningstatus/get/parameters/1').with { [it.has('example'), it.path('description').asText()] } == [false, 'Example: `DE`']

        and: 'its operations have links with known ids, and orders are not there'
        page(own).contains("href=\"/v1/customers/${own.CUSTOMER}/subscriptions/6cc8caf8-f5a7-4d6b-8c7e-b5ac3a2a9c5d/provisioningstatus\"")
        !page(own).contains('id="orders"')
    }

    private static List<String> hints(String html) {
        html.find(/(?s)<div id="orders".*?<div id="answer"/).findAll(/class="hint">([^<]*)/) { it[1] }
    }

    private String info(String property) {
        sandbox.spec.source().find("(?m)^  $property: (.*)\$") { it[1] }
    }
}
