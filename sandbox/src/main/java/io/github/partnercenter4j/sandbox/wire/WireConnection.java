package io.github.partnercenter4j.sandbox.wire;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.net.Socket;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** A connection to a client, for scripts and for faults on the wire. */
public final class WireConnection {

    private final Socket socket;
    private final InputStream in;
    private final OutputStream out;
    private final CountDownLatch closed;

    WireConnection(Socket socket, CountDownLatch closed) throws IOException {
        this.socket = socket;
        this.in = new BufferedInputStream(socket.getInputStream());
        this.out = socket.getOutputStream();
        this.closed = closed;
    }

    /**
     * Returns the socket, for what the other methods do not offer.
     *
     * @return the socket; what was read from {@link #input()} ahead is missing in its stream
     */
    public Socket socket() {
        return socket;
    }

    /**
     * Returns what the client sends.
     *
     * @return the same buffered stream each time; it is closed with the connection
     */
    public InputStream input() {
        return in;
    }

    /**
     * Sends bytes.
     *
     * @param bytes the bytes
     * @throws IOException if the client has closed the connection
     */
    public void write(byte[] bytes) throws IOException {
        out.write(bytes);
        out.flush();
    }

    /**
     * Sends bytes one at a time.
     *
     * @param bytes the bytes
     * @param pause the time between two bytes
     * @throws IOException if the client has closed the connection
     */
    public void drip(byte[] bytes, Duration pause) throws IOException {
        for (byte each : bytes) {
            write(new byte[] {each});
            pause(pause);
        }
    }

    /**
     * Waits, at most until the server is closed.
     *
     * @param time the time to wait
     * @throws IOException if the server was closed meanwhile
     */
    public void pause(Duration time) throws IOException {
        try {
            if (closed.await(time.toNanos(), TimeUnit.NANOSECONDS)) {
                throw new IOException("The server was closed");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException();
        }
    }

    /**
     * Resets the connection (TCP RST).
     *
     * @throws IOException if it is closed already
     */
    public void reset() throws IOException {
        socket.setSoLinger(true, 0);
        socket.close();
    }
}
