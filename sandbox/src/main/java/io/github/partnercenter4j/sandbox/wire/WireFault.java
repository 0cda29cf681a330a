package io.github.partnercenter4j.sandbox.wire;

import java.io.IOException;

/** A fault of a response on the wire. The connection is closed after it. */
@FunctionalInterface
public interface WireFault {

    /**
     * Sends the response with the fault.
     *
     * @param head the status line and the headers with the empty line that ends them
     * @param body the body that the head announces
     * @param connection the connection to the client
     * @throws IOException if the client has closed the connection
     */
    void send(byte[] head, byte[] body, WireConnection connection) throws IOException;
}
