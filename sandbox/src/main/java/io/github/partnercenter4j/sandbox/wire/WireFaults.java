package io.github.partnercenter4j.sandbox.wire;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;

/** Creates the faults on the wire that clients meet. */
public final class WireFaults {

    private static final String END_OF_HEAD = "\r\n\r\n";

    private WireFaults() {}

    /**
     * Closes the connection without sending anything.
     *
     * @return the fault
     */
    public static WireFault nothing() {
        return (head, body, connection) -> {};
    }

    /**
     * Resets the connection (TCP RST) before the response.
     *
     * @return the fault
     */
    public static WireFault reset() {
        return (head, body, connection) -> connection.reset();
    }

    /**
     * Resets the connection (TCP RST) after the headers.
     *
     * @return the fault
     */
    public static WireFault resetAfterHeaders() {
        return (head, body, connection) -> {
            connection.write(head);
            connection.reset();
        };
    }

    /**
     * Sends half of the body, then closes the connection.
     *
     * @return the fault
     */
    public static WireFault cutBody() {
        return (head, body, connection) -> {
            connection.write(head);
            connection.write(Arrays.copyOf(body, body.length / 2));
        };
    }

    /**
     * Sends the head, then the body byte by byte.
     *
     * @param pause the time between two bytes
     * @return the fault
     */
    public static WireFault drip(Duration pause) {
        return (head, body, connection) -> {
            connection.write(head);
            connection.drip(body, pause);
        };
    }

    /**
     * Sends the head byte by byte, then the body.
     *
     * @param pause the time between two bytes
     * @return the fault
     */
    public static WireFault dripHeaders(Duration pause) {
        return (head, body, connection) -> {
            connection.drip(head, pause);
            connection.write(body);
        };
    }

    /**
     * Sends nothing until the client closes the connection or the sandbox is closed.
     *
     * @return the fault
     */
    public static WireFault silence() {
        return (head, body, connection) -> connection.pause(Duration.ofDays(1));
    }

    /**
     * Sends a wrong Content-Length, then closes the connection.
     *
     * @param difference the number of bytes to add to the length of the body; may be negative
     * @return the fault
     */
    public static WireFault contentLength(int difference) {
        return (head, body, connection) -> {
            connection.write(replaced(head, "Content-Length: " + Math.max(0, body.length + difference)));
            connection.write(body);
        };
    }

    /**
     * Sends a chunked body whose second chunk has a size that is not a number.
     *
     * @return the fault
     */
    public static WireFault brokenChunk() {
        return chunked("zz\r\n");
    }

    /**
     * Sends a chunked body with the size of a second chunk, but without its data.
     *
     * @return the fault
     */
    public static WireFault cutChunk() {
        return chunked("40\r\n");
    }

    private static WireFault chunked(String end) {
        return (head, body, connection) -> {
            connection.write(replaced(head, "Transfer-Encoding: chunked"));
            int half = body.length / 2;
            connection.write(ascii(Integer.toHexString(half).toUpperCase(Locale.ROOT) + "\r\n"));
            connection.write(Arrays.copyOf(body, half));
            connection.write(ascii("\r\n" + end));
        };
    }

    /**
     * Sends an interim response before the complete response.
     *
     * @param status 100, 102 or 103
     * @return the fault
     */
    public static WireFault interim(int status) {
        return (head, body, connection) -> {
            connection.write(ascii("HTTP/1.1 " + status + " Interim" + END_OF_HEAD));
            connection.write(head);
            connection.write(body);
        };
    }

    /**
     * Sends bytes that are not HTTP.
     *
     * @return the fault
     */
    public static WireFault garbage() {
        return (head, body, connection) -> connection.write(ascii("\u0001\u0002 this is not HTTP\r\n\r\n"));
    }

    /** Returns the head with another header in place of Content-Length. */
    private static byte[] replaced(byte[] head, String header) {
        String text = new String(head, StandardCharsets.ISO_8859_1);
        return text.replaceFirst("(?i)content-length: *[0-9]+", header).getBytes(StandardCharsets.ISO_8859_1);
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
