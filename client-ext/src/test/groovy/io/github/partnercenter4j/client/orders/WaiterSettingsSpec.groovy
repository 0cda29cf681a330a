package io.github.partnercenter4j.client.orders

import static io.github.partnercenter4j.client.orders.ProvisioningOutcome.Kind.FULFILLED
import static io.github.partnercenter4j.client.orders.ProvisioningOutcome.Kind.PENDING

import io.github.partnercenter4j.api.OrdersApi
import io.github.partnercenter4j.client.Credential
import io.github.partnercenter4j.client.PartnerCenter
import io.github.partnercenter4j.client.ServiceException
import io.github.partnercenter4j.client.TransportException
import io.github.partnercenter4j.client.internal.call.RetryOnTheWireSpec
import java.time.Duration

/** What a caller can set on a waiter, and what its listeners are told. */
class WaiterSettingsSpec extends WaiterSpecification {
    def 'the caller sets the pause'() {
        when:
        waiter('pending', 'fulfilled').every(Duration.ofSeconds(1)).await(RetryOnTheWireSpec.CUSTOMER, 'o', Duration.ofSeconds(60))

        then:
        pauses == [1]
    }

    def 'the pauses grow'() {
        when:
        waiter('pending', 'pending', 503, 'pending', 'fulfilled').pauses(PollPauses.growing(Duration.ofSeconds(2), Duration.ofSeconds(8), { 0.999999d }))
                .await(RetryOnTheWireSpec.CUSTOMER, 'o', Duration.ofSeconds(60))

        then:
        pauses == [1, 3, 7, 7]
    }

    def 'each call has its own limit, and polling continues after it'() {
        given:
        waiter('pending')
        server.close()
        server = RetryOnTheWireSpec.playing({ it.send(text('pending')) }, { it.hold() })
        partnerCenter = PartnerCenter.builder().baseUrl(server.url).credential(Credential.ofToken('t')).timeout(Duration.ofHours(1)).build()

        when:
        waiter(partnerCenter).callTimeout(Duration.ofSeconds(2)).await(RetryOnTheWireSpec.CUSTOMER, 'o', Duration.ofSeconds(31))

        then:
        def e = thrown(TransportException)
        e.kind() == TransportException.Kind.TIMED_OUT
        pauses == [15, 15]
    }

    def 'a limit for each call is refused: #what'() {
        when:
        limit.call(waiter('fulfilled'))

        then:
        thrown(IllegalArgumentException)

        where:
        what             | limit
        'zero'           | { it.callTimeout(Duration.ZERO) }
        'a test double'  | { new ProvisioningWaiter({ customerId, orderId -> null } as OrdersApi).callTimeout(Duration.ofSeconds(1)) }
    }

    def 'the settings do not affect each other: #order'() {
        given:
        List<ProvisioningOutcome.Kind> kinds = []
        def failures = []
        def settings = [
                every: { it.every(Duration.ofSeconds(2)) },
                untilFound: { it.untilFound() },
                onFailure: { waiter -> waiter.onFailure { failures << it.status() } },
                onOutcome: { waiter -> waiter.onOutcome { kinds << it.kind() } }]

        when:
        order.inject(waiter(404, 'pending', 'fulfilled')) { waiter, name -> settings[name](waiter) }
                .await(RetryOnTheWireSpec.CUSTOMER, 'o', Duration.ofSeconds(60))

        then:
        pauses == [2, 2]
        kinds == [PENDING, FULFILLED]
        failures == [404]

        where:
        order << ['every', 'untilFound', 'onFailure', 'onOutcome'].permutations()
    }

    def 'the listeners get the line items of each poll, and each failure after which polling goes on'() {
        given:
        def seen = []

        when:
        waiter(503, 'pending', 'fulfilled')
                .onStatus { seen << it.items()*.status() }
                .onFailure { seen << it.status() }
                .await(RetryOnTheWireSpec.CUSTOMER, 'o', Duration.ofSeconds(60))

        then:
        seen == [503, ['pending'], ['fulfilled']]
    }

    def 'a failure that ends the wait is thrown, not told'() {
        given:
        def seen = []

        when:
        waiter(403).onFailure { seen << it.status() }.await(RetryOnTheWireSpec.CUSTOMER, 'o', Duration.ofSeconds(60))

        then:
        thrown(ServiceException)
        seen == []
    }

    def 'the pause of a waiter as users create it can be interrupted'() {
        given:
        waiter('pending', 'fulfilled')

        when:
        new ProvisioningWaiter(partnerCenter.orders()).onOutcome { Thread.currentThread().interrupt() }.await(RetryOnTheWireSpec.CUSTOMER, 'o', Duration.ofSeconds(60))

        then:
        thrown(InterruptedException)
        server.requests.size() == 1
    }

    def 'the listener gets each outcome, and no further request is sent'() {
        when:
        waiter('pending', 'fulfilled').await(RetryOnTheWireSpec.CUSTOMER, 'o', Duration.ofSeconds(60))

        then:
        told == ['line item 0 is pending', 'the line item is fulfilled']
        server.requests.size() == 2
    }

    def 'a #what is rejected before anything is sent'() {
        given:
        def waiter = waiter('fulfilled')

        when:
        use.call(waiter)

        then:
        thrown(exception)
        server.requests == []

        where:
        what                      | use                                                                              || exception
        'pause below a second'    | { it.every(Duration.ofMillis(999)) }                                             || IllegalArgumentException
        'time of zero'            | { it.await(RetryOnTheWireSpec.CUSTOMER, 'o', Duration.ZERO) }                    || IllegalArgumentException
        'time below zero'         | { it.await(RetryOnTheWireSpec.CUSTOMER, 'o', Duration.ofSeconds(-1)) }           || IllegalArgumentException
        'customer that is no GUID' | { it.await('c', 'o', Duration.ofSeconds(1)) }                                   || IllegalArgumentException
        'missing listener'        | { it.onOutcome(null) }                                                           || NullPointerException
        'missing status listener' | { it.onStatus(null) }                                                            || NullPointerException
        'missing failure listener' | { it.onFailure(null) }                                                          || NullPointerException
        'missing pause'           | { it.pauses(null) }                                                              || NullPointerException
    }
}
