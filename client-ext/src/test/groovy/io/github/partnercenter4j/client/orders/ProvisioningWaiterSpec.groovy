package io.github.partnercenter4j.client.orders

import static io.github.partnercenter4j.client.internal.call.RetryOnTheWireSpec.json
import static io.github.partnercenter4j.client.orders.ProvisioningOutcome.Kind.FULFILLED
import static io.github.partnercenter4j.client.orders.ProvisioningOutcome.Kind.PENDING
import static io.github.partnercenter4j.client.orders.ProvisioningOutcome.Kind.UNFULFILLED

import io.github.partnercenter4j.api.OrdersApi
import io.github.partnercenter4j.client.Credential
import io.github.partnercenter4j.client.CredentialException
import io.github.partnercenter4j.client.DecodingException
import io.github.partnercenter4j.client.PartnerCenter
import io.github.partnercenter4j.client.PartnerCenterException
import io.github.partnercenter4j.client.RawServer
import io.github.partnercenter4j.client.internal.call.RetryOnTheWireSpec
import io.github.partnercenter4j.client.ServiceException
import io.github.partnercenter4j.client.TransportException
import io.github.partnercenter4j.client.UnexpectedStatusException
import java.time.Duration
import spock.lang.AutoCleanup
import spock.lang.Specification

class ProvisioningWaiterSpec extends Specification {
    @AutoCleanup
    RawServer server
    @AutoCleanup
    PartnerCenter partnerCenter

    long now = 0
    List<Integer> pauses = []
    List<String> told = []
    Closure whilePausing = {}

    def 'the responses #responses end as #kind after pauses of #expected seconds'() {
        expect:
        waiter(*responses).await(RetryOnTheWireSpec.CUSTOMER, 'o', Duration.ofSeconds(60)).kind() == kind
        pauses == expected

        where:
        responses                                  || kind        | expected
        ['fulfilled']                              || FULFILLED   | []
        ['unfulfilled']                            || UNFULFILLED | []
        ['pending', 'never heard of', 'fulfilled'] || FULFILLED   | [15, 15]
        ['pending', 'pending', 'fulfilled']        || FULFILLED   | [15, 15]
        ['pending', 429, 'fulfilled']              || FULFILLED   | [15, 15]
        [503, 'fulfilled']                         || FULFILLED   | [15]
        ['pending', 'reset', 500, 'fulfilled']     || FULFILLED   | [15, 15, 15]
        [429, 'reset', 'fulfilled']                || FULFILLED   | [15, 15]
        ['pending', 'reset', 'reset', 'fulfilled'] || FULFILLED   | [15, 15, 15]
        ['pending']                                || PENDING     | [15, 15, 15]
    }

    def 'the response #response ends the wait at once'() {
        when:
        waiter(response, 'fulfilled').await(RetryOnTheWireSpec.CUSTOMER, 'o', Duration.ofSeconds(60))

        then:
        thrown(exception)
        pauses == []

        where:
        response || exception
        400    || ServiceException
        401    || ServiceException
        403    || ServiceException
        404    || ServiceException
        'reset'   || TransportException
    }

    def 'polling continues after a 404 if the caller says so'() {
        expect:
        waiter(404, 404, 'fulfilled').untilFound().await(RetryOnTheWireSpec.CUSTOMER, 'o', Duration.ofSeconds(60)).kind() == FULFILLED
        pauses == [15, 15]
    }

    def 'the next poll is never sooner than the service says: Retry-After #seconds'() {
        expect:
        waiter(json('429 Too Many Requests', '{}', "Retry-After: $seconds"), 'fulfilled')
                .await(RetryOnTheWireSpec.CUSTOMER, 'o', Duration.ofSeconds(60)).kind() == FULFILLED
        pauses == [pause]

        where:
        seconds || pause
        1       || 15
        15      || 15
        16      || 16
        59      || 59
    }

    def 'the last failure is thrown if the time is too short for another poll'() {
        when:
        waiter(*responses).await(RetryOnTheWireSpec.CUSTOMER, 'o', Duration.ofSeconds(time))

        then:
        def e = thrown(ServiceException)
        e.status() == status
        pauses.size() == asked - 1

        where:
        responses                                                    | time || status | asked
        ['pending', 500]                                             | 16   || 500    | 2
        [json('429 Too Many Requests', '{}', 'Retry-After: 60')]     | 60   || 429    | 1
        [404]                                                        | 60   || 404    | 1
    }

    def 'an interrupt within a call ends the wait at once, also after a response'() {
        given:
        whilePausing = { Thread.currentThread().interrupt() }

        when:
        waiter('pending', 'fulfilled').await(RetryOnTheWireSpec.CUSTOMER, 'o', Duration.ofSeconds(60))

        then:
        def e = thrown(TransportException)
        e.kind() == TransportException.Kind.INTERRUPTED
        Thread.interrupted()
        pauses == [15]
    }

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

