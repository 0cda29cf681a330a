package io.github.partnercenter4j.sandbox;

import io.github.partnercenter4j.sandbox.internal.credential.AccessTokens;
import io.github.partnercenter4j.sandbox.internal.credential.SandboxCertificate;
import io.github.partnercenter4j.sandbox.internal.http.TracingHeaders;
import io.github.partnercenter4j.sandbox.internal.order.OrderBook;
import io.github.partnercenter4j.sandbox.internal.page.SandboxPage;
import io.github.partnercenter4j.sandbox.internal.service.Behavior;
import io.github.partnercenter4j.sandbox.internal.service.ExchangeLog;
import io.github.partnercenter4j.sandbox.internal.service.LocalPages;
import io.github.partnercenter4j.sandbox.internal.service.PartnerCenterService;
import io.github.partnercenter4j.sandbox.internal.service.Renderer;
import io.github.partnercenter4j.sandbox.internal.service.ServiceServer;
import io.github.partnercenter4j.sandbox.token.AuthorizationServer;
import io.github.partnercenter4j.sandbox.wire.HttpHead;
import java.time.Clock;
import java.time.Duration;
import javax.net.ServerSocketFactory;
import org.jspecify.annotations.Nullable;

/** Runs the servers of a sandbox: the service, and the authorization server once it is needed. */
final class SandboxServers implements AutoCloseable {

    private static final String TENANT_ID = "c0ffee00-5a9d-4b0c-8e57-0123456789ab";

    private final Clock clock;
    private final AccessTokens tokens;
    private final Behavior behavior;
    private final ExchangeLog log;
    private final ServiceServer service;
    private final String token;
    private final String baseUrl;
    private @Nullable AuthorizationServer authorizationServer;

    SandboxServers(SandboxBuilder options, OrderBook orders, String customerId, Script script, Journal journal) {
        clock = options.clock;
        tokens = new AccessTokens(clock);
        behavior = new Behavior(options.spec(), tokens, orders, options.quotaRule(), journal::refused);
        log = new ExchangeLog(clock);
        token = tokens.issue(TENANT_ID, true, Duration.ofDays(365));
        String scheme = options.tls ? "https" : "http";
        boolean documented = options.fidelity == Fidelity.DOCUMENTED;
        LocalPages pages = new SandboxPage(
                options.spec(), orders, behavior, log, new SandboxPage.Settings(scheme, documented, token, customerId));
        service = ServiceServer.start(
                new PartnerCenterService(
                        options.spec(),
                        behavior,
                        new Renderer(options.spec(), options.fidelity.deviations()),
                        new TracingHeaders(clock),
                        script::take,
                        pages,
                        log),
                options.tls
                        ? SandboxCertificate.SHARED.serverContext().getServerSocketFactory()
                        : ServerSocketFactory.getDefault(),
                options.port,
                request -> record(request, pages, journal));
        baseUrl = scheme + "://127.0.0.1:" + service.port();
    }

    private void record(HttpHead head, LocalPages pages, Journal journal) {
        RecordedRequest request = RecordedRequest.of(head, clock.instant());
        if (!pages.serves(request.method(), request.target(), String.join(",", request.header("Accept")))) {
            journal.add(request);
        }
    }

    String baseUrl() {
        return baseUrl;
    }

    void setQuota(int requests) {
        behavior.setQuota(requests);
    }

    String token() {
        return token;
    }

    /** Forgets the requests that the page shows. */
    void reset() {
        log.clear();
    }

    synchronized AuthorizationServer authorizationServer() {
        if (authorizationServer == null) {
            authorizationServer = AuthorizationServer.start(
                    TENANT_ID, tokens::issue, SandboxCertificate.SHARED.serverContext(), clock);
        }
        return authorizationServer;
    }

    @Override
    public synchronized void close() {
        service.close();
        if (authorizationServer != null) {
            authorizationServer.close();
        }
    }
}
