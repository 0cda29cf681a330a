package io.github.partnercenter4j.sandbox;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.WireMock;
import com.github.tomakehurst.wiremock.core.Options.ChunkedEncodingPolicy;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.HexFormat;

/**
 * A simulated Partner Center on a free port of the loopback address, for tests and for trying the client. It knows one
 * customer with one order, those of the documentation's sample, and answers in the documented form.
 *
 * <p>Safe for use by several threads. It runs until {@link #close()} is called.
 */
public final class PartnerCenterSandbox implements AutoCloseable {

    private static final String CUSTOMER_ID = "0c39d6d5-c70d-4c55-bc02-f620844f3fd1";
    private static final String ORDER_ID = "34828C05-C16C-4D6F-9CFC-4D2650EF19A1";

    private final WireMockServer server;
    private final String token;
    private final String baseUrl;

    private PartnerCenterSandbox() {
        byte[] random = new byte[32];
        new SecureRandom().nextBytes(random);
        token = HexFormat.of().formatHex(random);
        PartnerCenterService service = new PartnerCenterService(
                new BearerCheck(token), new TracingHeaders(Clock.systemUTC()), CUSTOMER_ID, ORDER_ID);
        server = new WireMockServer(WireMockConfiguration.options()
                .bindAddress("127.0.0.1")
                .dynamicPort()
                .useChunkedTransferEncoding(ChunkedEncodingPolicy.NEVER)
                .httpServerFactory(ExactHeadersServer::new)
                .extensions(service));
        server.start();
        server.stubFor(WireMock.any(WireMock.anyUrl())
                .willReturn(WireMock.aResponse().withTransformers(PartnerCenterService.NAME)));
        // The server forgets its port when it stops.
        baseUrl = "http://127.0.0.1:" + server.port();
    }

    /**
     * Starts a sandbox on a free port of the loopback address.
     *
     * @return the running sandbox, to be closed by the caller
     */
    public static PartnerCenterSandbox start() {
        return new PartnerCenterSandbox();
    }

    /**
     * Where the sandbox listens, for a client's base URL.
     *
     * @return {@code http://127.0.0.1:PORT}, without the version and without a slash at the end
     */
    public String baseUrl() {
        return baseUrl;
    }

    /**
     * An access token that the sandbox takes. Each sandbox has another.
     *
     * @return the token, without {@code Bearer}
     */
    public String token() {
        return token;
    }

    /**
     * The customer of the documentation's sample, which the sandbox knows.
     *
     * @return a GUID
     */
    public String customerId() {
        return CUSTOMER_ID;
    }

    /**
     * The order of the documentation's sample, which the sandbox knows.
     *
     * @return the order's id, which is compared with case
     */
    public String orderId() {
        return ORDER_ID;
    }

    /** Stops the sandbox. Requests that are still running are cut off. */
    @Override
    public void close() {
        server.stop();
    }
}
