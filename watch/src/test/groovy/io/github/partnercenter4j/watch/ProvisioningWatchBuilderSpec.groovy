package io.github.partnercenter4j.watch

import java.time.Duration
import spock.lang.AutoCleanup

/** The limits of the settings, and what they are without being set. */
class ProvisioningWatchBuilderSpec extends WatchSpecification {
    @AutoCleanup
    ProvisioningWatch watch

    def 'pauses of #min to #max are #valid'(String min, String max, boolean valid) {
        expect:
        accepted { it.pauses(Duration.parse(min), Duration.parse(max)) } == valid

        where:
        min       | max      || valid
        'PT1S'    | 'PT1S'   || true
        'PT0.9S'  | 'PT1S'   || false
        'PT2S'    | 'PT1.9S' || false
        'PT1S'    | 'PT24H'  || true
        'PT1S'    | 'PT24H0.001S' || false
    }

    def 'giveUpAfter(#time) is #valid'(String time, boolean valid) {
        expect:
        accepted { it.giveUpAfter(Duration.parse(time)) } == valid

        where:
        time            || valid
        'PT-1S'         || false
        'PT0S'          || false
        'PT0.001S'      || true
        'P365D'         || true
        'P365DT0.001S'  || false
    }

    def 'callTimeout(#time) is #valid'(String time, boolean valid) {
        expect:
        accepted { it.callTimeout(Duration.parse(time)) } == valid

        where:
        time            || valid
        'PT-1S'         || false
        'PT0S'          || false
        'PT0.001S'      || true
        'PT1H'          || true
        'PT1H0.001S'    || false
    }

    def 'threads(#number) is #valid'(int number, boolean valid) {
        expect:
        accepted { it.threads(number) } == valid

        where:
        number || valid
        0      || false
        1      || true
        1_000  || true
        1_001  || false
    }

    def 'a tenant of #length characters is #valid'(int length, boolean valid) {
        expect:
        accepted { it.tenant('a' * length) } == valid

        where:
        length || valid
        0      || false
        1      || true
        100    || true
        101    || false
    }

    def 'a tenant with a control character, or only of spaces, is refused'() {
        expect:
        !accepted { it.tenant(tenant) }

        where:
        tenant << ['a\nb', ' ']
    }

    def 'for #requests requests in #window there are #threads threads, unless a number is set'(int requests, String window, int threads) {
        given:
        watch = builder(quota: Quota.of(requests, Duration.parse(window))).build()

        expect:
        settings().threads() == threads

        where:
        requests | window   || threads
        500      | 'PT1M'   || 13
        160      | 'PT1M'   || 4
        161      | 'PT1M'   || 5
        1        | 'PT24H'  || 4
        2_560    | 'PT1M'   || 64
        10_000   | 'PT1M'   || 64
    }

    def 'the settings reach the watch'() {
        given:
        watch = builder().tenant('one').giveUpAfter(Duration.ofHours(3)).callTimeout(Duration.ofSeconds(7)).threads(2).build()

        expect:
        with(settings()) { tenant() == 'one' && giveUpAfter() == Duration.ofHours(3) && callTimeout() == Duration.ofSeconds(7) && threads() == 2 && times() == this.times() }
        watch.progress().quota() == Quota.of(100, Duration.ofMillis(500))
    }

    def 'without settings, listeners hear nothing, and orders are given up after two days'() {
        given:
        watch = ProvisioningWatch.builder().partnerCenter(partnerCenter).store(folder.resolve('usual.db')).build()

        when:
        settings().onChange().accept(null)
        settings().onPause().accept(null)

        then:
        with(settings()) { tenant() == 'default' && giveUpAfter() == Duration.ofHours(48) && callTimeout() == Duration.ofMinutes(1) && onResult() == null }
        watch.progress().quota() == Quota.perMinute(500)
    }

    def 'each setting returns the builder'() {
        given:
        def builder = ProvisioningWatch.builder()

        expect:
        [
            builder.partnerCenter(partnerCenter), builder.store(folder), builder.dataSource([:] as javax.sql.DataSource), builder.quota(Quota.perMinute(1)),
            builder.onChange { }, builder.onResult { }, builder.onPause { }, builder.times(times())
        ].every { it.is(builder) }
    }

    def 'a watch without exactly one database is refused'() {
        when:
        builder(dataSource: [:] as javax.sql.DataSource).store(folder.resolve('orders.db')).build()

        then:
        def e = thrown(IllegalStateException)
        e.message == 'Set either store(file) or dataSource(…)'
    }

    private settings() {
        watch.@engine.@settings
    }

    private static boolean accepted(Closure<ProvisioningWatchBuilder> setting) {
        def builder = ProvisioningWatch.builder()
        try {
            setting(builder).is(builder)
        } catch (IllegalArgumentException ignored) {
            false
        }
    }
}
