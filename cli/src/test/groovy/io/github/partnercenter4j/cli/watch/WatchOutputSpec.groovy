package io.github.partnercenter4j.cli.watch

import static io.github.partnercenter4j.cli.watch.WatchSummarySpec.progress

import io.github.partnercenter4j.cli.output.Terminal
import io.github.partnercenter4j.watch.WatchProgress
import java.time.Duration
import spock.lang.Specification

/** What is written while a watch runs. */
class WatchOutputSpec extends Specification {
    static final ERASE = '\r\u001b[K'

    StringWriter out = new StringWriter()
    /** Shows only what is flushed. */
    StringWriter err = new StringWriter()

    def "on a terminal the progress is one line that is replaced, and everything else stands above it"() {
        given:
        def output = output(true)
        def bars = [progress(), progress(open: 1)].collect { ProgressText.bar(it, 80) }

        when:
        output.progress(progress(), 0)

        then:
        err.toString() == bars[0]

        when:
        output.notice('first')
        output.progress(progress(open: 1), 1)
        output.notice('second')

        then:
        err.toString() == "${bars[0]}${ERASE}first\n${bars[0]}${ERASE}${bars[1]}${ERASE}second\n${bars[1]}"

        when:
        err.buffer.length = 0
        output.clear()

        then:
        err.toString() == ERASE

        when:
        output.notice('third')
        output.clear()

        then:
        err.toString() == "${ERASE}third\n"
    }

    def "at the end the progress is a line that stays, and the result is on standard output: on a terminal #interactive"() {
        given:
        def output = output(interactive)

        when:
        output.progress(progress(), 0)
        err.buffer.length = 0
        output.end(progress(open: 0), 'all')

        then:
        err.toString() == (interactive ? ERASE : '') + ProgressText.plain(progress(open: 0)) + '\n'
        out.toString() == 'all'

        where:
        interactive << [true, false]
    }

    def "elsewhere the progress is a line every ten seconds: #seconds s later #lines"(BigDecimal seconds, int lines) {
        given:
        def output = output(false)
        def start = -5_000_000_000L

        when:
        output.progress(progress(), start)
        output.progress(progress(open: 1), (start + seconds * 1_000_000_000) as long)

        then:
        err.toString().readLines() == [progress(), progress(open: 1)].take(lines).collect { ProgressText.plain(it) }

        where:
        seconds || lines
        0       || 1
        9.999   || 1
        10      || 2
    }

    def "a problem is written once until it is solved, each kind for itself"() {
        given:
        def output = output(false)

        when:
        2.times { output.problem('a', 'a is broken') }
        output.problem('b', 'b is broken')
        output.solved('a', 'a works')
        output.solved('a', 'a works')
        output.problem('a', 'a is broken again')

        then:
        err.toString().readLines() == ['a is broken', 'b is broken', 'a works', 'a is broken again']
        ['a', 'b', 'c'].collect { output.hasProblem(it) } == [true, true, false]

        when:
        output.solved('a', 'a works')

        then:
        !output.hasProblem('a')
    }

    def "the width of the terminal is #width with #environment"(Map<String, String> environment, int width) {
        expect:
        TerminalWidth.find(environment) == width

        where:
        environment                   || width
        [COLUMNS: '10']               || 10
        [COLUMNS: '132', TERM: 'vt1'] || 132
        [COLUMNS: '9999']             || 9_999
        [COLUMNS: '80', TERM: 'dumb'] || 0
    }

    def "a number of columns that no terminal has is not used: #columns"() {
        expect:
        TerminalWidth.find([COLUMNS: columns]) == TerminalWidth.find([:])

        where:
        columns << ['0', '9', '012', '12345']
    }

    private WatchOutput output(boolean interactive) {
        new WatchOutput(new Terminal(new PrintWriter(out), new PrintWriter(new BufferedWriter(err)), interactive), [COLUMNS: '80'])
    }
}