    def 'the order is fulfilled if its pages are'() {
        expect:
        waiter(page(0, '/next'), page(1), page(0, '/next'), page(1, null, 'fulfilled')).await(RetryOnTheWireSpec.CUSTOMER, 'o', Duration.ofSeconds(60)).kind() == FULFILLED
        pauses == [15]
        told == ['line item 1 is pending', 'all 2 line items are fulfilled']
    }

    def 'each call has its own limit, and polling continues after it'() {
        given:
        waiter('pending')
        server.close()
        server = RetryOnTheWireSpec.playing({ it.send(text('pending')) }, { it.hold() })
        partnerCenter = PartnerCenter.builder().baseUrl(server.url).credential(Credential.ofToken('t')).timeout(Duration.ofHours(1)).build()

        when:
        waiter(partnerCenter).callTimeout(Duration.ofMillis(100)).await(RetryOnTheWireSpec.CUSTOMER, 'o', Duration.ofSeconds(31))

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

    def 'before the service has responded, #response ends the wait; after it, polling continues'() {
        when:
        waiter(response, 'fulfilled').await(RetryOnTheWireSpec.CUSTOMER, 'o', Duration.ofSeconds(60))

        then:
        thrown(exception)

        when:
        def outcome = waiter('pending', response, 'fulfilled').await(RetryOnTheWireSpec.CUSTOMER, 'o', Duration.ofSeconds(60))

        then:
        outcome.kind() == FULFILLED

        where:
        response                     || exception
        'reset'                      || TransportException
        json('302 Found', '')        || UnexpectedStatusException
        json('200 OK', '<html>')     || DecodingException
    }

    def 'the first #code ends the wait, also after responses'() {
        when:
        waiter('pending', json('401 No', """{"code":$code}"""), 'fulfilled').await(RetryOnTheWireSpec.CUSTOMER, 'o', Duration.ofSeconds(60))

        then:
        def e = thrown(PartnerCenterException)
        e.class == exception
        server.requests.size() == 2

        where:
        code   || exception
        900421 || CredentialException
        10001  || CredentialException
        800001 || ServiceException
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

    def 'the listener gets each outcome, and no further request is sent'() {
        when:
        waiter('pending', 'fulfilled').await(RetryOnTheWireSpec.CUSTOMER, 'o', Duration.ofSeconds(60))

        then:
        told == ['line item 0 is pending', 'the line item is fulfilled']
        server.requests.size() == 2
    }

    def 'an interrupt during a pause ends the wait'() {
        given:
        whilePausing = { throw new InterruptedException() }

        when:
        waiter('pending').await(RetryOnTheWireSpec.CUSTOMER, 'o', Duration.ofSeconds(60))

        then:
        thrown(InterruptedException)
        server.requests.size() == 1
    }

    def 'an interrupt during a call ends the wait, and the flag stays set'() {
        given:
        def waiter = waiter('pending')
        whilePausing = { Thread.currentThread().interrupt() }

        when:
        waiter.await(RetryOnTheWireSpec.CUSTOMER, 'o', Duration.ofSeconds(60))

        then:
        def e = thrown(TransportException)
        e.kind() == TransportException.Kind.INTERRUPTED
        Thread.interrupted()
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
    }

    /** Responds with a status of the line item, an HTTP status or a complete response, or resets the connection. */
    private ProvisioningWaiter waiter(Object... responses) {
        server = RetryOnTheWireSpec.playing(*responses.collect { response -> response == 'reset' ? { it.reset() } : { it.send(text(response)) } })
        partnerCenter = PartnerCenter.builder().baseUrl(server.url).credential(Credential.ofToken('t')).options { it.maxRetries(0) }.build()
        waiter(partnerCenter)
    }

    private ProvisioningWaiter waiter(PartnerCenter partnerCenter) {
        new ProvisioningWaiter(partnerCenter.orders(), { now }, { Duration pause ->
            whilePausing()
            pauses << (pause.toSeconds() as int)
            now += pause.toNanos()
        }).onOutcome { told << it.reason() }
    }

    private static String page(int item, String next = null, String status = item == 0 ? 'fulfilled' : 'pending') {
        json('200 OK', """{"totalCount":2,"items":[{"lineItemNumber":$item,"status":"$status"}]${next == null ? '' : /,"links":{"next":{"uri":"$next"}}/}}""")
    }

    private static String text(Object response) {
        if (response instanceof Integer) {
            return json("$response Status", '{}')
        }
        response.startsWith('HTTP') ? response : json('200 OK', """{"items":[{"lineItemNumber":0,"status":"$response"}]}""")
    }
}
