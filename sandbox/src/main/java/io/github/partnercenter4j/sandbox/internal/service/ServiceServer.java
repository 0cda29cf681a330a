package io.github.partnercenter4j.sandbox.internal.service;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.WireMock;
import com.github.tomakehurst.wiremock.core.Options.ChunkedEncodingPolicy;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import io.github.partnercenter4j.sandbox.internal.http.ExactHeadersServer;
import java.time.Duration;

/** Runs the service in WireMock, on a free port of the loopback address. Only the relay connects to it. */
public final class ServiceServer {

    private final WireMockServer wireMock;

    private ServiceServer(WireMockServer wireMock) {
        this.wireMock = wireMock;
    }

    public static ServiceServer start(PartnerCenterService service) {
        WireMockServer wireMock = new WireMockServer(WireMockConfiguration.options()
                .bindAddress("127.0.0.1")
                .dynamicPort()
                .useChunkedTransferEncoding(ChunkedEncodingPolicy.NEVER)
                .gzipDisabled(true)
                // The relay reads HTTP/1.1, and the JDK's client asks for an upgrade by itself.
                .http2PlainDisabled(true)
                .disableRequestJournal()
                // The relay keeps a connection for as long as the client does.
                .jettyIdleTimeout(Duration.ofDays(1).toMillis())
                .httpServerFactory(ExactHeadersServer::new)
                .extensions(service));
        wireMock.start();
        wireMock.stubFor(WireMock.any(WireMock.anyUrl())
                .willReturn(WireMock.aResponse().withTransformers(PartnerCenterService.NAME)));
        return new ServiceServer(wireMock);
    }

    public int port() {
        return wireMock.port();
    }

    public void stop() {
        wireMock.stop();
    }
}
