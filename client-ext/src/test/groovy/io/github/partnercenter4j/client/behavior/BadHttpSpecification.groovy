package io.github.partnercenter4j.client.behavior

import io.github.partnercenter4j.client.CallOptions
import io.github.partnercenter4j.client.Credential
import io.github.partnercenter4j.client.CredentialException
import io.github.partnercenter4j.client.DecodingException
import io.github.partnercenter4j.client.PartnerCenter
import io.github.partnercenter4j.client.PartnerCenterBuilder
import io.github.partnercenter4j.client.RawServer
import io.github.partnercenter4j.client.ServiceException
import io.github.partnercenter4j.client.TransportException
import io.github.partnercenter4j.client.UnexpectedStatusException
import io.github.partnercenter4j.client.internal.call.InvalidArgumentException
import io.github.partnercenter4j.model.OrderLineItemProvisioningStatusCollection
import io.github.partnercenter4j.testing.Leaks
import io.github.partnercenter4j.testing.Literals
import java.time.Duration
import java.util.concurrent.atomic.AtomicInteger
import java.util.function.UnaryOperator
import spock.lang.AutoCleanup
import spock.lang.Specification

/** Calls a loopback server that misbehaves in one way, and checks what must hold for every row of bad-inputs.yaml. */
abstract class BadHttpSpecification extends Specification {
    static final String TOKEN = 's3cret-token-0123456789'
    static final String EMPTY = '{"items":[]}'
    static final OrderLineItemProvisioningStatusCollection NOTHING = OrderLineItemProvisioningStatusCollection.builder().build()
    /** Long enough that only a defect of the client uses it up. */
    static final Duration AMPLE = Duration.ofSeconds(60)
    static final Duration SHORT = Duration.ofMillis(300)

    private static final String GOOD_ORDER = 'good'
    private static final List<Class<?>> EXCEPTIONS = [IllegalArgumentException, InvalidArgumentException, CredentialException, ServiceException,
                                                      UnexpectedStatusException, TransportException, DecodingException]

    @AutoCleanup(quiet = true)
    RawServer server
    /** A server that no call may reach. */
    @AutoCleanup(quiet = true)
    RawServer elsewhere = RawServer.responding(ok())
    @AutoCleanup(quiet = true)
    PartnerCenter partnerCenter

    final AtomicInteger openConnections = new AtomicInteger()

    /** Returns a response that also repeats the token. */
    static String response(String status, String type, String body, String... headers) {
        (["HTTP/1.1 $status", "X-Echo: Bearer $TOKEN"] + (type == null ? [] : ["Content-Type: $type"]) + (headers as List) +
                ["Content-Length: ${body.length()}"]).join('\r\n') + "\r\n\r\n$body"
    }

    static String ok(String body = EMPTY, String... headers) {
        response('200 OK', 'application/json', body, headers)
    }

    /** Starts a server that plays the fault for every request except those for the good order. */
    void serve(ServerSocket socket = new ServerSocket(0, 50, InetAddress.loopbackAddress), Closure<?> play) {
        server = new RawServer(socket, { RawServer.Connection c ->
            openConnections.incrementAndGet()
            try {
                for (String request = c.request(); request != null; request = c.request()) {
                    if (request.contains("/orders/$GOOD_ORDER/")) {
                        c.send(ok())
                    } else {
                        play.maximumNumberOfParameters == 2 ? play.call(c, request) : play.call(c)
                    }
                }
            } finally {
                openConnections.decrementAndGet()
            }
        })
    }

    /** Uses a single connection, so that a good call fails if the fault leaked the connection. */
    PartnerCenterBuilder builder(String baseUrl = server.url) {
        PartnerCenter.builder().baseUrl(baseUrl).credential(Credential.ofToken(TOKEN)).timeout(AMPLE).maxConnections(1).options(retries(0))
    }

