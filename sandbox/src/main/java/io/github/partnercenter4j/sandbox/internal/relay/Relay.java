package io.github.partnercenter4j.sandbox.internal.relay;

import io.github.partnercenter4j.sandbox.internal.relay.WirePlans.Plan;
import io.github.partnercenter4j.sandbox.wire.HttpHead;
import io.github.partnercenter4j.sandbox.wire.WireConnection;
import io.github.partnercenter4j.sandbox.wire.WireServer;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.util.function.Consumer;
import javax.net.ServerSocketFactory;

/**
 * Passes requests on to WireMock and its responses back, byte for byte. WireMock cannot send a wrong Content-Length, a broken
 * chunk or an interim response, so the relay sends these where the script asks for them. It also records each request.
 */
public final class Relay implements AutoCloseable {

    private static final int BACKLOG = 1024;

    private final WireServer server;
    private final int upstreamPort;
    private final Consumer<HttpHead> journal;
    private final WirePlans plans;

    public Relay(ServerSocketFactory sockets, int port, int upstreamPort, Consumer<HttpHead> journal, WirePlans plans) {
        this.upstreamPort = upstreamPort;
        this.journal = journal;
        this.plans = plans;
        try {
            server = WireServer.start(
                    sockets.createServerSocket(port, BACKLOG, InetAddress.getByName("127.0.0.1")), this::serve);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot listen on port " + port + " of 127.0.0.1", e);
        }
    }

    public int port() {
        return server.port();
    }

    private void serve(WireConnection client) throws IOException {
        try (Socket upstream = new Socket(InetAddress.getByName("127.0.0.1"), upstreamPort)) {
            upstream.setTcpNoDelay(true);
            InputStream fromUpstream = new BufferedInputStream(upstream.getInputStream());
            boolean open = true;
            while (open) {
                HttpHead request = HttpHead.read(client.input());
                open = request != null && pass(request, client, upstream, fromUpstream);
            }
        }
    }

    /** Passes one request and its response on. Returns true if the connection stays open. */
    private boolean pass(HttpHead request, WireConnection client, Socket upstream, InputStream fromUpstream)
            throws IOException {
        journal.accept(request);
        upstream.getOutputStream().write(joined(request.bytes(), request.body(client.input())));
        HttpHead response = HttpHead.read(fromUpstream);
        if (response == null) {
            return false;
        }
        byte[] body = request.startLine().startsWith("HEAD ") ? new byte[0] : response.body(fromUpstream);
        Plan plan = response.header(WirePlans.HEADER).map(plans::take).orElse(null);
        if (plan == null) {
            client.write(joined(response.bytes(), body));
            return staysOpen(request, response);
        }
        byte[] head = response.without(WirePlans.HEADER);
        client.pause(plan.delay());
        if (plan.fault() != null) {
            plan.fault().send(head, body, client);
            return false;
        }
        client.write(joined(head, body));
        return staysOpen(request, response);
    }

    /** A client of HTTP/1.0 may wait for the end of the connection, unless the response says that there is none. */
    private static boolean staysOpen(HttpHead request, HttpHead response) {
        String connection = response.header("Connection").orElse("");
        return request.startLine().endsWith(" HTTP/1.0")
                ? connection.equalsIgnoreCase("keep-alive")
                : !connection.equalsIgnoreCase("close");
    }

    private static byte[] joined(byte[] head, byte[] body) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.writeBytes(head);
        bytes.writeBytes(body);
        return bytes.toByteArray();
    }

    @Override
    public void close() {
        server.close();
    }
}
