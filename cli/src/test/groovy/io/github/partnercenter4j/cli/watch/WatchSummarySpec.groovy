package io.github.partnercenter4j.cli.watch

import static io.github.partnercenter4j.cli.watch.Results.START
import static io.github.partnercenter4j.cli.watch.Results.result
import static io.github.partnercenter4j.watch.OrderResult.Kind.FAILED
import static io.github.partnercenter4j.watch.OrderResult.Kind.FULFILLED
import static io.github.partnercenter4j.watch.OrderResult.Kind.GIVEN_UP
import static io.github.partnercenter4j.watch.OrderResult.Kind.UNFULFILLED

import io.github.partnercenter4j.watch.OrderResult
import io.github.partnercenter4j.watch.Quota
import io.github.partnercenter4j.watch.WatchPause
import io.github.partnercenter4j.watch.WatchProgress
import java.time.Duration
import spock.lang.Specification

class WatchSummarySpec extends Specification {
    static final FOURTEEN = [0, 1, 2, 3, 5, 7, 10, 15, 20, 30, 40, 50, 60, 75]

    static WatchProgress progress(Map<String, Object> changes = [:]) {
        def all = [open: 3, fulfilled: 5, unfulfilled: 1, failed: 1, givenUp: 0, requestsInWindow: 480, quota: Quota.perMinute(500), usableQuota: 500, pause: null, timeLeft: Duration.ofSeconds(200)] + changes
        new WatchProgress(all.open, all.fulfilled, all.unfulfilled, all.failed, all.givenUp, all.requestsInWindow, all.quota, all.usableQuota, all.pause, all.timeLeft)
    }

    def "the summary has the numbers, the slowest orders and each kind of failure with its number"() {
        given:
        def statistics = statistics(
                result(1, done: START.plusSeconds(9)),
                result(2, done: START.plusSeconds(3700), kind: UNFULFILLED, requests: 12),
                result(3, kind: FAILED, reason: 'no such order', firstAsked: null),
                result(4, kind: FAILED, reason: 'no such order', done: START.plusSeconds(75), orderId: 'o\u001b[2J'),
                result(5, kind: GIVEN_UP, reason: 'line item 0 is Pending', done: START.plus(Duration.ofHours(49))))

        expect:
        WatchSummary.of(progress(open: 0, fulfilled: 1, unfulfilled: 1, failed: 2, givenUp: 1), statistics) == '''\
            ORDERS  RESULT
                 1  fulfilled
                 1  unfulfilled
                 2  failed
                 1  given up
                 0  pending

            The slowest:
              TIME  REQUESTS  RESULT       CUSTOMER                              ORDER
             2d 1h  5         given up     0c39d6d5-c70d-4c55-bc02-f620844f3fd1  o5
             1h 1m  12        unfulfilled  0c39d6d5-c70d-4c55-bc02-f620844f3fd1  o2
            1m 15s  5         failed       0c39d6d5-c70d-4c55-bc02-f620844f3fd1  o\\u001b[2J
                9s  5         fulfilled    0c39d6d5-c70d-4c55-bc02-f620844f3fd1  o1

            What failed:
            ORDERS  REASON
                 2  no such order
                 1  line item 0 is Pending
            '''.stripIndent()
    }

    def "of many orders the ten slowest are kept, and of many reasons fifty"() {
        given:
        def statistics = new WatchStatistics()
        (1..1000).each { statistics.add(result(it, done: START.plusSeconds((it * 7919) % 1009), kind: FAILED, reason: "reason $it" as String)) }

        expect:
        statistics.slowest()*.time()*.toSeconds() == (1..1000).collect { (it * 7919) % 1009 }.sort().reverse().take(10)
        statistics.failures().size() == 51
        statistics.failures()[0].key == '(other reasons)'
        statistics.failures()*.value.sum() == 1000
    }

    def "times of #seconds s are counted in the ranges #bars"(List<Integer> seconds, List<List<Integer>> bars) {
        given:
        def histogram = new TimeHistogram()
        seconds.each { histogram.add(Duration.ofSeconds(it)) }

        expect:
        histogram.bars().collect { [it.from().toSeconds(), it.count()] } == bars

        where:
        seconds                 || bars
        []                      || []
        [59, 60, 61, 74, 75]    || [[50, 1], [60, 3], [75, 1]]
        [10, 29, 30]            || [[10, 1], [15, 0], [20, 1], [30, 1]]
        [-5, 0]                 || [[0, 2]]
        [999_999]               || [[259_200, 1]]
        FOURTEEN                || FOURTEEN.collect { [it, 1] }
        FOURTEEN + 90           || [[0, 2], [2, 2], [5, 2], [10, 2], [20, 2], [40, 2], [60, 2], [90, 1]]
    }

