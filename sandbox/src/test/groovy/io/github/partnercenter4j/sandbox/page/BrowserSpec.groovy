package io.github.partnercenter4j.sandbox.page

import io.github.partnercenter4j.sandbox.LineItem
import io.github.partnercenter4j.sandbox.OwnOperationsSpec
import io.github.partnercenter4j.sandbox.PartnerCenterSandbox
import io.github.partnercenter4j.sandbox.RawClient
import io.github.partnercenter4j.sandbox.SandboxOrder
import java.nio.file.Path
import spock.lang.AutoCleanup
import spock.lang.Requires
import spock.lang.Shared
import spock.lang.Specification

/** Uses the page in Chromium. {@code .ci/pages} runs it; {@code -Dpictures=FOLDER} saves what it looks like. */
@Requires(value = { System.getProperty('chromium') }, reason = 'needs -Dchromium=COMMAND')
class BrowserSpec extends Specification {

    static final String CUSTOMER = '11111111-2222-3333-4444-555555555555'
    static final List<Integer> WIDTHS = [390, 420, 1280]

    @Shared
    @AutoCleanup
    Chromium browser = new Chromium(System.getProperty('chromium'))

    @AutoCleanup
    PartnerCenterSandbox sandbox = PartnerCenterSandbox.builder()
        .order(SandboxOrder.of(CUSTOMER, 'YxH1q4KScfvfkJQjgRI8QY1DznnUWZTH1').with(LineItem.of(5, 'PrefulfillmentPending')).with(LineItem.of(1, 'Unfulfilled')))
        .order(SandboxOrder.of(CUSTOMER, 'too-new').withoutProvisioningData())
        .start()

    def setup() {
        browser.size(1280, 900)
        browser.complaints.clear()
    }

    def "Try it out sends the request with the token, and reads 200"() {
        given:
        browser.open(sandbox.baseUrl() + '/')

        when:
        tryFirst()

        then:
        browser.until("document.querySelector('.live-responses-table tbody td.response-col_status')?.innerText").toString().startsWith('200')
        browser.until("document.querySelector('.live-responses-table tbody .response-col_description')?.innerText").toString().contains('"status": "fulfilled"')
        sandbox.requests().hasCount(1).last().hasHeader('Authorization', 'Bearer ' + sandbox.token())
        browser.until("document.querySelector('#requests .status')?.innerText") == '200'
        browser.complaints == []
    }

    def "a moved line item is seen to change, on the page and in the response"() {
        given:
        browser.open(sandbox.baseUrl() + '/')
        assert browser.value("document.querySelector('.order .chip').innerText") == 'fulfilled'

        when:
        browser.value("document.querySelector('.order form.line select').value = 'Pending'")
        browser.click('.order form.line button')

        then:
        browser.until("document.querySelector('.order .chip').innerText === 'Pending'")

        when:
        browser.click('.order a[data-ask]')

        then:
        browser.until("document.querySelector('#answer pre')?.innerText").toString().contains('"status": "Pending"')
        browser.value("document.querySelector('#answer h3').innerText").toString().startsWith('200 for GET /v1/customers/')
        sandbox.requests().hasCount(1)
        browser.complaints == []
    }

    def "a status that is chosen and not sent yet stays while the page shows new requests"() {
        given:
        browser.open(sandbox.baseUrl() + '/')
        browser.value("document.querySelector('.order form.line select').value = 'Pending'")

        when:
        RawClient.get(sandbox.baseUrl() + '/v1/nowhere', [:])
        browser.until("document.querySelector('#requests').innerText.includes('/v1/nowhere')")
        sandbox.setStatus(sandbox.customerId(), sandbox.orderId(), 0, 'Unfulfilled')
        RawClient.get(sandbox.baseUrl() + '/v1/elsewhere', [:])
        browser.until("document.querySelector('#requests').innerText.includes('/v1/elsewhere')")

        then:
        browser.value("document.querySelector('.order form.line select').value") == 'Pending'
    }