    static UnaryOperator<CallOptions> retries(int retries) {
        { o -> o.maxRetries(retries) } as UnaryOperator<CallOptions>
    }

    Outcome ask(PartnerCenter client = partnerCenter, String order = Literals.ORDER) {
        Outcome.of { client.orders().getProvisioningStatusWithResponse(Literals.CUSTOMER, order) }
    }

    /** Returns the requests that met the fault. */
    List<String> asked() {
        server.requests.findAll { !it.contains("/orders/$GOOD_ORDER/") }
    }

    List<String> sent(String name) {
        asked().collect { request -> request.readLines().findAll { it.startsWith(name + ': ') }.collect { it.substring(name.length() + 2) }.join('|') }
    }

    /** Checks what must hold for every row, with a number of requests or a range. */
    void holds(Outcome outcome, Object requests) {
        isTold(outcome)
        assert !outcome.interrupted
        assert asked().size() in requests
        assert elsewhere.connections == 0
        isStillGood(partnerCenter)
    }

    static void isTold(Outcome outcome) {
        assert (outcome.value == null) != (outcome.failure == null)
        assert outcome.failure == null || outcome.failure.class in EXCEPTIONS
        assert Leaks.said(outcome.value ?: outcome.failure).collectMany { Leaks.found(it) } == []
        assert !(outcome.failure ? outcome.failure.message : outcome.value.toString()).chars().anyMatch(Character::isISOControl)
        assert outcome.failure?.respondsTo('excerpt')?.every { outcome.failure.excerpt() == null || outcome.failure.excerpt().length() <= 1024 } != false
    }

    void isStillGood(PartnerCenter client) {
        assert ask(client.with({ o -> o.timeout(AMPLE) } as UnaryOperator<CallOptions>), GOOD_ORDER).read() == NOTHING
    }

    /** Describes one call to a server that plays a fault, and how the call must end. */
    static Line line(Map<String, Object> how = [:], CharSequence text, Closure<?> play, Closure<?> check) {
        new Line(text, { BadHttpSpecification spec ->
            Duration timeout = how.timeout ?: AMPLE
            spec.serve(play)
            spec.partnerCenter = spec.builder().credential(how.credential ?: Credential.ofToken(TOKEN)).timeout(timeout).options(retries(how.retries ?: 0)).build()
            def outcome = spec.ask()
            assert check.maximumNumberOfParameters == 2 ? check.call(outcome, spec) : check.call(outcome)
            spec.holds(outcome, how.containsKey('requests') ? how.requests : 1)
        })
    }

    /** The value or the failure of a call. */
    static class Outcome {
        Object value
        Throwable failure
        Duration elapsed
        boolean interrupted

        static Outcome of(Closure<?> call) {
            def outcome = new Outcome()
            long start = System.nanoTime()
            try {
                outcome.value = call.call()
            } catch (Throwable e) {
                outcome.failure = e
            }
            outcome.elapsed = Duration.ofNanos(System.nanoTime() - start)
            outcome.interrupted = Thread.currentThread().isInterrupted()
            outcome
        }

        /** Returns the value, or throws the failure. */
        OrderLineItemProvisioningStatusCollection read() {
            if (failure != null) {
                throw failure
            }
            value.value()
        }

        /** Returns the failure after checking its type. */
        def <T extends Throwable> T fails(Class<T> type) {
            assert type.isInstance(failure) : "the value was $value"
            type.cast(failure)
        }

        void isTransport(TransportException.Kind kind) {
            assert fails(TransportException).kind() == kind
        }
    }

    /** A fault, and the check of how the client handles it. */
    static class Line {
        private final String text
        private final Closure<?> run

        /** @param run receives the specification as its argument */
        Line(CharSequence text, Closure<?> run) {
            this.text = text
            this.run = run
        }

        void run(BadHttpSpecification specification) {
            run.call(specification)
        }

        @Override
        String toString() {
            text
        }
    }
}
