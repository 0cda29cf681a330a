package io.github.partnercenter4j.cli.watch

import static io.github.partnercenter4j.cli.watch.Results.CUSTOMER
import static io.github.partnercenter4j.cli.watch.Results.START
import static io.github.partnercenter4j.cli.watch.Results.result

import io.github.partnercenter4j.cli.watch.WatchPage.State
import io.github.partnercenter4j.watch.OrderResult
import io.github.partnercenter4j.watch.PendingOrder
import io.github.partnercenter4j.watch.WatchPause
import io.github.partnercenter4j.watch.WatchProgress
import java.nio.file.Files
import java.nio.file.Path
import java.time.Duration
import javax.xml.parsers.DocumentBuilderFactory
import spock.lang.Specification
import spock.lang.TempDir

class WatchPageSpec extends Specification {
    static final HOSTILE = '<script>alert("x")</script>\'&\u202e\u0000'
    static final ESCAPED = '&lt;script&gt;alert(&quot;x&quot;)&lt;/script&gt;&#39;&amp;\\u202e\\u0000'

    @TempDir
    Path folder

    def history = new ProgressHistory()
    def statistics = new WatchStatistics()

    def "the page has the numbers, the charts, the slowest pending orders with the reason, and what failed"() {
        given:
        (0..120).each { history.add(START.plusSeconds(it), at(it)) }
        (1..100).each { statistics.add(result(it, done: START.plusSeconds(20 + it))) }
        statistics.add(result(101, kind: OrderResult.Kind.FAILED, reason: 'no access to the customer'))
        def page = page(State.RUNNING, at(120), [new PendingOrder(CUSTOMER, 'o7', [:], START, START, 6, 'line item 0 is Pending'), new PendingOrder(CUSTOMER, 'o8', [:], START, START, 0, null)])

        System.getProperty('page')?.with { Files.writeString(Path.of(it), page) }

        expect:
        page.contains('<title>60% of orders.csv</title>')
        page.contains('60% done, 40s left.')
        tiles(page) == [fulfilled: '110', pending: '80', unfulfilled: '8', failed: '2', 'requests in 1m': '440 / 500']
        page.findAll(/(?s)<svg.*?<\/svg>/).size() == 3
        page.contains('<td class="number" data-name="since">2m</td><td class="number" data-name="requests">6</td>')
        page.contains('<td class="" data-name="reason">line item 0 is Pending</td>')
        page.contains('<td class="" data-name="reason">not asked for yet</td>')
        page.contains('<td class="number" data-name="orders">1</td><td class="" data-name="reason">no access to the customer</td>')
        page.contains('<meta http-equiv="refresh"')

        and: 'nothing is loaded from elsewhere, and there is no script'
        !(page =~ /(?i)<script|src=|href=|url\(|@import/)
    }

    def "each chart is well-formed, and its shapes stay within it"() {
        given:
        samples.each { second, progress -> history.add(START.plusSeconds(second), progress) }
        times.each { statistics.add(result(1, done: START.plusSeconds(it))) }

        when:
        def charts = page(State.RUNNING, at(0), []).findAll(/(?s)<svg.*?<\/svg>/).collect {
            DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(new ByteArrayInputStream(it.bytes)).documentElement
        }
        def points = charts.collectMany { chart ->
            ['polygon', 'polyline'].collectMany { name -> (0..<chart.getElementsByTagName(name).length).collect { i -> chart.getElementsByTagName(name).item(i).getAttribute('points') } }
        }*.tokenize(' ').flatten()*.split(',')

        then:
        charts.size() == 3
        points.every { point -> point[0].toDouble() >= 0 && point[0].toDouble() <= 400 && point[1].toDouble() >= 0 && point[1].toDouble() <= 190 }

        where:
        samples                                    | times
        [:]                                        | []
        [0: at(0)]                                 | [1]
        [0: at(0), 5: at(5)]                       | [1, 1, 1_000_000]
        (0..500).collectEntries { [it, at(it)] }   | (0..500)
    }

    def "texts from outside are escaped"() {
        given:
        statistics.add(result(1, kind: OrderResult.Kind.FAILED, reason: HOSTILE))
        def pause = new WatchPause(WatchPause.Kind.CREDENTIAL, HOSTILE, null, false)
        def page = new WatchPage(HOSTILE, State.RUNNING, START, WatchSummarySpec.progress(pause: pause), history, statistics, [new PendingOrder(HOSTILE, HOSTILE, [:], START, START, 1, HOSTILE)], HOSTILE).html()

        expect:
        page.findAll(java.util.regex.Pattern.quote(ESCAPED)).size() == 7
        !page.contains('<script')
    }

    def "a page that is not written any more does not refresh itself, and says how it ended: #text"(long open, String text) {
        expect:
        !page(State.STOPPED, WatchSummarySpec.progress(open: open), []).contains('refresh')
        page(State.STOPPED, WatchSummarySpec.progress(open: open), []).contains(text)

        where:
        open || text
        0    || '100% done. Done.'
        3    || 'Stopped. Run &lt;it&gt; again.'
    }

    def "the history of a long watch is bounded, and covers all of it"() {
        given:
        def progress = at(0)

        when:
        (0..100_000).each { history.add(START.plusSeconds(it), progress) }
        def times = history.samples()*.time()

        then:
        times.size() in 100..240
        times[0] == START
        Duration.between(times[-1], START.plusSeconds(100_000)) < Duration.ofSeconds(1024)
        times.collate(2, 1, false).collect { a, b -> Duration.between(a, b).toSeconds() }.toSet().size() <= 2
    }

    def "a reader never sees half of the page"() {
        given:
        def file = folder.resolve('page.html')
        def writer = new PageFile(file)
        def seen = [] as Set
        writer.write('a' * 100_000)

        when:
        def reading = Thread.start {
            200.times { seen << Files.readString(file).with { [it.length(), it == it[0] * it.length()] } }
        }
        while (reading.alive) {
            writer.write('b' * 200_000)
            writer.write('a' * 100_000)
        }

        then:
        seen.every { it in [[100_000, true], [200_000, true]] }
        folder.toFile().list() == ['page.html']
    }

    private String page(State state, WatchProgress progress, List<PendingOrder> pending) {
        new WatchPage('orders.csv', state, START.plusSeconds(120), progress, history, statistics, pending, 'Run <it> again.').html()
    }

    private static Map<String, String> tiles(String page) {
        page.findAll(/<b>(.*?)<\/b><span>(.*?)<\/span>/) { [it[2], it[1]] }.collectEntries()
    }

    private static WatchProgress at(long second) {
        def done = Math.min(200, second)
        WatchSummarySpec.progress(open: 200 - done, fulfilled: done - (done / 15 as long) - (done / 60 as long), unfulfilled: done / 15 as long, failed: done / 60 as long,
                requestsInWindow: Math.min(440, second * 8) as int, timeLeft: Duration.ofSeconds(40))
    }
}
