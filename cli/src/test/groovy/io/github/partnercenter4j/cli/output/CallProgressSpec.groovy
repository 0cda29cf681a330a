package io.github.partnercenter4j.cli.output

import io.github.partnercenter4j.client.CallListener
import java.time.Duration
import spock.lang.Specification

class CallProgressSpec extends Specification {
    List<String> told = []
    List<Duration> delays = []
    Closure<?> late
    boolean cancelled
    boolean ended
    def progress = new CallProgress({ told << it }, { Duration delay, Runnable task ->
        delays << delay
        late = { task.run() }
        cancelled = false
        return { -> cancelled = true } as Runnable
    }, { ended = true })

    def 'a pause of #millis ms, requested: #requested, is announced as #notice'() {
        when:
        progress.beforePause(new CallListener.Pause(Duration.ofMillis(millis), requested, 429))

        then:
        told == notice

        where:
        millis | requested || notice
        30_000 | true      || ['waiting 30 s, as the service asks']
        1_001  | true      || ['waiting 2 s, as the service asks']
        4_000  | false     || ['waiting 4 s before the next attempt']
        999    | false     || []
        100    | true      || []
    }

    def 'a silent server is announced after 5 seconds, with the time that is left'() {
        when:
        progress.beforeRequest(Duration.ofSeconds(60))

        then:
        told == []
        delays == [Duration.ofSeconds(5)]

        when:
        late()

        then:
        told == ['no response yet, waiting up to 55 s more']
    }

    def 'a response ends the watch for silence: status #status'() {
        when:
        progress.beforeRequest(Duration.ofSeconds(60))
        progress.afterRequest(status)

        then:
        cancelled
        told == []

        where:
        status << [200, 503, 0]
    }

    def 'the end of the call ends the timer'() {
        when:
        progress.close()

        then:
        ended
    }

    def 'the timer of a terminal runs what is due, in milliseconds, unless it is cancelled'() {
        given:
        def due = []
        def timer = new Timer(true) {
            @Override
            void schedule(TimerTask task, long delay) {
                due << [task, delay]
            }
        }

        when:
        def cancel = CallProgress.schedule(timer, Duration.ofSeconds(5), { told << 'late' })
        due[0][0].run()

        then:
        due*.get(1) == [5_000]
        told == ['late']

        when:
        cancel.run()

        then: 'it says that it was to run'
        !due[0][0].cancel()

        cleanup:
        timer.cancel()
    }

    def 'without a terminal nothing is written'() {
        given:
        def err = new StringWriter()
        def silent = CallProgress.on(new Terminal(new PrintWriter(new StringWriter()), new PrintWriter(err)))

        when:
        silent.beforeRequest(Duration.ofSeconds(60))
        silent.beforePause(new CallListener.Pause(Duration.ofSeconds(30), true, 429))
        silent.afterRequest(429)
        silent.close()

        then:
        err.toString() == ''
    }
}
