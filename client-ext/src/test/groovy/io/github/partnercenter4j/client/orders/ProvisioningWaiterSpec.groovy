package io.github.partnercenter4j.client.orders

import static io.github.partnercenter4j.client.internal.call.RetryOnTheWireSpec.json
import static io.github.partnercenter4j.client.orders.ProvisioningOutcome.Kind.FULFILLED
import static io.github.partnercenter4j.client.orders.ProvisioningOutcome.Kind.PENDING
import static io.github.partnercenter4j.client.orders.ProvisioningOutcome.Kind.UNFULFILLED

import io.github.partnercenter4j.client.CredentialException
import io.github.partnercenter4j.client.DecodingException
import io.github.partnercenter4j.client.PartnerCenterException
import io.github.partnercenter4j.client.ServiceException
import io.github.partnercenter4j.client.TransportException
import io.github.partnercenter4j.client.UnexpectedStatusException
import io.github.partnercenter4j.client.internal.call.RetryOnTheWireSpec
import java.time.Duration

/** How long a waiter polls, and what ends the wait. */
class ProvisioningWaiterSpec extends WaiterSpecification {
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

    def 'the order is fulfilled if its pages are'() {
        expect:
        waiter(page(0, '/next'), page(1), page(0, '/next'), page(1, null, 'fulfilled')).await(RetryOnTheWireSpec.CUSTOMER, 'o', Duration.ofSeconds(60)).kind() == FULFILLED
        pauses == [15]
        told == ['line item 1 is pending', 'all 2 line items are fulfilled']

        and: 'the pages of one reading are one poll'
        server.requests.size() == 4
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
}
