package io.github.partnercenter4j.cli.watch

import static io.github.partnercenter4j.cli.watch.Results.CUSTOMER
import static io.github.partnercenter4j.cli.watch.Results.START
import static io.github.partnercenter4j.cli.watch.Results.result
import static io.github.partnercenter4j.cli.watch.Results.results
import static java.nio.file.StandardOpenOption.CREATE
import static java.nio.file.StandardOpenOption.READ
import static java.nio.file.StandardOpenOption.WRITE

import io.github.partnercenter4j.cli.output.Terminal
import io.github.partnercenter4j.watch.LineItemChange
import io.github.partnercenter4j.watch.OrderResult.Kind
import io.github.partnercenter4j.watch.PendingOrder
import io.github.partnercenter4j.watch.WatchPause
import java.nio.channels.FileChannel
import java.nio.file.Files
import java.nio.file.Path
import java.time.Duration
import spock.lang.Specification
import spock.lang.TempDir

/** How a run ends, what it tells meanwhile, and how it reads the results. */
class WatchRunSpec extends Specification {
    @TempDir
    Path folder

    StringWriter err = new StringWriter()
    WatchOutput output = new WatchOutput(new Terminal(new PrintWriter(new StringWriter()), new PrintWriter(err)), [:])
    WatchStatistics statistics = new WatchStatistics()

    def "#open pending, #failed failed, #unfulfilled unfulfilled and #givenUp given up end with #code"(int open, int failed, int unfulfilled, int givenUp, int code) {
        expect:
        WatchRun.exitCode(WatchSummarySpec.progress(open: open, failed: failed, unfulfilled: unfulfilled, givenUp: givenUp)).code() == code

        where:
        open | failed | unfulfilled | givenUp || code
        0    | 0      | 0           | 0       || 0
        1    | 1      | 1           | 1       || 10
        0    | 1      | 1           | 1       || 21
        0    | 0      | 1           | 1       || 11
        0    | 0      | 0           | 1       || 10
    }

    def "--verbose tells of a line item #number that was #from and is #to: #text"(Integer number, String from, String to, String text) {
        when:
        run(true).tell(new LineItemChange(CUSTOMER, 'o1', number, from, to))
        run(false).tell(new LineItemChange(CUSTOMER, 'o2', number, from, to))

        then:
        err.toString() == "order o1 of customer $CUSTOMER: line item $text\n"

        where:
        number | from      | to          || text
        0      | 'Pending' | 'Fulfilled' || '0: Pending -> Fulfilled'
        null   | null      | 'Pending'   || 'without a number: (none) -> Pending'
        7      | 'Pending' | null        || '7: Pending -> (none)'
    }

    def "--verbose tells of each result of this run, and not of an earlier one"() {
        when:
        (2..3).each { run(true).tell(result(it, kind: Kind.GIVEN_UP, reason: 'too late'), 2) }
        run(false).tell(result(4), 2)

        then:
        err.toString() == "order o3 of customer $CUSTOMER is given up: too late\n"
    }

    def "a pause is told, and when it is over"() {
        when:
        [false, true].each { run(false).tell(new WatchPause(WatchPause.Kind.DATABASE, 'no database', null, it)) }

        then:
        err.toString().readLines() == ['The watch pauses: no database', 'The watch goes on.']
    }

    def "results are read in order until none is left, or the time is over: #time"(Duration time, List<Integer> read) {
        given:
        def told = []
        def feed = new ResultFeed(null, statistics, { told << it.number() })

        when:
        feed.read(view(3), time.toNanos())

        then:
        told == read

        when:
        feed.read(view(5), Duration.ofHours(1).toNanos())

        then:
        told == [1, 2, 3, 4, 5]

        where:
        time                || read
        Duration.ZERO       || [1, 2]
        Duration.ofHours(1) || [1, 2, 3]
    }

    def "a result that cannot be written is not told before it can"() {
        given:
        def disk = new ResultsFileSpec.Disk(file: FileChannel.open(folder.resolve('r'), CREATE, READ, WRITE), full: true)
        def told = []
        def feed = new ResultFeed(new ResultsFile(disk), statistics, { told << it.number() })

        when:
        feed.read(view(2), 0)

        then:
        thrown(IOException)
        told == []
        statistics.slowest() == []

        when:
        disk.full = false
        feed.read(view(2), 0)

        then:
        told == [1, 2]
        statistics.slowest().size() == 2

        cleanup:
        disk.close()
    }

    def "the page goes on when it can be written again, and keeps the pending orders that were read last"() {
        given:
        def page = folder.resolve('new/page.html')
        def report = new PageReport(page, 'orders.csv', statistics, output, 'Run it again.')
        def view = Stub(WatchView) { slowestPending(20) >> [new PendingOrder(CUSTOMER, 'slow', [:], START, START, 6, 'x')] }

        when:
        report.update(WatchSummarySpec.progress(), view)
        Files.createDirectory(page.parent)
        report.finish(WatchSummarySpec.progress(fulfilled: 77), null)

        then:
        err.toString().readLines() == ['The page cannot be written (its folder does not exist). The watch goes on without it.', 'The page is written again.']
        Files.readString(page).contains('>slow<')
        Files.readString(page).contains('<b>77</b>')
        Files.readString(page).contains('Stopped. Run it again.')

        when:
        report.finish(WatchSummarySpec.progress(), Stub(WatchView) { slowestPending(20) >> [] })

        then:
        !Files.readString(page).contains('>slow<')
    }

    def "a signal stops the run, and the JVM waits for its end"() {
        given:
        def stop = new StopSignal(Duration.ofMinutes(2))

        expect:
        !stop.stopping

        when:
        def hook = Thread.start { stop.onShutdown() }

        then:
        stop.await(Duration.ofMinutes(1))
        stop.stopping
        hook.alive

        when:
        stop.close()
        hook.join(300_000)

        then:
        !hook.alive
        !Runtime.runtime.removeShutdownHook(stop.hook)

        cleanup: 'no JVM waits for a run that does not end'
        hook?.interrupt()
        Runtime.runtime.removeShutdownHook(stop.hook)
    }

    def "an interrupt stops the run, and what is left to do can wait"() {
        given:
        def stop = new StopSignal(Duration.ofMinutes(2))

        when:
        Thread.currentThread().interrupt()

        then:
        stop.await(Duration.ofHours(1))
        !Thread.interrupted()
        stop.stopping

        cleanup:
        Thread.interrupted()
        stop.close()
    }

    private WatchRun run(boolean verbose) {
        new WatchRun(new WatchPlan('orders.csv', null, null, null, null, null, verbose, false, 'Run it again.'), output)
    }

    /** A watch with so many results, which are read two at a time. */
    private WatchView view(int count) {
        Stub(WatchView) {
            it.results(_, 1_000) >> { long after, int limit -> results(1, count).findAll { it.number() > after }.take(2) }
        }
    }
}
