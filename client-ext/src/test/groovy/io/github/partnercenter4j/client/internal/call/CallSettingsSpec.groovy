package io.github.partnercenter4j.client.internal.call

import io.github.partnercenter4j.client.CallListener
import io.github.partnercenter4j.client.Format
import io.github.partnercenter4j.client.RequestInterceptor
import io.github.partnercenter4j.client.RequestLimiter
import java.time.Duration
import spock.lang.Specification

/** Changed copies of the settings, and the deadline that several calls can share. */
class CallSettingsSpec extends Specification {
    static final CallSettings BEFORE = new CallSettings(Duration.ofSeconds(5), null, 7, Format.XML, ['X-Locale': 'fr-FR'], { null } as RequestLimiter,
            [new CallListener() {}], [{} as RequestInterceptor])

    def 'a copy with another #setting keeps all others'() {
        when:
        def changed = values(change(BEFORE))

        then:
        changed == values(BEFORE) + [(setting): value]

        where:
        setting        | value                                      | change
        'timeout'      | Duration.ofSeconds(9)                      | { it.withTimeout(value) }
        'maxRetries'   | 2                                          | { it.withMaxRetries(value) }
        'format'       | Format.JSON                                | { it.withFormat(value) }
        'headers'      | ['X-Locale': 'fr-FR', 'MS-CV': 'a.0']      | { it.withHeader('MS-CV', 'a.0') }
        'headers'      | [:]                                        | { it.withHeader('X-Locale', null) }
        'limiter'      | null                                       | { it.withLimiter(null) }
        'listeners'    | BEFORE.listeners() + [new CallListener() {}] | { it.withListener(value[1]) }
        'interceptors' | BEFORE.interceptors() + [{} as RequestInterceptor] | { it.withInterceptor(value[1]) }
    }

    def 'calls with a shared deadline end together, and another timeout ends the sharing'() {
        given:
        long nanos = 0
        def shared = BEFORE.withSharedDeadline { nanos }

        when:
        nanos = Duration.ofSeconds(3).toNanos()

        then:
        remaining(shared, { nanos }) == Duration.ofSeconds(2)
        remaining(shared.withMaxRetries(0), { nanos }) == Duration.ofSeconds(2)
        remaining(shared.withTimeout(Duration.ofSeconds(4)), { nanos }) == Duration.ofSeconds(4)
        remaining(BEFORE, { nanos }) == Duration.ofSeconds(5)
        values(shared) == values(BEFORE) + [sharedDeadline: shared.sharedDeadline()]
    }

    private static Duration remaining(CallSettings settings, Closure<Long> nanoTime) {
        Call.start(null, settings.withHeader('Accept', '*/*'), nanoTime).deadline().remaining()
    }

    private static Map<String, Object> values(CallSettings settings) {
        CallSettings.recordComponents.collectEntries { [it.name, it.accessor.invoke(settings)] }
    }
}
