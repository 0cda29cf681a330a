package io.github.partnercenter4j.cli.watch

import static io.github.partnercenter4j.cli.watch.Results.CUSTOMER
import static io.github.partnercenter4j.cli.watch.Results.START
import static io.github.partnercenter4j.cli.watch.Results.result
import static java.math.RoundingMode.HALF_UP

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
        page.contains('<rect class="time"')
        tiles(this.page(State.RUNNING, WatchSummarySpec.progress(givenUp: 3), []))['given up'] == '3'
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

    def "the grid of a chart up to #largest has the numbers #numbers"(double largest, List<String> numbers) {
        given:
        def chart = new SvgChart('x', 1, largest).svg()
        def heights = chart.findAll(/<line class="grid" x1="46" x2="390" y1="([\d.]+)" y2="\1"\/>/) { it[1].toDouble() }

        expect: 'each stands beside its line, and they fill the chart'
        chart.findAll(/<text x="40" y="([\d.]+)" text-anchor="end">([\d,]+)<\/text>/) { [(it[1].toDouble() - 4).round(1), it[2]] } == [heights, numbers].transpose()
        [heights[0], heights[-1]] == [166, 12]

        where:
        largest || numbers
        0       || ['0', '1']
        4       || ['0', '1', '2', '3', '4']
        5       || ['0', '2', '4', '6']
        8       || ['0', '2', '4', '6', '8']
        9       || ['0', '5', '10']
        20      || ['0', '5', '10', '15', '20']
        21      || ['0', '10', '20', '30']
        4_000   || ['0', '1,000', '2,000', '3,000', '4,000']
    }

    def "the areas of the orders lie on top of each other, with the time below"() {
        given:
        history.add(START, WatchSummarySpec.progress(open: 8, fulfilled: 2, unfulfilled: 0, failed: 0))
        history.add(START.plusMillis(10_500), WatchSummarySpec.progress(open: 1, fulfilled: 4, unfulfilled: 2, failed: 1, givenUp: 2))
        def chart = PageCharts.orders(history.samples())

        expect:
        shapes(chart, 'polygon', 10.5, 10) == [
            fulfilled  : [[0, 2], [10.5, 4], [10.5, 0], [0, 0]],
            unfulfilled: [[0, 2], [10.5, 6], [10.5, 4], [0, 2]],
            failed     : [[0, 2], [10.5, 9], [10.5, 6], [0, 2]],
            pending    : [[0, 10], [10.5, 10], [10.5, 9], [0, 2]]]
        labels(chart) == [['46.0', 'start', 'start'], ['218.0', 'middle', '5s'], ['390.0', 'end', '10s']]
    }

    def "the requests are drawn beside the quota, and what is used of it since a 429: #usable"(int usable, boolean lowered) {
        given:
        history.add(START, WatchSummarySpec.progress(requestsInWindow: 0, usableQuota: 500))
        history.add(START.plusSeconds(8), WatchSummarySpec.progress(requestsInWindow: 480, usableQuota: usable))
        def page = page(State.RUNNING, at(0), [])
        def lines = [quota: [[0, 500], [8, 500]], usable: [[0, 500], [8, usable]], requests: [[0, 0], [8, 480]]]

        expect:
        shapes(page, 'polyline', 8, 600) == (lowered ? lines : lines.subMap('quota', 'requests'))
        page.findAll(/<span class="legend \w+">([^<]+)</) { it[1] } == ['fulfilled', 'unfulfilled', 'failed', 'pending', 'requests', 'quota'] + (lowered ? ['used since a 429'] : [])

        where:
        usable || lowered
        500    || false
        499    || true
    }

    def "a chart reaches as high as the requests, even above the quota, and each point is at its time"() {
        given:
        [0: 700, 1_500: 0, 3_000: 400].each { millis, requests -> history.add(START.plusMillis(millis), WatchSummarySpec.progress(requestsInWindow: requests)) }

        expect:
        shapes(PageCharts.requests(history.samples()), 'polyline', 3, 800) == [quota: [[0, 500], [1.5, 500], [3, 500]], requests: [[0, 700], [1.5, 0], [3, 400]]]
    }

    def "the times #seconds have a bar each, and the labels #labels"(List<Integer> seconds, List<String> labels, double width) {
        given:
        seconds.each { statistics.add(result(1, done: START.plusSeconds(it))) }
        def chart = PageCharts.times(statistics.times())
        def bars = chart.findAll(/<rect class="time" x="([\d.]+)" y="12.0" width="([\d.]+)" height="154.0"><title>([^<]+)</) { [it[1].toDouble(), it[2].toDouble(), it[3]] }

        expect:
        bars*.get(2) == seconds.collect { "${it}s and longer: 1" }
        bars.withIndex().every { bar, i -> Math.abs(bar[0] - (47 + i * (width + 2))) < 0.1 && bar[1] == width.round(1) }
        this.labels(chart)*.get(2) == labels
        this.labels(chart)*.get(1) == ['start'] + ['middle'] * (labels.size() - 1)
        this.labels(chart).every { label -> bars.any { Math.abs(it[0] - 1 - label[0].toDouble()) < 0.1 } }

        where:
        seconds                     || labels                                         | width
        [5]                         || ['5s']                                         | 344 / 6 - 2
        [0, 1, 2, 3, 5, 7, 10]      || ['0s', '1s', '2s', '3s', '5s', '7s', '10s']    | 344 / 7 - 2
        [0, 1, 2, 3, 5, 7, 10, 15]  || ['0s', '2s', '5s', '10s']                      | 344 / 8 - 2
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

    /** The points of the shapes by their names, as time and number, in a chart with the largest values at its edges. */
    private static Map<String, List<List<BigDecimal>>> shapes(String svg, String kind, BigDecimal maxX, int maxY) {
        svg.findAll(/<$kind class="(\w+)" points="([^"]+)"/) {
            [it[1], it[2].tokenize(' ').collect { it.tokenize(',')*.toBigDecimal() }.collect { x, y -> [((x - 46) / 344 * maxX).setScale(1, HALF_UP), ((166 - y) / 154 * maxY).setScale(0, HALF_UP)] }]
        }.collectEntries()
    }

    /** The place, anchor and text of the labels below a chart. */
    private static List<List<String>> labels(String svg) {
        svg.findAll(/<text x="([\d.]+)" y="184" text-anchor="(\w+)">([^<]+)</) { it.drop(1) }
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