    def "the page shows by itself what a program does: a 404 with its reason, a 429 and the full quota"() {
        given:
        sandbox.setQuota(1)
        browser.open(sandbox.baseUrl() + '/')

        when:
        ask(sandbox.provisioningStatusUrl(CUSTOMER, 'too-new'), sandbox.token())
        ask(sandbox.provisioningStatusUrl(sandbox.customerId(), sandbox.orderId()), sandbox.token())

        then:
        browser.until("document.querySelector('#requests tbody')?.innerText.match(/429[^]*Try again in[^]*404[^]*800007: Unable/)?.length") == 1
        browser.until("document.querySelector('.quota.full progress')?.value") == 1
    }

    def "the token is copied"() {
        given:
        browser.open(sandbox.baseUrl() + '/')

        when:
        browser.click('#copy')

        then:
        browser.until("document.querySelector('#copy').innerText === 'Copied'")
        browser.value('navigator.clipboard.readText()') == sandbox.token()
    }

    def "an order is found by a part of its id"() {
        given:
        browser.open(sandbox.baseUrl() + '/')

        when:
        browser.value("document.querySelector('#find input').value = 'too-n'")
        browser.click('#find button')

        then:
        browser.until("document.querySelectorAll('.order').length === 1")
        browser.value("document.querySelector('.order h3').innerText") == 'too-new'
    }

    def "the operations of another document are shown, and respond"() {
        given:
        def own = PartnerCenterSandbox.builder().spec(OwnOperationsSpec.DOCUMENT).start()
        browser.open(own.baseUrl() + '/')

        when:
        tryFirst()

        then:
        browser.until("document.querySelector('.live-responses-table tbody td.response-col_status')?.innerText").toString().startsWith('200')
        browser.value("document.querySelectorAll('.opblock').length") == 3
        browser.complaints == []

        cleanup:
        own.close()
    }

    def "nothing is wider than a window of #width pixels, at first and with everything opened"() {
        given:
        browser.size(width, 900)
        browser.open(sandbox.baseUrl() + '/')
        browser.until("document.querySelector('.opblock-summary-control')")

        expect:
        browser.value('document.documentElement.scrollWidth') <= width

        when:
        assert ask(sandbox.provisioningStatusUrl(sandbox.customerId(), sandbox.orderId()), sandbox.token()) == 200
        assert ask(sandbox.provisioningStatusUrl(CUSTOMER, 'too-new'), sandbox.token()) == 404
        assert ask(sandbox.provisioningStatusUrl(CUSTOMER, 'YxH1q4KScfvfkJQjgRI8QY1DznnUWZTH1'), 'expired') == 401
        browser.until("document.querySelector('#requests tbody')?.rows.length === 3")
        picture("sandbox-${width}.png", width)
        browser.click('.order a[data-ask]')
        browser.until("document.querySelector('#answer pre')?.innerText")
        ask(sandbox.provisioningStatusUrl(CUSTOMER, 'x' * 200), sandbox.token())
        browser.until("document.querySelector('#requests tbody').rows.length === 5")
        tryFirst()
        browser.until("document.querySelector('.live-responses-table tbody td.response-col_status')")
        picture("sandbox-${width}-opened.png", width)

        then:
        browser.value('document.documentElement.scrollWidth') <= width
        browser.value("[...document.querySelectorAll('main *')].filter(each => each.getBoundingClientRect().right > $width + 1 && !each.closest('pre, .highlight-code, .curl-command, .request-url, .table-container')).map(each => each.className).slice(0, 5)") == []

        where:
        width << WIDTHS
    }

    private static int ask(String url, String token) {
        RawClient.get(url, [Authorization: 'Bearer ' + token]).statusCode()
    }

    private void tryFirst() {
        browser.click('.opblock-summary-control')
        browser.click('.try-out__btn')
        browser.click('.execute')
    }

    private void picture(String name, int width) {
        def target = System.getProperty('pictures')
        if (target) {
            browser.picture(Path.of(target, name), width, browser.value('document.documentElement.scrollHeight') as int)
        }
    }
}
