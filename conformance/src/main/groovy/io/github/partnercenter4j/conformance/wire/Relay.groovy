package io.github.partnercenter4j.conformance.wire

import groovy.transform.CompileStatic
import io.github.partnercenter4j.sandbox.wire.WireConnection
import io.github.partnercenter4j.sandbox.wire.WireServer
import java.util.concurrent.CopyOnWriteArrayList

/** A proxy between a client and a server. It records exchanges, and changes or damages responses on demand. */
@CompileStatic
class Relay implements Closeable {
    private final List<Exchange> seen = new CopyOnWriteArrayList<>()
    private final Upstream upstream
    private final WireServer server
    private volatile Alteration alteration
    private volatile Damage damage

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
        alteration = change
    }

    /** Damages every response from now on, after it was changed; null stops it. */
    void damage(Damage fault) {
        damage = fault
    }

    /** Changes nothing from now on, and forgets the recorded exchanges. */
    void reset() {
        alteration = null
        damage = null
        seen.clear()
    }

    /** Returns the recorded exchanges: requests as the client sent them, responses as they were before any damage. */
    List<Exchange> getExchanges() {
        List.copyOf(seen)
    }

    private void serve(WireConnection client) throws IOException {
        HttpRequest request = new HttpReader(client.input()).request()
        if (request != null) {
            response(request, client)
        }
    }

    private void response(HttpRequest request, WireConnection client) throws IOException {
        HttpResponse response = upstream.ask(request)
        Alteration change = alteration
        if (change != null) {
            response = change.alter(response)
        }
        response = response.framed().with('Connection', 'close')
        seen.add(new Exchange(request, response))
        Damage fault = damage
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
}
