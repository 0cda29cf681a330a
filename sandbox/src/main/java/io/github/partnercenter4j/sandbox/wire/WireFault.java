package io.github.partnercenter4j.sandbox.wire;

import java.io.IOException;

/** What is done to an answer on the wire. The connection is closed after it. */
@FunctionalInterface
public interface WireFault {

    /**
     * Sends the answer, or what is to become of it.
     *
     * @param head the status line and the headers with the empty line that ends them
     * @param body the body as the head announces it
     * @param connection the way to the client
     * @throws IOException if the client went away
     */
    void send(byte[] head, byte[] body, WireConnection connection) throws IOException;
}
