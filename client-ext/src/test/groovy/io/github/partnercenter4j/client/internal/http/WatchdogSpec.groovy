package io.github.partnercenter4j.client.internal.http

import io.github.partnercenter4j.client.internal.http.Exchange.StopReason
import java.time.Duration
import java.util.concurrent.TimeUnit
import org.apache.hc.client5.http.classic.methods.HttpUriRequestBase
import spock.lang.AutoCleanup
import spock.lang.Specification

/** Stopping exchanges from outside, without a connection. */
class WatchdogSpec extends Specification {
    @AutoCleanup
    Watchdog watchdog = new Watchdog()

    def 'an idle watchdog enforces the deadline of the next call'() {
        given:
        await { watchdog.thread.state == Thread.State.WAITING }
        def exchange = exchange(Duration.ofMillis(50))

        when:
        watchdog.watch(exchange)
        await { exchange.stopReason() != null }

        then:
        exchange.stopReason() == StopReason.DEADLINE
    }

    def 'an exchange that fails to stop does not affect others'() {
        given:
        def broken = exchange(Duration.ofNanos(1))
        broken.connecting({ throw new IllegalStateException() } as Runnable)

        when:
        watchdog.watch(broken)
        await { broken.request().cancelled }
        def next = exchange(Duration.ofNanos(1))
        watchdog.watch(next)
        await { next.stopReason() != null }

        then:
        next.stopReason() == StopReason.DEADLINE
        watchdog.alive
    }

    def 'an exchange that is no longer watched is not stopped'() {
        given:
        def forgotten = exchange()

        when:
        watchdog.watch(forgotten)
        watchdog.forget(forgotten)
        watchdog.close()

        then:
        forgotten.stopReason() == null
    }

    def 'closing stops running exchanges, and those that start at that moment'() {
        given:
        def before = exchange()
        def after = exchange()
        watchdog.watch(before)

        when:
        watchdog.close()
        watchdog.watch(after)

        then:
        [before, after]*.stopReason() == [StopReason.CLOSED, StopReason.CLOSED]
    }

    def 'closing ends an idle watchdog'() {
        given:
        await { watchdog.thread.state == Thread.State.WAITING }

        when:
        watchdog.close()
        await { !watchdog.alive }

        then:
        !watchdog.alive
    }

    def 'the thread of the watchdog is a daemon'() {
        expect:
        watchdog.thread.daemon
    }

    def 'the first reason is kept, and no connection is #done after it'() {
        given:
        def exchange = exchange()
        def cancelled = []
        exchange.connecting({ cancelled.add('once') } as Runnable)

        when:
        exchange.stop(StopReason.CLOSED)
        exchange.stop(StopReason.DEADLINE)

        then:
        exchange.stopReason() == StopReason.CLOSED
        exchange.request().cancelled
        cancelled == ['once']

        when:
        begin(exchange)

        then:
        thrown(InterruptedIOException)

        where:
        done    | begin
        'begun' | { it.connecting({ true } as Runnable) }
        'used'  | { it.connected() }
    }

    def 'an interrupt takes precedence over a deadline'() {
        given:
        def exchange = exchange(Duration.ofNanos(1))

        when:
        Thread.currentThread().interrupt()
        exchange.stopIfDue()

        then:
        Thread.interrupted()
        exchange.stopReason() == StopReason.INTERRUPTED
    }

    private static Exchange exchange(Duration timeout = Duration.ofMinutes(1)) {
        new Exchange(TransportSpecification.call(timeout), new HttpUriRequestBase('GET', URI.create('http://127.0.0.1/')))
    }

    private static void await(Closure<Boolean> happened) {
        long end = System.nanoTime() + TimeUnit.MINUTES.toNanos(5)
        while (!happened()) {
            assert System.nanoTime() < end
            Thread.onSpinWait()
        }
    }
}
