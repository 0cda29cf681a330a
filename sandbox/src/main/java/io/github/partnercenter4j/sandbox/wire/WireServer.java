package io.github.partnercenter4j.sandbox.wire;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A TCP server that hands each connection to a script, for tests that need control over every byte. The script runs on a
 * separate daemon thread, and the connection is closed when the script ends.
 *
 * <p>Thread-safe. The server runs until {@link #close()} is called.
 */
public final class WireServer implements AutoCloseable {

    private static final int BACKLOG = 1024;

    /** What the server does with a connection. */
    @FunctionalInterface
    public interface Script {

        /**
         * Serves one connection, from its start to its end.
         *
         * @param connection the connection, which the server closes when this method returns or throws
         * @throws IOException if the client has closed the connection; the server ignores it
         */
        void serve(WireConnection connection) throws IOException;
    }

    private final ServerSocket listener;
    private final Script script;
    private final AtomicInteger connections = new AtomicInteger();
    private final CountDownLatch closed = new CountDownLatch(1);
    private final Set<Socket> sockets = ConcurrentHashMap.newKeySet();
    private final ExecutorService threads = Executors.newCachedThreadPool(task -> {
        Thread thread = new Thread(task, "wire-server");
        thread.setDaemon(true);
        return thread;
    });
    private final CompletableFuture<Void> accepting;

    private WireServer(ServerSocket listener, Script script) {
        this.listener = listener;
        this.script = script;
        accepting = CompletableFuture.runAsync(this::accept, threads);
    }

    /**
     * Starts a server on a free port of the loopback address.
     *
     * @param script what to do with each connection
     * @return the running server, to be closed by the caller
     * @throws UncheckedIOException if no port is free
     */
    public static WireServer start(Script script) {
        try {
            return start(new ServerSocket(0, BACKLOG, InetAddress.getByName("127.0.0.1")), script);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot listen on a free port of 127.0.0.1", e);
        }
    }

    /**
     * Starts a server on a socket of the caller, such as one with TLS.
     *
     * @param listener the socket that accepts the connections; the server closes it
     * @param script what to do with each connection
     * @return the running server, to be closed by the caller
     */
    public static WireServer start(ServerSocket listener, Script script) {
        return new WireServer(listener, script);
    }

    /**
     * Returns the port that the server listens on.
     *
     * @return 1 to 65535
     */
    public int port() {
        return listener.getLocalPort();
    }

    /**
     * Returns the URL of the server for an HTTP client.
     *
     * @return {@code http://127.0.0.1:PORT}
     */
    public String url() {
        return "http://127.0.0.1:" + port();
    }

    /**
     * Returns the number of connections that the server accepted.
     *
     * @return 0 or more
     */
    public int connections() {
        return connections.get();
    }

    private void accept() {
        while (closed.getCount() > 0) {
            try {
                Socket client = listener.accept();
                connections.incrementAndGet();
                sockets.add(client);
                threads.execute(() -> serve(client));
            } catch (IOException | RejectedExecutionException e) {
                // The server was closed, or a client left before it was accepted. The loop condition tells which.
                continue;
            }
        }
    }

    private void serve(Socket client) {
        try (client) {
            client.setTcpNoDelay(true);
            script.serve(new WireConnection(client, closed));
        } catch (IOException e) {
            // The client has left, or the server was closed. Every connection ends like this.
            return;
        } finally {
            sockets.remove(client);
        }
    }

    /** Stops the server and closes every connection. */
    @Override
    public void close() {
        closed.countDown();
        try {
            listener.close();
            // Until this thread has noticed, the port accepts connections.
            accepting.join();
            for (Socket socket : sockets) {
                socket.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            threads.shutdownNow();
        }
    }
}
