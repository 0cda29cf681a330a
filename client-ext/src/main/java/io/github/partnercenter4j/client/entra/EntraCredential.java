package io.github.partnercenter4j.client.entra;

import io.github.partnercenter4j.client.AccessToken;
import io.github.partnercenter4j.client.Cloud;
import io.github.partnercenter4j.client.Credential;
import io.github.partnercenter4j.client.CredentialException;
import io.github.partnercenter4j.client.TokenRequest;
import io.github.partnercenter4j.client.internal.http.Deadline;
import io.github.partnercenter4j.client.internal.text.HeaderValue;
import java.net.URI;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Signs a user in with Microsoft Entra ID by a refresh token, a browser or a device code, and refreshes the tokens.
 *
 * <pre>{@code
 * Credential credential = EntraCredential.refreshToken(refreshToken)
 *         .tenant(tenantId).clientId(clientId).clientSecret(clientSecret)
 *         .store(TokenStore.file(Path.of("tokens.json")))
 *         .build();
 * }</pre>
 *
 * <p>The first call determines the cloud and thereby the authorization server. An access token is used until 5 minutes
 * before it expires. Then one thread refreshes it while the others wait, each at most for the timeout of its own call.
 * Requests are retried like calls to the service. A failure is not cached: the next call tries again, but never earlier than
 * the authorization server asked for in Retry-After, RFC 9110, section 10.2.3. A call without the time for that fails at
 * once. A call uses a browser or device code only if the store contains no
 * sign-in, and the person must then sign in within the timeout of that call. {@link #signIn} gives a person more time.
 *
 * <p>Thread-safe. The rules are those of the Secure Application Model: a person signs in once with multi-factor
 * authentication, and the refresh token is valid for 90 days after its last use.
 */
public final class EntraCredential implements Credential {
    private final EntraSettings settings;
    private final EntraTokenSource tokens;
    private final SharedToken shared;
    private final AtomicReference<@Nullable Cloud> cloud = new AtomicReference<>();

    EntraCredential(EntraSettings settings, EntraTokenSource.SignIn signIn) {
        this.settings = settings;
        this.tokens = new EntraTokenSource(settings, signIn);
        this.shared = new SharedToken(settings.clock());
    }

    /**
     * Uses an existing refresh token. A refresh token in the store takes precedence, because it is newer. The given one is
     * used while the store is empty, and if the one in the store is rejected.
     *
     * @param refreshToken the refresh token
     * @return a builder, which needs a tenant and a client id, and a secret or certificate if the application has one
     * @throws IllegalArgumentException if the refresh token is empty or contains other characters than visible ASCII, for
     *     example a line end; the message does not quote it
     */
    public static EntraCredentialBuilder refreshToken(String refreshToken) {
        HeaderValue.require("refreshToken", refreshToken);
        return builder(true, session -> session.byRefreshToken(refreshToken));
    }

    /**
     * Lets a person sign in with the browser of this machine, which redirects to a free port of the loopback address,
     * RFC 8252. Register the application as a public client with the redirect URI http://localhost.
     *
     * @return a builder, which needs a tenant and a client id
     */
    public static EntraCredentialBuilder browser() {
        return browser(systemBrowser());
    }

    /**
     * Opens pages in the default browser of this machine, as {@link #browser()} does. Use it to do something else as well,
     * such as to print the page.
     *
     * @return a function that opens a page. It throws a {@link CredentialException} if the command for that is missing or
     *     fails within 3 seconds, which it waits for
     */
    public static Consumer<URI> systemBrowser() {
        return new SystemBrowser(System.getProperty("os.name"));
    }

    /**
     * Does the same as {@link #browser()}, but opens the page in another way.
     *
     * @param browser opens the page in a browser on this machine; it need not wait for the person
     * @return a builder, which needs a tenant and a client id
     */
    public static EntraCredentialBuilder browser(Consumer<URI> browser) {
        Objects.requireNonNull(browser);
        return builder(false, session -> session.byBrowser(browser));
    }

    /**
     * Lets a person sign in on another device, RFC 8628, also with multi-factor authentication. Register the application
     * as a public client.
     *
     * @param prompt shows the code to the person; it need not wait for the person
     * @return a builder, which needs a tenant and a client id
     */
    public static EntraCredentialBuilder deviceCode(Consumer<DeviceCode> prompt) {
        Objects.requireNonNull(prompt);
        return builder(false, session -> session.byDeviceCode(prompt));
    }

    private static EntraCredentialBuilder builder(boolean byRefreshToken, Function<MsalSession, IssuedTokens> flow) {
        return new EntraCredentialBuilder(new EntraTokenSource.SignIn(byRefreshToken, flow));
    }

    @Override
    public AccessToken token(TokenRequest request) {
        requireSameCloud(request.cloud());
        return shared.get(request, (rejected, acquisition) -> tokens.acquire(request.cloud(), rejected, acquisition));
    }

    /**
     * Signs in now and replaces the content of the store. With a refresh token this checks that the token is accepted.
     *
     * @param cloud the cloud that calls will use
     * @param timeout how long the person may take; more than zero, at most a day
     * @throws CredentialException if the person did not sign in, or the tokens cannot be saved
     * @throws IllegalArgumentException if the timeout is out of range
     */
    public void signIn(Cloud cloud, Duration timeout) {
        Deadline.requireTimeout("timeout", timeout);
        requireSameCloud(cloud);
        shared.replace(timeout, acquisition -> tokens.signIn(cloud, acquisition));
    }

    /** The refresh token of one cloud must not be sent to the authorization server of another. */
    private void requireSameCloud(Cloud asked) {
        Cloud first = cloud.compareAndExchange(null, asked);
        if (first != null && first != asked) {
            throw new CredentialException(
                    "No token: this credential is for the cloud " + first + ", and was asked for " + asked
                            + ". What to do: create a credential for each cloud",
                    null);
        }
    }

    /** Shows the tenant and the application, but no secret. */
    @Override
    public String toString() {
        return "EntraCredential[tenant=" + settings.tenant() + ", clientId=" + settings.clientId() + "]";
    }
}
