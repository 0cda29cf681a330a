package io.github.partnercenter4j.client.behavior

import static io.github.partnercenter4j.client.TransportException.Kind.FAILED
import static io.github.partnercenter4j.client.TransportException.Kind.INTERRUPTED
import static io.github.partnercenter4j.client.TransportException.Kind.TIMED_OUT

import io.github.partnercenter4j.client.CallOptions
import io.github.partnercenter4j.client.FullServer
import io.github.partnercenter4j.client.Keys
import io.github.partnercenter4j.client.PartnerCenter
import io.github.partnercenter4j.client.RawServer
import io.github.partnercenter4j.client.RunningCall
import java.nio.file.Path
import java.security.KeyStore
import java.time.Duration
import java.util.concurrent.Callable
import java.util.concurrent.CountDownLatch
import java.util.concurrent.Executors
import java.util.concurrent.TimeUnit
import java.util.function.UnaryOperator
import javax.net.ssl.SSLContext
import javax.net.ssl.TrustManagerFactory
import spock.lang.AutoCleanup
import spock.lang.Shared
import spock.lang.TempDir

/** Failures while connecting, interrupts in each phase of a call, and many calls at once. */
class BadHttpConnectionsSpec extends BadHttpSpecification {
    private static final List<String> THREADS = Runtime.version().feature() >= 21 ? ['platform', 'virtual'] : ['platform']
    private static final String BODY = 'HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 12\r\n\r\n{"it'
    /** Each fails a call in a different way. manyCalls also sends a good response after every ten of them. */
    private static final List<Closure<?>> FAULTS = [
            { it.socket.close() }, { it.reset() }, { it.send('HTTQ\r\n\r\n'); it.socket.close() }, { it.send(BODY); it.socket.close() }, { it.send(response('404 No', null, '')) },
            { it.send(response('302 Go', null, '', 'Location: /')) }, { it.send(ok('{')) }, { it.send(response('200 OK', 'text/html', 'x')) },
            { it.send('HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n'); it.socket.close() }, { it.send(response('503 No', 'application/json', '{"code":1}')) }
    ]

    @Shared
    @TempDir
    Path folder
    @Shared
    Map<String, KeyStore> keys

    static final Map<String, Map<String, List<Line>>> ROWS = [
            'connecting'    : [
                    'refused'        : [new Line('no server listens', { BadHttpConnectionsSpec spec -> spec.meetsClosedPort() })],
                    'TLS expired'    : [certificate('expired')],
                    'TLS self-signed': [certificate('selfSigned')],
                    'TLS wrong host' : [certificate('other')],
                    'an unknown host': [new Line('an invalid host name', { BadHttpConnectionsSpec spec -> spec.meetsUnknownHost() })],
                    'no response'    : [new Line('to the connection', { BadHttpConnectionsSpec spec -> spec.meetsFullServer() }), new Line('to the handshake', { BadHttpConnectionsSpec spec -> spec.meetsSilence() })]
            ],
            'many at once'  : [
                    '64 threads'  : THREADS.collect { kind -> new Line("$kind threads", { BadHttpConnectionsSpec spec -> spec.manyCalls(kind, 64 * 2, 64) }) },
                    // Fewer connections than threads, so that a leaked connection blocks later calls.
                    'mixed faults': THREADS.collect { kind -> new Line("1,000 of them, on $kind threads", { BadHttpConnectionsSpec spec -> spec.manyCalls(kind, 1120, 8) }) }
            ],
            'an interrupt'  : [
                    'waiting for a token'     : interrupted('await') { BadHttpConnectionsSpec spec ->
                        spec.builder().credential { new CountDownLatch(1).await() }.build()
                    },
                    'waiting for a connection': interrupted('acquireEndpoint') { BadHttpConnectionsSpec spec ->
                        def client = spec.builder().maxConnections(1).build()
                        new RunningCall('platform', { spec.ask(client) })
                        spec.met.await()
                        client
                    },
                    'waiting for a retry'     : interrupted('sleep', true) { BadHttpConnectionsSpec spec ->
                        spec.play = { it.send(response('503 No', null, '', 'Retry-After: 15')) }
                        spec.builder().options(retries(3)).build()
                    },
                    'connecting'              : interrupted('blockingConnect') { BadHttpConnectionsSpec spec ->
                        spec.full = new FullServer()
                        spec.builder("http://127.0.0.1:$spec.full.port").build()
                    },
                    'TLS handshake'           : interrupted('startHandshake') { BadHttpConnectionsSpec spec ->
                        spec.silent = new RawServer({ it.hold() })
                        spec.builder("https://127.0.0.1:$spec.silent.port").build()
                    },
                    'waiting for headers'     : interrupted('receiveResponseHeader', true) { BadHttpConnectionsSpec spec -> spec.builder().build() },
                    'reading the body'        : interrupted('fill', true) { BadHttpConnectionsSpec spec ->
                        spec.play = { it.send(BODY); it.hold() }
                        spec.builder().build()
                    }
            ]
    ]

