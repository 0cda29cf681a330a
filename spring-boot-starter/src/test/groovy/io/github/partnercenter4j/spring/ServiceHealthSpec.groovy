package io.github.partnercenter4j.spring

import static io.github.partnercenter4j.sandbox.Responses.*
import static io.github.partnercenter4j.spring.StartedApplication.start

import io.github.partnercenter4j.client.Credential
import io.github.partnercenter4j.client.PartnerCenter
import io.github.partnercenter4j.client.RequestLimiter
import io.github.partnercenter4j.sandbox.PartnerCenterSandbox
import io.github.partnercenter4j.sandbox.wire.WireFaults
import io.github.partnercenter4j.spring.PartnerCenterProperties.HealthProperties
import io.github.partnercenter4j.spring.ServiceHealth.State
import java.time.Duration
import java.util.concurrent.CompletableFuture
import java.util.concurrent.CountDownLatch
import java.util.concurrent.ExecutorService
import java.util.concurrent.Executors
import java.util.concurrent.TimeUnit
import java.util.concurrent.TimeoutException
import java.util.function.UnaryOperator
import org.springframework.boot.actuate.health.HealthIndicator
import spock.lang.AutoCleanup
import spock.lang.Shared
import spock.lang.Specification

/** The health indicator makes at most one call a minute, and says what it found out. */
class ServiceHealthSpec extends Specification {
    @Shared
    @AutoCleanup
    PartnerCenterSandbox sandbox = PartnerCenterSandbox.start()

    @AutoCleanup
    PartnerCenter partnerCenter = PartnerCenter.builder().baseUrl(sandbox.baseUrl()).credential(Credential.ofToken(sandbox.token())).build()

    /** Unlike the common pool, it has a thread for each task on any machine. */
    @AutoCleanup('shutdownNow')
    ExecutorService threads = Executors.newCachedThreadPool()

    volatile long time = System.nanoTime()

    def setup() {
        sandbox.reset()
    }

    def 'within a minute the service is called once, and then again'() {
        given:
        def health = health()

        when:
        10.times { health.check() }
        time += Duration.ofSeconds(60).toNanos() - 1
        health.check()

        then:
        sandbox.requests().count() == 1

        when:
        time += 1
        10.times { health.check() }

        then:
        sandbox.requests().count() == 2
    }

    def 'many threads at once cause one call'() {
        given:
        def health = health()

        when:
        def results = (1..8).collect { CompletableFuture.supplyAsync({ health.check() }, threads) }*.join()

        then: 'some may come before it has ended'
        State.UP in results*.state()
        results*.state().every { it in [State.UP, State.UNKNOWN] }
        sandbox.requests().count() == 1
    }

    def 'nobody waits for the call of another thread: #before'() {
        given:
        def sent = new CountDownLatch(1)
        def answer = new CountDownLatch(1)
        def blocks = !ask
        def client = PartnerCenter.builder().baseUrl(sandbox.baseUrl()).credential(Credential.ofToken(sandbox.token()))
                .interceptor { if (blocks) { sent.countDown(); answer.await() } }.build()
        def health = new ServiceHealth(client, new HealthProperties(sandbox.customerId(), sandbox.orderId()), { time })
        if (ask) {
            health.check()
            time += Duration.ofSeconds(60).toNanos()
        }
        blocks = true

        when:
        def other = CompletableFuture.supplyAsync({ health.check() }, threads)
        assert sent.await(5, TimeUnit.MINUTES)
        def meanwhile = CompletableFuture.supplyAsync({ health.check() }, threads).get(5, TimeUnit.MINUTES)

        then:
        meanwhile.state() == state
        !other.done

        when:
        answer.countDown()

        then:
        other.get(5, TimeUnit.MINUTES).state() == State.UP
        health.check().state() == State.UP

        cleanup:
        answer.countDown()
        client?.close()

        where:
        before                  | ask   || state
        'the last state is known' | true  || State.UP
        'the first call runs'   | false || State.UNKNOWN
    }

    def 'a token that is refused is asked for again, which is a second request'() {
        given:
        def tokens = ['s3cret.of.before', sandbox.token()].iterator()
        def client = PartnerCenter.builder().baseUrl(sandbox.baseUrl()).credential(Credential.ofSupplier { tokens.next() }).build()

        expect:
        new ServiceHealth(client, new HealthProperties(sandbox.customerId(), sandbox.orderId()), { time }).check().state() == State.UP
        sandbox.requests().count() == 2

        cleanup:
        client.close()
    }

