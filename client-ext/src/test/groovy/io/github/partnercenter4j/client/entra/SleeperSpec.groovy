package io.github.partnercenter4j.client.entra

import java.time.Duration
import spock.lang.Specification

class SleeperSpec extends Specification {
    def 'an interrupt ends a sleep'() {
        when:
        Thread.currentThread().interrupt()
        Sleeper.ofSystem().sleep(Duration.ofDays(1))

        then:
        thrown(InterruptedException)
        !Thread.interrupted()
    }
}