    /** What the server does with a request. The latch opens when the server has received one. */
    Closure<?> play = { it.hold() }
    CountDownLatch met = new CountDownLatch(1)
    @AutoCleanup(quiet = true)
    FullServer full
    @AutoCleanup(quiet = true)
    RawServer silent

    def setupSpec() {
        def made = new Keys(folder)
        keys = [
                good      : made.signed('good', 'dns:localhost'),
                other     : made.signed('other', 'dns:other.example'),
                selfSigned: made.selfSigned('selfSigned', 'dns:localhost'),
                expired   : made.signed('expired', 'dns:localhost', ['-startdate', '-10d', '-validity', '5'])
        ]
    }

    def 'HTTP input "#input" is handled as in bad-inputs.yaml (#line)'() {
        expect:
        line.run(this)

        where:
        [input, line] << BadInputs.lines(ROWS)
    }

    private void meetsClosedPort() {
        def port = new ServerSocket(0, 1, InetAddress.loopbackAddress).withCloseable { it.localPort }
        partnerCenter = builder("http://127.0.0.1:$port").options(retries(1)).build()
        def outcome = ask()
        outcome.isTransport(FAILED)
        assert outcome.failure.requestIds().size() == 2
        // Now a server listens there.
        serve(new ServerSocket(port, 50, InetAddress.loopbackAddress)) { it.reset() }
        holds(outcome, 0)
    }

    private static Line certificate(String fault) {
        new Line(fault, { BadHttpConnectionsSpec spec ->
            def socket = new SwitchedServerSocket(Keys.context(spec.keys[fault], null))
            spec.serve(socket) { it.send(ok()) }
            spec.partnerCenter = spec.builder("https://localhost:$spec.server.port").options(retries(3)).sslContext(spec.trust()).build()
            def outcome = spec.ask()
            outcome.isTransport(FAILED)
            assert outcome.failure.requestIds().size() == 1
            assert spec.server.connections == 1
            socket.context = Keys.context(spec.keys.good, null)
            spec.holds(outcome, 0)
        })
    }

    /** Trusts the authority of each certificate, but not the self-signed certificate. */
    private SSLContext trust() {
        def trusted = KeyStore.getInstance('PKCS12')
        trusted.load(null, null)
        keys.findAll { it.key != 'selfSigned' }.each { name, key -> trusted.setCertificateEntry(name, key.getCertificate('ca')) }
        def managers = TrustManagerFactory.getInstance('PKIX')
        managers.init(trusted)
        def context = SSLContext.getInstance('TLS')
        context.init(null, managers.trustManagers, null)
        context
    }

    private void meetsUnknownHost() {
        serve { it.send(ok()) }
        partnerCenter = builder().build()
        // A label of 64 characters is invalid, so no name server is queried.
        def lost = builder("https://${'x' * 64}.invalid").options(retries(3)).connectTimeout(AMPLE).build()
        def outcome = lost.withCloseable { ask(it) }
        outcome.isTransport(FAILED)
        assert outcome.failure.requestIds().size() == 1
        holds(outcome, 0)
    }

    private void meetsFullServer() {
        full = new FullServer()
        endsAtConnectTimeout("http://127.0.0.1:$full.port")
    }