    def "from a second to days there are at most 14 ranges, and no time is left out"() {
        given:
        def histogram = new TimeHistogram()
        (0..300_000).step(7) { histogram.add(Duration.ofSeconds(it)) }

        expect:
        histogram.bars().size() <= 14
        histogram.bars()*.count().sum() == (0..300_000).step(7).size()
    }

    def "the progress is #line"(Map<String, Object> changes, String line) {
        expect:
        ProgressText.plain(progress(changes)) == line

        where:
        changes                                                  || line
        [:]                                                      || '5 fulfilled, 3 pending, 1 unfulfilled, 1 failed; 480 of 500 requests in a minute; 3m 20s left'
        [timeLeft: null]                                         || '5 fulfilled, 3 pending, 1 unfulfilled, 1 failed; 480 of 500 requests in a minute'
        [timeLeft: null, usableQuota: 499]                       || '5 fulfilled, 3 pending, 1 unfulfilled, 1 failed; 480 of 500 requests in a minute (499 since a 429)'
        [open: 0]                                                || '5 fulfilled, 0 pending, 1 unfulfilled, 1 failed; 480 of 500 requests in a minute'
        [givenUp: 2, timeLeft: Duration.ofHours(30)]             || '5 fulfilled, 3 pending, 1 unfulfilled, 1 failed, 2 given up; 480 of 500 requests in a minute; 1d 6h left'
        [quota: Quota.of(50, Duration.ofSeconds(6)), requestsInWindow: 30, usableQuota: 40, timeLeft: null] ||
                '5 fulfilled, 3 pending, 1 unfulfilled, 1 failed; 30 of 50 requests in 6s (40 since a 429)'
        [pause: new WatchPause(WatchPause.Kind.CREDENTIAL, 'no token', null, false)] || '5 fulfilled, 3 pending, 1 unfulfilled, 1 failed; 480 of 500 requests in a minute; paused'
    }

    def "the bar shows the share of the orders that are done, and is never wider than the terminal"() {
        expect:
        ProgressText.bar(progress(), 200) == '[' + '#' * 28 + '-' * 12 + '] 70%, 3m 20s left: 5 fulfilled, 3 pending, 1 unfulfilled, 1 failed, 480/500 requests'
        ProgressText.bar(progress(open: 0), 200).startsWith('[' + '#' * 40 + '] 100%: 5 fulfilled')
        ProgressText.bar(progress(open: 0, fulfilled: 0, unfulfilled: 0, failed: 0), 200).startsWith('[' + '#' * 40 + '] 100%')
        ProgressText.bar(progress(), 97) == '[#######---] 70%, 3m 20s left: 5 fulfilled, 3 pending, 1 unfulfilled, 1 failed, 480/500 requests'
        ProgressText.bar(progress(), 92) == '[###--] 70%, 3m 20s left: 5 fulfilled, 3 pending, 1 unfulfilled, 1 failed, 480/500 requests'
        ProgressText.bar(progress(), 91) == '[############------] 70%, 3m 20s: 5 fulfilled, 3 pending, 1 unfulfilled, 1 failed, 480/500'
        ProgressText.bar(progress(), 80) == '[####---] 70%, 3m 20s: 5 fulfilled, 3 pending, 1 unfulfilled, 1 failed, 480/500'
        ProgressText.bar(progress(), 78) == '[###--] 70%, 3m 20s: 5 fulfilled, 3 pending, 1 unfulfilled, 1 failed, 480/500'
        ProgressText.bar(progress(), 77) == '70%, 3m 20s: 5 fulfilled, 3 pending, 1 unfulfilled, 1 failed, 480/500'
        ProgressText.bar(progress(), 70) == '70%, 3m 20s: 5 fulfilled, 3 pending, 1 unfulfilled, 1 failed, 480/500'
        ProgressText.bar(progress(pause: new WatchPause(WatchPause.Kind.DATABASE, 'x', null, false)), 40) == '70%, paused: 5 fulfilled, 3 pending, 1 unfulfilled'.take(39)
        ProgressText.bar(progress(), 0) == ''
        (0..120).every { ProgressText.bar(progress(), it).length() < Math.max(it, 1) }
    }

    private static WatchStatistics statistics(OrderResult... results) {
        def statistics = new WatchStatistics()
        results.each { statistics.add(it) }
        statistics
    }
}
