package io.github.partnercenter4j.watch.internal.engine

import java.time.Duration
import spock.lang.Specification

class ClosingSpec extends Specification {
    Closing closing = new Closing()

    def 'a wait ends when its time is over, and says that the watch is not being closed'() {
        expect:
        !closing.await(Duration.ofMillis(1))
        !closing.isClosing()
    }

    def 'closing ends each wait'() {
        given:
        def ended = null
        def waiting = Thread.start { ended = closing.await(Duration.ofDays(1)) }

        when:
        closing.close()
        waiting.join()

        then:
        ended
        closing.isClosing()
        closing.await(Duration.ofDays(1))
    }
}
