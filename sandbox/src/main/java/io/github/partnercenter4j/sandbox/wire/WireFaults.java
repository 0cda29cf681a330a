package io.github.partnercenter4j.sandbox.wire;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;

/** The faults of the wire that clients meet. */
public final class WireFaults {

    private static final String END_OF_HEAD = "\r\n\r\n";

    private WireFaults() {}

    /**
     * The connection is closed, and nothing is sent.
     *
     * @return the fault
     */
    public static WireFault nothing() {
        return (head, body, connection) -> {};
    }

    /**
     * The connection is reset (TCP RST) before the answer.
     *
     * @return the fault
     */
    public static WireFault reset() {
        return (head, body, connection) -> connection.reset();
    }

    /**
     * The connection is reset (TCP RST) after the headers.
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
     * Half of the body, then the end of the connection.
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
     * The head as it is, then the body byte by byte.
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
     * The head byte by byte, then the body.
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
     * Nothing, without an end, until the client goes away or the sandbox is closed.
     *
     * @return the fault
     */
    public static WireFault silence() {
        return (head, body, connection) -> connection.pause(Duration.ofDays(1));
    }

    /**
     * A Content-Length that is off by some bytes, then the end of the connection.
     *
     * @param difference how many bytes it is above the body's length, or below it if negative
     * @return the fault
     */
    public static WireFault contentLength(int difference) {
        return (head, body, connection) -> {
            connection.write(replaced(head, "Content-Length: " + Math.max(0, body.length + difference)));
            connection.write(body);
        };
    }

    /**
     * A chunked body whose second chunk has a size that is no number.
     *
     * @return the fault
     */
    public static WireFault brokenChunk() {
        return chunked("zz\r\n");
    }

    /**
     * A chunked body whose second chunk is announced and not sent.
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
     * An interim response before the answer, which itself is whole.
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
     * Bytes that are no HTTP.
     *
     * @return the fault
     */
    public static WireFault garbage() {
        return (head, body, connection) -> connection.write(ascii("\u0001\u0002 this is no HTTP\r\n\r\n"));
    }

    /** The head with another header where it says how long the body is. */
    private static byte[] replaced(byte[] head, String header) {
        String text = new String(head, StandardCharsets.ISO_8859_1);
        return text.replaceFirst("(?i)content-length: *[0-9]+", header).getBytes(StandardCharsets.ISO_8859_1);
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
