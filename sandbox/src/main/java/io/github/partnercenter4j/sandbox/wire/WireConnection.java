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

/** The way to a client, for faults of the wire. */
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
     * Returns what the client sends.
     *
     * @return the same buffered stream each time; it is closed with the connection
     */
    public InputStream input() {
        return in;
    }

    /**
     * Sends bytes at once.
     *
     * @param bytes the bytes
     * @throws IOException if the client went away
     */
    public void write(byte[] bytes) throws IOException {
        out.write(bytes);
        out.flush();
    }

    /**
     * Sends bytes one by one.
     *
     * @param bytes the bytes
     * @param pause the time between two of them
     * @throws IOException if the client went away
     */
    public void drip(byte[] bytes, Duration pause) throws IOException {
        for (byte each : bytes) {
            write(new byte[] {each});
            pause(pause);
        }
    }

    /**
     * Waits; at most until the sandbox is closed.
     *
     * @param time how long
     * @throws IOException if the sandbox was closed meanwhile
     */
    public void pause(Duration time) throws IOException {
        try {
            if (closed.await(time.toNanos(), TimeUnit.NANOSECONDS)) {
                throw new IOException("The sandbox was closed");
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
