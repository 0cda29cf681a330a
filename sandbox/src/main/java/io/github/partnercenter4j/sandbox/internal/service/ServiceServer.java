package io.github.partnercenter4j.sandbox.internal.service;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.core.Options.ChunkedEncodingPolicy;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import io.github.partnercenter4j.sandbox.internal.http.BareHttpServer;
import io.github.partnercenter4j.sandbox.internal.relay.Relay;
import io.github.partnercenter4j.sandbox.wire.HttpHead;
import java.time.Duration;
import java.util.function.Consumer;
import javax.net.ServerSocketFactory;

/** Runs the service in WireMock, on a free port of the loopback address, with a relay between the clients and WireMock. */
public final class ServiceServer implements AutoCloseable {

    private final WireMockServer wireMock;
    private final Relay relay;

    private ServiceServer(WireMockServer wireMock, Relay relay) {
        this.wireMock = wireMock;
        this.relay = relay;
    }

    public static ServiceServer start(
            PartnerCenterService service, ServerSocketFactory sockets, int port, Consumer<HttpHead> journal) {
        WireMockServer wireMock = wireMock(service);
        try {
            return new ServiceServer(wireMock, new Relay(sockets, port, wireMock.port(), journal, service.wirePlans()));
        } catch (RuntimeException e) {
            wireMock.stop();
            throw e;
        }
    }

    private static WireMockServer wireMock(PartnerCenterService service) {
        WireMockServer wireMock = new WireMockServer(WireMockConfiguration.options()
                .bindAddress("127.0.0.1")
                .dynamicPort()
                .useChunkedTransferEncoding(ChunkedEncodingPolicy.NEVER)
                .gzipDisabled(true)
                // The relay reads HTTP/1.1, but the JDK's client asks for an upgrade.
                .http2PlainDisabled(true)
                .disableRequestJournal()
                // The relay keeps a connection as long as the client does.
                .jettyIdleTimeout(Duration.ofDays(1).toMillis())
                .httpServerFactory(BareHttpServer::new)
                .extensions(service));
        wireMock.start();
        return wireMock;
    }

    /** Returns the port for clients. */
    public int port() {
        return relay.port();
    }

    @Override
    public void close() {
        relay.close();
        wireMock.stop();
    }
}
