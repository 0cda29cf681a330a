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
 * Signs a user in with Microsoft Entra ID, and keeps the sign-in going: by a refresh token, a browser, or a device code.
 *
 * <pre>{@code
 * Credential credential = EntraCredential.refreshToken(refreshToken)
 *         .tenant(tenantId).clientId(clientId).clientSecret(clientSecret)
 *         .store(TokenStore.file(Path.of("tokens.json")))
 *         .build();
 * }</pre>
 *
 * <p>The first call tells the cloud, and with it where tokens come from. An access token is used until 5 minutes before
 * its end. Then one thread renews it while the others wait, each no longer than its own call's timeout; a failure is not
 * remembered. A browser or device code is used by a call only if the store holds no sign-in yet, and has to be done
 * within that call's timeout: {@link #signIn} gives a person more time.
 *
 * <p>Immutable but for the tokens, and safe for threads. The rules are those of the Secure Application Model: the person
 * signs in once, with multi-factor authentication, and the refresh token stays good for 90 days from its last use.
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
     * Starts with a refresh token that somebody got before. Whatever is in the store comes first, since it is newer; this
     * one is used while the store is empty, and again when the one in the store is refused.
     *
     * @param refreshToken the refresh token
     * @return a builder; it needs a tenant and a client id, and a secret or certificate if the application has one
     * @throws IllegalArgumentException if the refresh token is empty, or has characters other than visible ASCII, a line
     *     end among them; the message does not quote it
     */
    public static EntraCredentialBuilder refreshToken(String refreshToken) {
        HeaderValue.require("refreshToken", refreshToken);
        return builder(true, session -> session.byRefreshToken(refreshToken));
    }

    /**
     * Lets a person sign in with the browser of this machine, which comes back to a free port of the loopback address,
     * RFC 8252. The application is registered as a public client with the redirect URI http://localhost.
     *
     * @return a builder; it needs a tenant and a client id
     */
    public static EntraCredentialBuilder browser() {
        return browser(new SystemBrowser(System.getProperty("os.name")));
    }

    /**
     * As {@link #browser()}, with another way to open the page.
     *
     * @param browser opens the page, and need not wait for the person; on a machine with a browser
     * @return a builder; it needs a tenant and a client id
     */
    public static EntraCredentialBuilder browser(Consumer<URI> browser) {
        Objects.requireNonNull(browser);
        return builder(false, session -> session.byBrowser(browser));
    }

    /**
     * Lets a person sign in on another device, RFC 8628. It satisfies multi-factor authentication. The application is
     * registered as a public client.
     *
     * @param prompt shows the code to the person, and does not wait
     * @return a builder; it needs a tenant and a client id
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
        return shared.get(request, (refused, flows) -> tokens.renew(request.cloud(), refused, flows));
    }

    /**
     * Signs in now, whatever the store holds, and replaces it. With a refresh token this checks that it works.
     *
     * @param cloud the cloud that the calls will go to
     * @param timeout how long the person may take; more than zero
     * @throws CredentialException if nobody signed in, or the tokens can not be kept
     */
    public void signIn(Cloud cloud, Duration timeout) {
        Deadline.requireTimeout("timeout", timeout);
        requireSameCloud(cloud);
        shared.replace(timeout, flows -> tokens.signIn(cloud, flows));
    }

    /** The refresh token of one cloud must not be sent to the authority of another. */
    private void requireSameCloud(Cloud asked) {
        Cloud first = cloud.compareAndExchange(null, asked);
        if (first != null && first != asked) {
            throw new CredentialException(
                    "No token: this credential is for the cloud " + first + ", and was asked for " + asked
                            + ". What to do: make a credential for each cloud",
                    null);
        }
    }

    /** Names the tenant and the application, and no secret. */
    @Override
    public String toString() {
        return "EntraCredential[tenant=" + settings.tenant() + ", clientId=" + settings.clientId() + "]";
    }
}
