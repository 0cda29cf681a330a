package io.github.partnercenter4j.sandbox.page

import io.github.partnercenter4j.sandbox.InProcessSandbox
import io.github.partnercenter4j.sandbox.LineItem
import io.github.partnercenter4j.sandbox.SandboxOrder

/** The form that moves a line item, and forms of other sites. */
class PageFormSpec extends SandboxPageSpecification {

    def "the form moves a line item, and sends the browser back to the page"() {
        given:
        sandbox.orders.add(SandboxOrder.of(CUSTOMER, 'o+1').with(LineItem.of(1, 'pending')).with(LineItem.of(1, 'pending')))

        when:
        def response = move(key: key(), customer: CUSTOMER, order: 'o+1', line: '1', status: 'Un fulfilled&')

        then:
        response.statusCode() == 303
        response.headers().firstValue('Location').get() == '/'
        sandbox.get(sandbox.orderUrl(CUSTOMER, 'o+1')).text().findAll(/"lineItemNumber":\d,"status":"[^"]*"/) ==
            ['"lineItemNumber":0,"status":"pending"', '"lineItemNumber":1,"status":"Un fulfilled&"']
    }

    def "the form keeps what the page looked for, and sends the browser back to it"() {
        given:
        def find = sandbox.ORDER[0..3] + '&'
        sandbox.orders.add(SandboxOrder.of(CUSTOMER, "x${find}y").with(LineItem.of(1, 'pending')))

        expect:
        page(sandbox, '/?find=' + URLEncoder.encode(find, 'UTF-8')).contains('<input type="hidden" name="find" value="3482&amp;">')
        !page().contains('<input type="hidden" name="find"')
        move(key: key(), customer: CUSTOMER, order: "x${find}y".toString(), line: '0', status: 'Unfulfilled', find: find).headers().firstValue('Location').get() == '/?find=3482%26'
    }

    def "a form with #what changes nothing, and gets #status"(String what, Map changes, int status) {
        when:
        def response = move([key: key(), customer: sandbox.CUSTOMER, order: sandbox.ORDER, line: '0', status: 'Unfulfilled'] + changes)

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
        move([key: key(), customer: sandbox.CUSTOMER, order: sandbox.ORDER, line: '0', status: 'Unfulfilled'], headers).statusCode() == 403
        page().contains('<b class="chip good">fulfilled</b>')

        where:
        headers << [[Origin: 'http://evil.example'], [Origin: 'null'], [Origin: 'http://127.0.0.1:1']]
    }

    def "each sandbox has another key"() {
        given:
        def other = new InProcessSandbox()

        expect:
        key() != page(other).find(/name="key" value="([^"]+)"/) { it[1] }
        key().length() >= 43
    }
}
