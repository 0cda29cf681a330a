package io.github.partnercenter4j.sandbox.token;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import io.github.partnercenter4j.sandbox.internal.credential.AccessTokens;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javax.net.ssl.SSLContext;

/**
 * A simulated Microsoft Entra ID. It issues tokens for a refresh token, a device code, or the authorization code that a
 * browser gets from the sign-in page. The user agrees to sign in at once, unless a test says otherwise. Only the sandbox that
 * started the server accepts its tokens.
 *
 * <p>It uses HTTPS only. Trust its certificate with {@link io.github.partnercenter4j.sandbox.PartnerCenterSandbox#sslContext()}. Thread-safe.
 */
public final class AuthorizationServer {

    private static final String CLIENT_ID = "c11e0000-0000-4000-8000-00000000c11e";

    private final TokenPolicy policy = new TokenPolicy();
    private final TokenScript script = new TokenScript();
    private final List<TokenCall> calls = new CopyOnWriteArrayList<>();
    private final CountDownLatch closed = new CountDownLatch(1);
    private final String tenantId;
    private final String clientSecret = AccessTokens.secret();
    private final SignIns signIns;
    private final ClientCheck clients;
    private final HttpsServer server;
    private final ExecutorService threads;
    private final String url;
    private final TokenRoutes routes;

    private AuthorizationServer(String tenantId, TokenIssuer tokens, SSLContext tls, Clock clock) {
        this.tenantId = tenantId;
        signIns = new SignIns(clock);
        clients = new ClientCheck(CLIENT_ID, clientSecret, clock);
        try {
            server = HttpsServer.create(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        url = "https://127.0.0.1:" + server.getAddress().getPort();
        routes = new TokenRoutes(url, tenantId, clients, signIns, tokens, policy, script, clock, calls::add);
        threads = Executors.newCachedThreadPool(task -> {
            Thread thread = new Thread(task, "authorization-server");
            thread.setDaemon(true);
            return thread;
        });
        server.setHttpsConfigurator(new HttpsConfigurator(tls));
        server.setExecutor(threads);
        server.createContext("/", this::respond);
        server.start();
    }

    void respond(HttpExchange exchange) throws IOException {
        try (exchange) {
            TokenReply reply = routes.reply(exchange);
            if (reply == TokenReply.SILENCE) {
                closed.await();
                return;
            }
            if (reply == TokenReply.DISCONNECT) {
                return;
            }
            if (!reply.retryAfter().isEmpty()) {
                exchange.getResponseHeaders().set("Retry-After", reply.retryAfter());
            }
            exchange.getResponseHeaders().set("Content-Type", reply.contentType());
            exchange.getResponseHeaders().set("Cache-Control", "no-store, no-cache");
            exchange.getResponseHeaders()
                    .set("x-ms-request-id", UUID.randomUUID().toString());
            byte[] body = reply.body().getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(reply.status(), body.length == 0 ? -1 : body.length);
            exchange.getResponseBody().write(body);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /**
     * Starts a server on a free port of the loopback address. {@link io.github.partnercenter4j.sandbox.PartnerCenterSandbox#authorizationServer()} does so for
     * a sandbox.
     *
     * @param tenantId the only tenant, a GUID
     * @param tokens issues the access tokens
     * @param tls the context with the server's key and certificate
     * @param clock the clock by which codes and refresh tokens expire
     * @return the running server, to be closed by the caller
     * @throws UncheckedIOException if no port is free
     */
    public static AuthorizationServer start(String tenantId, TokenIssuer tokens, SSLContext tls, Clock clock) {
        return new AuthorizationServer(tenantId, tokens, tls, clock);
    }

    /**
     * Returns the URL of the server, which is the authority of a credential.
     *
     * @return {@code https://127.0.0.1:PORT}, without a tenant
     */
    public String url() {
        return url;
    }

    /**
     * Returns the only tenant of the server.
     *
     * @return a GUID
     */
    public String tenantId() {
        return tenantId;
    }

    /**
     * Returns the only application of the server.
     *
     * @return a GUID
     */
    public String clientId() {
        return CLIENT_ID;
    }

    /**
     * Returns the client secret of the application.
     *
     * @return the secret; each server has its own
     */
    public String clientSecret() {
        return clientSecret;
    }

    /**
     * Registers a certificate that the application may use instead of its secret.
     *
     * @param certificate a certificate with an RSA key
     */
    public void register(X509Certificate certificate) {
        clients.register(certificate);
    }

    /**
     * Issues a refresh token, as if a user had signed in to an application with a client secret.
     *
     * @return the refresh token, valid for 90 days on the sandbox's clock
     */
    public String refreshToken() {
        return signIns.refreshToken(tenantId, true);
    }

    /**
     * Plans the response to the next request for a token that has none planned. Requests for a device code and for the
     * sign-in page use no planned response.
     *
     * @param response the response
     * @return the script, to plan more responses
     */
    public TokenScript next(TokenResponse response) {
        return script.then(response);
    }

    /**
     * Sets how long new access tokens are valid.
     *
     * @param lifetime whole seconds, 0 or more; 75 minutes by default
     * @return this server
     */
    public AuthorizationServer lifetime(Duration lifetime) {
        policy.lifetime = lifetime;
        return this;
    }

    /**
     * Sets how long a client has to wait between two requests with a device code.
     *
     * @param interval whole seconds, 0 or more; 5 seconds by default (RFC 8628)
     * @return this server
     */
    public AuthorizationServer pollInterval(Duration interval) {
        policy.pollInterval = interval;
        return this;
    }

    /**
     * Sets whether users sign in with multi-factor authentication. The sandbox rejects a token without it.
     *
     * @param mfa true by default
     * @return this server
     */
    public AuthorizationServer mfa(boolean mfa) {
        policy.mfa = mfa;
        return this;
    }

    /**
     * Sets whether a refresh token can be used only once. Microsoft's can be used again, and each use returns a newer one.
     *
     * @param revokes false by default
     * @return this server
     */
    public AuthorizationServer revokesUsedRefreshTokens(boolean revokes) {
        policy.revokesUsed = revokes;
        return this;
    }

    /**
     * Sets whether the user declines to sign in, in the browser and with a device code.
     *
     * @param declines false by default
     * @return this server
     */
    public AuthorizationServer declinesSignIns(boolean declines) {
        policy.declines = declines;
        return this;
    }

    /**
     * Returns the requests that the server received, in order.
     *
     * @return a copy
     */
    public List<TokenCall> calls() {
        return List.copyOf(calls);
    }

    /** Stops the server. A sandbox stops the server that it started. */
    public void close() {
        closed.countDown();
        server.stop(0);
        threads.shutdownNow();
    }
}