    /** The client sends its hello, but no part of the request before the handshake is complete. */
    private void meetsSilence() {
        def received = new ByteArrayOutputStream()
        silent = new RawServer({ it.socket.inputStream.transferTo(received) })
        // Long enough to send the hello, even on a busy machine.
        endsAtConnectTimeout("https://127.0.0.1:$silent.port", Duration.ofSeconds(2))
        assert received.size() > 0
        assert !received.toString('ISO-8859-1').contains(TOKEN)
    }

    /** Expects two attempts that each end at the connect timeout. */
    private void endsAtConnectTimeout(CharSequence url, Duration timeout = SHORT) {
        serve { it.send(ok()) }
        partnerCenter = builder().build()
        def outcome = builder(url as String).connectTimeout(timeout).options(retries(1)).build().withCloseable { ask(it) }
        outcome.isTransport(TIMED_OUT)
        assert outcome.failure.requestIds().size() == 2
        assert outcome.elapsed >= timeout.multipliedBy(2)
        // The client waits at most half a second between the attempts.
        holds(outcome, 0)
    }

    private void manyCalls(String kind, int calls, int connections) {
        serve { RawServer.Connection c, String request ->
            def order = (request =~ /orders\/(\d+)\//)[0][1] as int
            def id = (request =~ /MS-CorrelationId: (\S+)/)[0][1]
            def fault = order % (FAULTS.size() + 1)
            fault == FAULTS.size() ? c.send(ok("{\"items\":[{\"lineItemNumber\":$order}]}", "MS-CorrelationId: $id")) : FAULTS[fault].call(c)
        }
        partnerCenter = builder().maxConnections(connections).build()
        def threads = kind == 'virtual' ? Executors.newVirtualThreadPerTaskExecutor() : Executors.newFixedThreadPool(64)
        def failed = 0
        try {
            def running = (1..calls).collect { n -> threads.submit({ askWithId(n) } as Callable) }
            running.eachWithIndex { future, i ->
                Outcome outcome = future.get(5, TimeUnit.MINUTES)
                isTold(outcome)
                assert (outcome.failure ?: outcome.value).correlationId() == "call-${i + 1}"
                assert outcome.failure != null || outcome.read().items()*.lineItemNumber() == [i + 1]
                assert !(outcome.failure?.message ==~ /.*within the timeout.*/)
                failed += outcome.failure == null ? 0 : 1
            }
        } finally {
            threads.shutdownNow()
        }
        assert failed == (1..calls).count { it % (FAULTS.size() + 1) != FAULTS.size() }
        isStillGood(partnerCenter)
        assert openConnections.get() <= connections
        partnerCenter.close()
        long end = System.nanoTime() + TimeUnit.MINUTES.toNanos(5)
        while (openConnections.get() > 0) {
            assert System.nanoTime() < end : "${openConnections.get()} connections are left open"
            Thread.onSpinWait()
        }
    }

    private Outcome askWithId(int call) {
        ask(partnerCenter.with({ o -> o.correlationId("call-$call" as String) } as UnaryOperator<CallOptions>), "$call")
    }

    private static List<Line> interrupted(String method, boolean isOfServer = false, Closure<PartnerCenter> client) {
        THREADS.collect { kind ->
            new Line("a $kind thread", { BadHttpConnectionsSpec spec ->
                spec.serve { spec.met.countDown(); spec.play.call(it) }
                def made = client.call(spec)
                spec.partnerCenter = spec.builder().build()
                made.withCloseable {
                    def running = new RunningCall(kind, { spec.ask(made) })
                    running.awaitIn(method)
                    running.thread.interrupt()
                    Outcome outcome = running.result()
                    outcome.isTransport(INTERRUPTED)
                    assert outcome.interrupted
                    isTold(outcome)
                    spec.isStillGood(isOfServer ? made : spec.partnerCenter)
                }
            })
        }
    }

    /** A server socket whose certificate can be replaced for later connections. */
    private static class SwitchedServerSocket extends ServerSocket {
        volatile SSLContext context

        SwitchedServerSocket(SSLContext context) {
            super(0, 50, InetAddress.loopbackAddress)
            this.context = context
        }

        @Override
        Socket accept() {
            def accepted = super.accept()
            context.socketFactory.createSocket(accepted, null, true)
        }
    }
}
