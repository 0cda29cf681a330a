package io.github.partnercenter4j.client.internal.http

import feign.Request
import feign.Response
import io.github.partnercenter4j.client.RawServer
import io.github.partnercenter4j.client.RunningCall
import java.nio.charset.StandardCharsets
import java.time.Duration
import java.util.concurrent.CountDownLatch
import java.util.concurrent.TimeUnit
import java.util.zip.GZIPOutputStream
import spock.lang.AutoCleanup
import spock.lang.Specification

abstract class TransportSpecification extends Specification {
    static final long LIMIT = 1_000_000
    /** Longer than any test may take. */
    static final Duration UNLIMITED = Duration.ofMinutes(10)

    @AutoCleanup
    HttpTransport transport = new HttpTransport(new TransportSettings(Duration.ofMinutes(1), 10, LIMIT))
    @AutoCleanup(quiet = true)
    RawServer server

    static TestCall call(Duration timeout = Duration.ofMinutes(1)) {
        new TestCall(timeout)
    }

    static Request request(String url, String method = 'GET', byte[] body = null, Map<String, Collection<String>> headers = [:]) {
        Request.create(Request.HttpMethod.valueOf(method), url,
                ['Authorization': ['Bearer s3cret-token']] + headers, body, null, null)
    }

    Response get(String url = server.url + '/', TestCall call = call()) {
        transport.execute(request(url), call)
    }

    static String text(Response response) {
        new String(bytes(response), StandardCharsets.ISO_8859_1)
    }

    static byte[] bytes(Response response) {
        response.body().asInputStream().readAllBytes()
    }

    static byte[] gzip(byte[] bytes) {
        def out = new ByteArrayOutputStream()
        new GZIPOutputStream(out).withCloseable { it.write(bytes) }
        out.toByteArray()
    }

    static String rawResponse(String head, byte[] body) {
        "HTTP/1.1 $head\r\nContent-Length: ${body.length}\r\n\r\n" + new String(body, StandardCharsets.ISO_8859_1)
    }

    static List<String> threadKinds() {
        Runtime.version().feature() >= 21 ? ['platform', 'virtual'] : ['platform']
    }

    /** Returns the failure of a call that its limit ends in a phase. A busy machine may not reach the phase within the first limit, so longer ones follow. */
    static TransportFailure endOf(String phase, Closure<?> call) {
        TransportFailure failure = null
        for (def limit = Duration.ofMillis(500); !failure?.message?.contains(phase) && limit < Duration.ofMinutes(1); limit = limit.multipliedBy(2)) {
            long start = System.nanoTime()
            try {
                call.call(limit)
                assert false : 'The call has a response'
            } catch (TransportFailure e) {
                failure = e
            }
            assert Duration.ofNanos(System.nanoTime() - start) >= limit
            assert failure.kind() == TransportFailure.Kind.TIMED_OUT
            assert failure.message.contains("timeout of ${limit.toSeconds() ? "${limit.toSeconds()} s" : "${limit.toMillis()} ms"}, ")
        }
        failure
    }

    /** Runs a call on its own thread. */
    static RunningCall inThread(String kind = 'platform', Closure<?> work) {
        new RunningCall(kind, work)
    }

    static void await(CountDownLatch latch) {
        assert latch.await(5, TimeUnit.MINUTES)
    }

    static boolean noSecret(Throwable failure) {
        for (Throwable t = failure; t != null; t = t.cause) {
            assert !t.toString().contains('s3cret')
        }
        true
    }
}
