package io.github.partnercenter4j.watch

import io.github.partnercenter4j.client.AccessToken
import io.github.partnercenter4j.client.Credential
import io.github.partnercenter4j.client.CredentialException
import io.github.partnercenter4j.client.PartnerCenter
import io.github.partnercenter4j.sandbox.PartnerCenterSandbox
import io.github.partnercenter4j.sandbox.Responses
import java.time.Duration
import java.util.concurrent.CopyOnWriteArrayList
import spock.lang.AutoCleanup

/** The whole watch pauses, says so once, and goes on by itself. */
class WatchPauseSpec extends WatchSpecification {
    /** The sandbox and the watch do not read the same clock. */
    private static final Duration MARGIN = Duration.ofMillis(10)

    volatile boolean signedIn
    /** The threads that asked for a token. */
    List<Thread> tokenRequests = new CopyOnWriteArrayList<>()
    @AutoCleanup
    ProvisioningWatch watch

    def 'without a token there is one pause and no request, until a token can be had again'() {
        given:
        def orders = (1..30).collect { order("o$it", fulfilled()); WatchedOrder.of(CUSTOMER, "o$it") }
        def client = PartnerCenter.builder().baseUrl(sandbox.baseUrl()).credential { request ->
            tokenRequests << Thread.currentThread()
            if (!signedIn) {
                throw new CredentialException('No token: sign in again', null)
            }
            new AccessToken(sandbox.token(), null)
        }.build()
        watch = builder(client: client).threads(8).build()

        when:
        watch.addAll(orders.stream())
        watch.start()
        eventually { tokenRequests.countBy { it }.values().max() >= 3 }

        then: 'the threads that were on their way tried once, and then one of them again'
        servicePauses == [new WatchPause(WatchPause.Kind.CREDENTIAL, 'No token: sign in again', null, false)]
        watch.progress().pause() == servicePauses[0]
        watch.progress().open() == 30
        tokenRequests.countBy { it }.values().count { it > 1 } == 1
        sandbox.requests().hasCount(0)

        when:
        signedIn = true

        then:
        watch.awaitDone(LONG)
        servicePauses == [new WatchPause(WatchPause.Kind.CREDENTIAL, 'No token: sign in again', null, false), new WatchPause(WatchPause.Kind.CREDENTIAL, 'No token: sign in again', null, true)]
        watch.progress().pause() == null
        watch.progress().fulfilled() == 30
        asked().toSet().size() == 30
        asked().size() == 30

        cleanup:
        client?.close()
    }

    def '#what pauses the watch instead of failing its orders'(String what, Closure response, String reason) {
        given:
        order('a', fulfilled())
        sandbox.next(response.call())
        watch = builder().build()

        when:
        watch.add(CUSTOMER, 'a')
        watch.start()

        then:
        watch.awaitDone(LONG)
        servicePauses[0].reason().startsWith(reason)
        eventually { servicePauses.size() > 1 }
        servicePauses*.kind() == [WatchPause.Kind.CREDENTIAL] * 2
        servicePauses*.over() == [false, true]
        watch.results(0, 1)[0].kind() == OrderResult.Kind.FULFILLED
        watch.results(0, 1)[0].requests() == 2

        where:
        what                       | response                         || reason
        'a token without MFA'      | { Responses.mfaRequired() }      || 'The service returned 401, code 900421: the token was issued without MFA'
        'a token that is refused'  | { Responses.unauthorized() }     || 'The service returned 401, code 800001'
    }

    def 'a token that the service refuses for some requests makes the pauses grow, and all orders end'() {
        given:
        def orders = (1..8).collect { order("o$it", fulfilled()); WatchedOrder.of(CUSTOMER, "o$it") }
        def (usual, refused) = [Responses.usual(), Responses.mfaRequired()]
        [usual, usual, refused, usual, usual, usual, refused].each { sandbox.next(it) }
        watch = builder().threads(1).build()

        when:
        watch.addAll(orders.stream())
        watch.start()

        then:
        watch.awaitDone(LONG)
        watch.progress().fulfilled() == 8
        sandbox.requests().hasCount(10)
        def times = sandbox.requests().all()*.arrived()
        Duration.between(times[2], times[3]) >= FIRST_PAUSE - MARGIN
        Duration.between(times[6], times[7]) >= FIRST_PAUSE.multipliedBy(2) - MARGIN
    }

    def 'a watch that waits for a token can be closed at once'() {
        given:
        order('a', fulfilled())
        def client = PartnerCenter.builder().baseUrl(sandbox.baseUrl()).credential { request -> throw new CredentialException('No token', null) }.build()
        watch = builder(client: client).build()
        watch.add(CUSTOMER, 'a')
        watch.start()
        eventually { !servicePauses.empty }

        when:
        watch.close()

        then: 'it does not say that there is a token again'
        servicePauses*.over() == [false]

        cleanup:
        client?.close()
    }

    def 'a 429 makes all orders wait as long as it says, and lowers the rate'() {
        given:
        def orders = (1..6).collect { order("o$it", fulfilled()); WatchedOrder.of(CUSTOMER, "o$it") }
        sandbox.next(Responses.tooManyRequests().retryAfter(Duration.ofSeconds(2)))
        WatchProgress during = null
        watch = builder(quota: Quota.of(40, Duration.ofSeconds(4))).threads(1).onPause {
            during = during ?: watch.progress()
            pauses << it
        }.build()

        when:
        watch.addAll(orders.stream())
        watch.start()

        then:
        watch.awaitDone(LONG)
        eventually { servicePauses.size() > 1 }
        servicePauses*.kind() == [WatchPause.Kind.TOO_MANY_REQUESTS] * 2
        servicePauses*.over() == [false, true]
        during.usableQuota() == 30
        during.quota() == Quota.of(40, Duration.ofSeconds(4))
        during.pause().kind() == WatchPause.Kind.TOO_MANY_REQUESTS
        during.pause().until() == servicePauses[0].until()
        def times = sandbox.requests().all()*.arrived()
        Duration.between(times[0], times[1]) >= Duration.ofSeconds(2) - MARGIN
        sandbox.requests().hasCount(7)
    }

    def 'a quota that the service has lowered is found, and all orders end'() {
        given:
        restart(PartnerCenterSandbox.builder().quota(5, Duration.ofMillis(500)))
        def orders = (1..30).collect { order("o$it", fulfilled()); WatchedOrder.of(CUSTOMER, "o$it") }
        watch = builder(quota: Quota.of(10, Duration.ofMillis(500))).build()

        when:
        watch.addAll(orders.stream())
        watch.start()

        then:
        watch.awaitDone(LONG)
        watch.progress().fulfilled() == 30
        sandbox.requests().overQuota() > 0
        sandbox.requests().overQuota() < 15
    }

    def 'no more requests than the quota arrive in any window'() {
        given:
        restart(PartnerCenterSandbox.builder().quota(10, Duration.ofMillis(500)))
        def orders = (1..50).collect { order("o$it", pending(it % 2, 'fulfilled')); WatchedOrder.of(CUSTOMER, "o$it") }
        watch = builder(quota: Quota.of(10, Duration.ofMillis(500))).build()

        when:
        watch.addAll(orders.stream())
        watch.start()

        then:
        watch.awaitDone(LONG)
        watch.progress().fulfilled() == 50
        sandbox.requests().overQuota() == 0
        sandbox.requests().mostWithin(Duration.ofMillis(500)) <= 10
        servicePauses == []
    }
}
