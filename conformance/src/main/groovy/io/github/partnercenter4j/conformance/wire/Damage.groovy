package io.github.partnercenter4j.conformance.wire

import groovy.transform.CompileStatic
import io.github.partnercenter4j.sandbox.wire.WireConnection
import io.github.partnercenter4j.sandbox.wire.WireFault
import io.github.partnercenter4j.sandbox.wire.WireFaults
import java.time.Duration

/** A way to damage a response so that it is no complete HTTP message. The relay closes the connection afterwards. */
@CompileStatic
enum Damage {
    /** The Content-Length is too small. */
    CONTENT_LENGTH_SHORT(WireFaults.contentLength(-5)),
    /** The Content-Length is too large. */
    CONTENT_LENGTH_LONG(WireFaults.contentLength(5)),
    /** The connection is closed within a chunk. */
    CUT_CHUNK(WireFaults.cutChunk()),
    /** The connection is reset after the head. */
    RESET_AFTER_HEAD(WireFaults.resetAfterHeaders()),
    /** The body is sent one byte per second, until the client closes the connection. */
    BYTE_A_SECOND(WireFaults.drip(Duration.ofSeconds(1))),
    /** Nothing is sent, until the client closes the connection. */
    SILENCE({ byte[] head, byte[] body, WireConnection client -> client.input().read() } as WireFault),
    /** The response is sent twice. */
    SURPLUS({ byte[] head, byte[] body, WireConnection client -> [head, body, head, body].each { byte[] it -> client.write(it) } } as WireFault)

    private final WireFault fault

    Damage(WireFault fault) {
        this.fault = fault
    }

    /**
     * Sends the damaged response.
     *
     * @param response the complete response
     * @param client the connection to the client
     */
    void send(HttpResponse response, WireConnection client) throws IOException {
        fault.send(HttpWriter.head(response), response.body, client)
    }
}
