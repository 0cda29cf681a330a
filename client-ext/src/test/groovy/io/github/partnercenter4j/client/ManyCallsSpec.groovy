package io.github.partnercenter4j.client

import io.github.partnercenter4j.client.internal.http.TransportSpecification
import java.time.Duration
import java.util.concurrent.Callable
import java.util.concurrent.CountDownLatch
import java.util.concurrent.ExecutorService
import java.util.concurrent.Executors
import java.util.concurrent.Future
import java.util.concurrent.TimeUnit
import java.util.function.UnaryOperator
import spock.lang.AutoCleanup
import spock.lang.Specification

/** One client, many threads. */
class ManyCallsSpec extends Specification {
    static final String CUSTOMER = '0c39d6d5-c70d-4c55-bc02-f620844f3fd1'
    /** Each makes a call fail in a different way. */
    static final List<String> FAULTS = ['', 'HTTQ/1.1\r\n\r\n', 'HTTP/1.1 404 No\r\nContent-Length: 0\r\n\r\n', 'HTTP/1.1 302 No\r\nLocation: /\r\nContent-Length: 0\r\n\r\n',
        'HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 99\r\n\r\n{', 'HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 1\r\n\r\n{',
        'HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: 1\r\n\r\nx', 'HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n']

    @AutoCleanup(quiet = true)
    RawServer server
    @AutoCleanup(quiet = true)
    PartnerCenter partnerCenter
    @AutoCleanup('shutdownNow')
    ExecutorService threads

    def "#count calls on #kind threads are in flight at once, and each gets its own response"() {
        given:
        def arrived = new CountDownLatch(count)
        serve(count) { request ->
            arrived.countDown()
            assert arrived.await(5, TimeUnit.MINUTES)
            echo(request)
        }
        threads = executor(kind, count)

        when:
        def answers = all(count) { n -> ask("order-$n", "correlation-$n") }

        then:
        answers == (1..count).collect { ["correlation-$it", "correlation-$it", "order-$it"]*.toString() }
        server.requests.size() == count
        leased() == 0

        where:
        [kind, count] << [['platform', 64]] + (Runtime.version().feature() >= 21 ? [['virtual', 1000]] : [])
    }

    def "#kind threads whose calls fail in every way never get each other's responses, and after 1,000 faults a call succeeds"() {
        given:
        serve(64) { request ->
            def order = path(request)
            // Every ninth response is valid.
            def fault = order == 'good' ? null : FAULTS[(order as int) % (FAULTS.size() + 1)]
            fault == null ? echo(request) : fault
        }
        threads = executor(kind, 64)
        def calls = 64 * 18

        when:
        def outcomes = all(calls) { n ->
            try {
                ask("$n", "correlation-$n")
            } catch (PartnerCenterException e) {
                e.correlationId()
            }
        }

        then:
        def failed = outcomes.withIndex().findAll { outcome, i -> outcome instanceof String }
        failed.size() >= 1000
        failed.every { outcome, i -> outcome == "correlation-${i + 1}" }
        outcomes.withIndex().findAll { outcome, i -> outcome instanceof List }
                .every { outcome, i -> outcome == ["correlation-${i + 1}", "correlation-${i + 1}", "${i + 1}"]*.toString() }
        leased() == 0
        ask('good', 'c') == ['c', 'c', 'good']
        leased() == 0

        where:
        kind << TransportSpecification.threadKinds()
    }

    private static ExecutorService executor(String kind, int threads) {
        kind == 'virtual' ? Executors.newVirtualThreadPerTaskExecutor() : Executors.newFixedThreadPool(threads)
    }

    private List<?> all(int count, Closure<?> call) {
        List<Future<?>> running = (1..count).collect { n -> threads.submit({ call.call(n) } as Callable) }
        running.collect { it.get(5, TimeUnit.MINUTES) }
    }

    /** The correlation id and the order that the server received, as its response and header repeat them. */
    private List<String> ask(CharSequence order, CharSequence correlationId) {
        def view = options { it.correlationId(correlationId as String) }
        def answer = view.orders().getProvisioningStatusWithResponse(CUSTOMER, order as String)
        [answer.correlationId(), answer.value().items()[0].status(), answer.value().links().self().uri()]
    }

    private PartnerCenter options(UnaryOperator<CallOptions> change) {
        partnerCenter.with(change)
    }

    private static String path(String request) {
        (request =~ /orders\/([^\/]+)\//)[0][1]
    }

    private static String echo(String request) {
        def id = (request =~ /MS-CorrelationId: (\S+)/)[0][1]
        def body = """{"items":[{"status":"$id"}],"links":{"self":{"uri":"${path(request)}"}}}"""
        "HTTP/1.1 200 OK\r\nMS-CorrelationId: $id\r\nContent-Type: application/json\r\nContent-Length: ${body.length()}\r\n\r\n$body"
    }

    private int leased() {
        partnerCenter.pipeline.transport.leased()
    }

    private void serve(int connections, Closure<CharSequence> answer) {
        server = new RawServer(new ServerSocket(0, connections, InetAddress.loopbackAddress), { c ->
            for (String request = c.request(); request != null; request = c.request()) {
                def text = answer.call(request) as String
                c.send(text)
                if (!text.contains('Content-Type: application/json\r\nContent-Length: ') || text.endsWith('{')) {
                    return
                }
            }
        })
        partnerCenter = PartnerCenter.builder().baseUrl(server.url).credential(Credential.ofToken('s3cret-token')).maxConnections(connections)
                .timeout(Duration.ofSeconds(90)).build()
    }
}