    def 'a failure is not retried, and stays until a minute has passed'() {
        given:
        def health = health()
        sandbox.next(serverError())

        expect:
        health.check().state() == State.DOWN
        health.check().state() == State.DOWN
        sandbox.requests().count() == 1

        when:
        time += Duration.ofSeconds(60).toNanos()

        then:
        health.check().state() == State.UP
    }

    def 'the service is #state when #what'() {
        given:
        sandbox.next(response)

        when:
        def result = health().check()

        then:
        result.state() == state
        result.details().toString().contains(detail)
        !result.details().toString().contains(sandbox.token())

        where:
        what                       | response                               || state         | detail
        'it finds the order'       | usual()                                || State.UP      | ''
        'there is no such order'   | notFound()                             || State.UP      | 'not found'
        'the path is another one'  | response(404, [:])                     || State.DOWN    | '404'
        'a proxy has no such path' | bytes(404, 'text/html', 'No'.bytes)    || State.DOWN    | '404'
        'the quota is used up'     | tooManyRequests()                      || State.UNKNOWN | '429'
        'the token is refused'     | unauthorized()                         || State.DOWN    | '401'
        'the user lacks a role'    | forbidden()                            || State.DOWN    | '403'
        'it fails'                 | serverError()                          || State.DOWN    | '500'
        'it does not respond'      | usual().wire(WireFaults.nothing())     || State.DOWN    | 'response'
    }

    def 'an id that cannot be sent is said, and the service is not called'() {
        when:
        def result = new ServiceHealth(partnerCenter, new HealthProperties('no guid', 'order'), { time }).check()

        then:
        result.state() == State.DOWN
        result.details().error.contains('customerId')
        sandbox.requests().count() == 0
    }

    def 'the call may take ten seconds, whatever the timeout of the client is'() {
        given:
        def slow = PartnerCenter.builder().baseUrl(sandbox.baseUrl()).credential(Credential.ofToken(sandbox.token())).timeout(Duration.ofMinutes(5)).build()
        def limited = slow.with({ it.requestLimiter({ throw new TimeoutException() } as RequestLimiter) } as UnaryOperator)

        when:
        def result = new ServiceHealth(limited, new HealthProperties(sandbox.customerId(), sandbox.orderId()), { time }).check()

        then:
        result.state() == State.DOWN
        result.details().error == 'No response within the timeout of 10 s, while waiting for a permit of the request limiter'

        cleanup:
        slow.close()
    }

    def 'an exception of the application is named without its message'() {
        given:
        def failing = PartnerCenter.builder().baseUrl(sandbox.baseUrl()).credential(Credential.ofToken(sandbox.token()))
                .interceptor { throw new UnsupportedOperationException('s3cret') }.build()

        when:
        def result = new ServiceHealth(failing, new HealthProperties(sandbox.customerId(), sandbox.orderId()), { time }).check()

        then:
        [result.state(), result.details()] == [State.DOWN, [error: 'java.lang.UnsupportedOperationException']]

        cleanup:
        failing.close()
    }

    def 'the actuator has the indicator if it is enabled: #enabled'() {
        given:
        def context = start(['partnercenter.sandbox.enabled': true, 'partnercenter.health.customer-id': sandbox.customerId(), 'partnercenter.health.order-id': sandbox.orderId()] +
                (enabled == null ? [:] : ['management.health.partnercenter.enabled': enabled]))
        def indicators = context.getBeansOfType(HealthIndicator).findAll { it.key.startsWith('partnercenter') }

        expect:
        indicators.collectEntries { name, indicator -> [name, indicator.health().status.code] } == expected

        and: 'without a question there was no call'
        context.getBean(PartnerCenterSandbox).requests().count() == expected.size()

        cleanup:
        context.close()

        where:
        enabled || expected
        true    || [partnercenterHealthIndicator: 'UP']
        'on'    || [partnercenterHealthIndicator: 'UP']
        false   || [:]
        'off'   || [:]
        'no'    || [:]
        '0'     || [:]
        null    || [:]
    }

    private ServiceHealth health() {
        new ServiceHealth(partnerCenter, new HealthProperties(sandbox.customerId(), sandbox.orderId()), { time })
    }
}
