package io.github.partnercenter4j.conformance.wire

import groovy.transform.CompileStatic
import io.github.partnercenter4j.sandbox.wire.WireConnection
import io.github.partnercenter4j.sandbox.wire.WireServer
import java.time.Duration
import java.util.concurrent.CopyOnWriteArrayList
import java.util.concurrent.CountDownLatch
import java.util.concurrent.TimeUnit

/** A proxy between a client and a server. It records exchanges, and changes or damages responses on demand. */
@CompileStatic
class Relay implements Closeable {
    private final Upstream upstream
    private final WireServer server
    private volatile Recording recording = new Recording()

    Relay(String upstreamBaseUrl) {
        upstream = new Upstream(upstreamBaseUrl)
        server = WireServer.start { WireConnection client -> serve(client) }
    }

    /** Returns the base URL for the client. */
    String getBaseUrl() {
        "${server.url()}${upstream.base.rawPath ?: ''}"
    }

    /** Changes every response from now on; null stops it. */
    void alter(Alteration change) {
        recording.alteration = change
    }

    /** Damages every response from now on, after it was changed; null stops it. */
    void damage(Damage fault) {
        recording.damage = fault
    }

    /**
     * Changes nothing from now on, and forgets the recorded exchanges. A connection that a client has left may still be served: it
     * belongs to what was before, and is not recorded.
     */
    void reset() {
        recording = new Recording()
    }

    /** Returns the recorded exchanges: requests as the client sent them, responses as they were before any damage. */
    List<Exchange> getExchanges() {
        List.copyOf(recording.exchanges)
    }

    /** Waits for the first exchange. Returns false if there was none in time. */
    boolean awaitExchange(Duration time) {
        recording.first.await(time.toMillis(), TimeUnit.MILLISECONDS)
    }

    private void serve(WireConnection client) throws IOException {
        Recording current = recording
        HttpRequest request = new HttpReader(client.input()).request()
        if (request != null) {
            respond(request, client, current)
        }
    }

    private void respond(HttpRequest request, WireConnection client, Recording current) throws IOException {
        HttpResponse response = upstream.ask(request)
        Alteration change = current.alteration
        if (change != null) {
            response = change.alter(response)
        }
        response = response.framed().with('Connection', 'close')
        current.add(new Exchange(request, response))
        Damage fault = current.damage
        if (fault == null) {
            client.write(HttpWriter.bytes(response))
        } else {
            fault.send(response, client)
        }
    }

    @Override
    void close() {
        server.close()
    }

    /** What happens between two resets. */
    @CompileStatic
    private static class Recording {
        final List<Exchange> exchanges = new CopyOnWriteArrayList<>()
        final CountDownLatch first = new CountDownLatch(1)
        volatile Alteration alteration
        volatile Damage damage

        void add(Exchange exchange) {
            exchanges.add(exchange)
            first.countDown()
        }
    }
}
