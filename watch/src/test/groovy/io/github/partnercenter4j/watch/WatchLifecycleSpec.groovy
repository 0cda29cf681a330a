package io.github.partnercenter4j.watch

import java.time.Duration
import spock.lang.AutoCleanup

/** From the first order of a watch to its end. */
class WatchLifecycleSpec extends WatchSpecification {
    @AutoCleanup
    ProvisioningWatch watch

    def 'a watch asks for its orders from its start on, and leaves its file when it is closed'() {
        given:
        order('a', fulfilled())
        watch = builder().build()

        expect:
        watch.add(CUSTOMER, 'a')
        !watch.add(CUSTOMER, 'a')
        !watch.awaitDone(Duration.ofMillis(1))
        asked() == []

        when:
        watch.start()

        then:
        watch.awaitDone(LONG)
        watch.results(0, 9)*.orderId() == ['a']

        when:
        watch.close()
        watch = builder().build()

        then:
        watch.progress().fulfilled() == 1
    }

    def 'a watch that was closed cannot be started'() {
        given:
        watch = builder().build()
        watch.close()

        when:
        watch.start()

        then:
        thrown(IllegalStateException)
    }
}
