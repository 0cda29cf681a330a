package io.github.partnercenter4j.sandbox;

import io.github.partnercenter4j.sandbox.WirePlans.Plan;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javax.net.ServerSocketFactory;

/**
 * Stands before WireMock, which cannot send a wrong Content-Length, a broken chunk or an interim response. It passes the
 * bytes on as they are, writes down each request, and spoils an answer where the script says so.
 */
final class Relay implements AutoCloseable {

    private static final int BACKLOG = 1024;

    private final ServerSocket server;
    private final int upstreamPort;
    private final Journal journal;
    private final WirePlans plans;
    private final CountDownLatch closed = new CountDownLatch(1);
    private final Set<Socket> sockets = ConcurrentHashMap.newKeySet();
    private final ExecutorService threads = Executors.newCachedThreadPool(task -> {
        Thread thread = new Thread(task, "sandbox-relay");
        thread.setDaemon(true);
        return thread;
    });

    Relay(ServerSocketFactory sockets, int port, int upstreamPort, Journal journal, WirePlans plans) {
        try {
            this.server = sockets.createServerSocket(port, BACKLOG, InetAddress.getByName("127.0.0.1"));
        } catch (IOException e) {
            throw new UncheckedIOException("Port " + port + " of 127.0.0.1 cannot be listened to", e);
        }
        this.upstreamPort = upstreamPort;
        this.journal = journal;
        this.plans = plans;
        threads.execute(this::accept);
    }

    int port() {
        return server.getLocalPort();
    }

    private void accept() {
        while (closed.getCount() > 0) {
            try {
                Socket client = server.accept();
                threads.execute(() -> serve(client));
            } catch (IOException e) {
                // The server was closed, or a client left before it was taken: the loop knows which.
                continue;
            }
        }
    }

    private void serve(Socket client) {
        sockets.add(client);
        try (client;
                Socket upstream = new Socket(InetAddress.getByName("127.0.0.1"), upstreamPort)) {
            client.setTcpNoDelay(true);
            upstream.setTcpNoDelay(true);
            InputStream fromClient = new BufferedInputStream(client.getInputStream());
            InputStream fromUpstream = new BufferedInputStream(upstream.getInputStream());
            WireConnection toClient = new WireConnection(client, closed);
            boolean open = true;
            while (open) {
                HttpHead request = HttpHead.read(fromClient);
                open = request != null && pass(request, fromClient, upstream, fromUpstream, toClient);
            }
        } catch (IOException e) {
            // The client or the sandbox went away, which is how every connection ends.
            return;
        } finally {
            sockets.remove(client);
        }
    }

    /** Passes one request and its answer on, and says whether the connection stays open. */
    private boolean pass(
            HttpHead request, InputStream fromClient, Socket upstream, InputStream fromUpstream, WireConnection client)
            throws IOException {
        journal.add(RecordedRequest.of(request));
        upstream.getOutputStream().write(joined(request.bytes(), request.body(fromClient)));
        HttpHead answer = HttpHead.read(fromUpstream);
        if (answer == null) {
            return false;
        }
        byte[] body = request.startLine().startsWith("HEAD ") ? new byte[0] : answer.body(fromUpstream);
        Plan plan = answer.header(WirePlans.HEADER).map(plans::take).orElse(null);
        if (plan == null) {
            client.write(joined(answer.bytes(), body));
            return !answer.header("Connection").orElse("").equalsIgnoreCase("close");
        }
        byte[] head = answer.without(WirePlans.HEADER);
        client.pause(plan.delay());
        if (plan.fault() != null) {
            plan.fault().send(head, body, client);
            return false;
        }
        client.write(joined(head, body));
        return true;
    }

    private static byte[] joined(byte[] head, byte[] body) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(head.length + body.length);
        bytes.writeBytes(head);
        bytes.writeBytes(body);
        return bytes.toByteArray();
    }

    @Override
    public void close() {
        closed.countDown();
        try {
            server.close();
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
