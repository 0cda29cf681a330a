package io.github.partnercenter4j.client.orders

import static io.github.partnercenter4j.client.orders.ProvisioningOutcome.Kind.FULFILLED
import static io.github.partnercenter4j.client.orders.ProvisioningOutcome.Kind.PENDING
import static io.github.partnercenter4j.client.orders.ProvisioningOutcome.Kind.UNFULFILLED

import io.github.partnercenter4j.model.Link
import io.github.partnercenter4j.model.OrderLineItemProvisioningStatus
import io.github.partnercenter4j.model.OrderLineItemProvisioningStatusCollection
import io.github.partnercenter4j.model.QuantityProvisioningStatus
import io.github.partnercenter4j.model.ResourceLinks
import spock.lang.Specification

class ProvisioningOutcomeSpec extends Specification {
    def 'line items #statuses with totalCount #total are #outcome: #reason'() {
        given:
        def items = statuses.withIndex().collect { status, number -> OrderLineItemProvisioningStatus.builder().lineItemNumber(number).status(status).build() }

        expect:
        ProvisioningOutcome.of(OrderLineItemProvisioningStatusCollection.builder().totalCount(total).items(items).build()) ==
                new ProvisioningOutcome(outcome, reason)

        where:
        total | statuses                                || outcome     | reason
        1     | ['fulfilled']                           || FULFILLED   | 'the line item is fulfilled'
        null  | ['Fulfilled', 'FUL_FILLED']             || FULFILLED   | 'all 2 line items are fulfilled'
        0     | []                                      || PENDING     | 'the response has no line items'
        null  | []                                      || PENDING     | 'the response has no line items'
        5     | ['fulfilled']                           || PENDING     | 'the response has 1 line items, but totalCount is 5'
        1     | ['fulfilled', 'fulfilled']              || PENDING     | 'the response has 2 line items, but totalCount is 1'
        2     | ['fulfilled', 'PrefulfillmentPending']  || PENDING     | 'line item 1 is PrefulfillmentPending'
        2     | ['pre_fulfillment_pending', 'fulfilled'] || PENDING    | 'line item 0 is pre_fulfillment_pending'
        1     | [null]                                  || PENDING     | 'line item 0 has no status'
        1     | ['']                                    || PENDING     | 'line item 0 has an unknown status: '
        1     | ['provisioned']                         || PENDING     | 'line item 0 has an unknown status: provisioned'
        2     | ['Unfulfilled', 'fulfilled']            || UNFULFILLED | 'line item 0 is Unfulfilled'
        2     | ['unfulfilled', 'pending']              || PENDING     | 'line item 1 is pending'
    }

    def 'the statuses of quantities are not considered'() {
        given:
        def item = OrderLineItemProvisioningStatus.builder().lineItemNumber(0).status('fulfilled')
                .quantityProvisioningInformation([QuantityProvisioningStatus.builder().quantity(1).status('pending').build()]).build()

        expect:
        ProvisioningOutcome.of(OrderLineItemProvisioningStatusCollection.builder().totalCount(1).items([item]).build()).kind() == FULFILLED
    }

    def 'a pending order has possible causes with their sources, any other order has none'() {
        given:
        def causes = new ProvisioningOutcome(PENDING, 'because').possibleCauses()

        expect:
        [FULFILLED, UNFULFILLED].every { new ProvisioningOutcome(it, 'because').possibleCauses() == [] }
        causes*.explanation().every { it.length() > 20 && !it.endsWith('.') }
        causes*.source().every { it }
        ['up to 15 minutes', 'within 48 hours', 'Microsoft Customer Agreement', 'MFA'].withIndex().every { words, i -> causes[i].explanation().contains(words) }
    }

    def 'a response with a further page is pending'() {
        given:
        def item = OrderLineItemProvisioningStatus.builder().orderLineItemId(0).lineItemNumber(0).status('fulfilled').build()
        def links = ResourceLinks.builder().next(Link.builder().uri('/next').method('GET').build()).build()

        expect:
        ProvisioningOutcome.of(OrderLineItemProvisioningStatusCollection.builder().totalCount(1).items([item]).links(links).build()) ==
                new ProvisioningOutcome(PENDING, 'the response has another page')
    }

    def 'line items without a number are never repeated, and are named so'() {
        given:
        def items = [OrderLineItemProvisioningStatus.builder().status('fulfilled').build(), OrderLineItemProvisioningStatus.builder().status(status).build()]
        def pages = items.collect { OrderLineItemProvisioningStatusCollection.builder().totalCount(2).items([it]).build() }

        expect:
        ProvisioningOutcome.of(pages) == new ProvisioningOutcome(outcome, reason)

        where:
        status        || outcome     | reason
        'fulfilled'   || FULFILLED   | 'all 2 line items are fulfilled'
        'pending'     || PENDING     | 'a line item without a number is pending'
        'unfulfilled' || UNFULFILLED | 'a line item without a number is unfulfilled'
        null          || PENDING     | 'a line item without a number has no status'
    }

    def 'a line item may be repeated on its own page only'() {
        given:
        def item = OrderLineItemProvisioningStatus.builder().lineItemNumber(7).status('fulfilled').build()

        expect:
        ProvisioningOutcome.of(pages.collect { OrderLineItemProvisioningStatusCollection.builder().items([item] * it).build() }) == new ProvisioningOutcome(outcome, reason)

        where:
        pages  || outcome   | reason
        [2]    || FULFILLED | 'all 2 line items are fulfilled'
        [1, 1] || PENDING   | 'line item 7 is on two pages, so another one may be missing'
    }

    def 'a state is shown as the service wrote it: #status'() {
        expect:
        ProvisioningState.of(status) as String == shown

        where:
        status        || shown
        'FUL_FILLED'  || 'FUL_FILLED'
        'unheard of'  || 'unheard of'
        null          || '(none)'
    }

    def 'the outcome is the same in a Turkish locale'() {
        given:
        def locale = Locale.getDefault()
        Locale.setDefault(Locale.forLanguageTag('tr'))

        expect:
        ProvisioningState.of('FULFILLED').kind() == ProvisioningState.Kind.FULFILLED

        cleanup:
        Locale.setDefault(locale)
    }
}
