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
 * The authority that gives out tokens for the sandbox, as the Microsoft identity platform does: for a refresh token, a
 * device code, or the code that a browser brings from the sign-in page. The person who signs in agrees at once, unless
 * the test says otherwise. What it gives out is good for the sandbox that it belongs to.
 *
 * <p>It speaks HTTPS only: trust it by {@link io.github.partnercenter4j.sandbox.PartnerCenterSandbox#sslContext()}. Safe for use by several threads.
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
        TokenRoutes routes =
                new TokenRoutes(url, tenantId, clients, signIns, tokens, policy, script, clock, calls::add);
        threads = Executors.newCachedThreadPool(task -> {
            Thread thread = new Thread(task, "partnercenter4j-token-authority");
            thread.setDaemon(true);
            return thread;
        });
        server.setHttpsConfigurator(new HttpsConfigurator(tls));
        server.setExecutor(threads);
        server.createContext("/", exchange -> respond(exchange, routes));
        server.start();
    }

    private void respond(HttpExchange exchange, TokenRoutes routes) throws IOException {
        try (exchange) {
            TokenReply reply = routes.reply(exchange);
            if (reply == null) {
                closed.await();
                return;
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
     * @param tenantId the tenant that it knows, a GUID
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
     * Where the authority listens, for a credential's authority.
     *
     * @return {@code https://127.0.0.1:PORT}, without a tenant and without a slash at the end
     */
    public String url() {
        return url;
    }

    /**
     * The tenant that it knows.
     *
     * @return a GUID
     */
    public String tenantId() {
        return tenantId;
    }

    /**
     * The application that it knows.
     *
     * @return a GUID
     */
    public String clientId() {
        return CLIENT_ID;
    }

    /**
     * The secret by which the application proves who it is.
     *
     * @return the secret; each authority has another
     */
    public String clientSecret() {
        return clientSecret;
    }

    /**
     * Registers a certificate by which the application proves who it is, beside its secret.
     *
     * @param certificate a certificate with an RSA key
     */
    public void register(X509Certificate certificate) {
        clients.register(certificate);
    }

    /**
     * Gives out a refresh token, as if a person had signed in to an application that has a secret.
     *
     * @return the refresh token, good for 90 days by the sandbox's clock
     */
    public String refreshToken() {
        return signIns.refreshToken(tenantId, true);
    }

    /**
     * Plans the answer to the next request for a token, after those that are planned already. Requests for a device code
     * and for the sign-in page take none.
     *
     * @param response the response
     * @return the script, to plan more
     */
    public TokenScript next(TokenResponse response) {
        return script.then(response);
    }

    /**
     * How long access tokens are good for, from now on.
     *
     * @param lifetime whole seconds, 0 or more; 75 minutes at first
     * @return this authority
     */
    public AuthorizationServer lifetime(Duration lifetime) {
        policy.lifetime = lifetime;
        return this;
    }

    /**
     * How long a client is to wait between two requests with a device code, from now on.
     *
     * @param interval whole seconds, 0 or more; 5 seconds at first, as RFC 8628 has it
     * @return this authority
     */
    public AuthorizationServer pollInterval(Duration interval) {
        policy.pollInterval = interval;
        return this;
    }

    /**
     * Whether people sign in with multi-factor authentication, from now on. The sandbox refuses a token without it.
     *
     * @param mfa true at first
     * @return this authority
     */
    public AuthorizationServer mfa(boolean mfa) {
        policy.mfa = mfa;
        return this;
    }

    /**
     * Whether a refresh token is good once only, from now on. Microsoft's stay good after use, and each use brings a newer.
     *
     * @param revokes false at first
     * @return this authority
     */
    public AuthorizationServer revokesUsedRefreshTokens(boolean revokes) {
        policy.revokesUsed = revokes;
        return this;
    }

    /**
     * Whether the person refuses to sign in, by browser and device code, from now on.
     *
     * @param declines false at first
     * @return this authority
     */
    public AuthorizationServer declinesSignIns(boolean declines) {
        policy.declines = declines;
        return this;
    }

    /**
     * The requests that came in, in their order.
     *
     * @return a copy
     */
    public List<TokenCall> calls() {
        return List.copyOf(calls);
    }

    /** Stops the server. A sandbox stops its own. */
    public void close() {
        closed.countDown();
        server.stop(0);
        threads.shutdownNow();
    }
}
