package io.github.partnercenter4j.client.entra;

import com.microsoft.aad.msal4j.AbstractClientApplicationBase;
import com.microsoft.aad.msal4j.ConfidentialClientApplication;
import com.microsoft.aad.msal4j.DeviceCodeFlowParameters;
import com.microsoft.aad.msal4j.IAuthenticationResult;
import com.microsoft.aad.msal4j.InteractiveRequestParameters;
import com.microsoft.aad.msal4j.MsalClientException;
import com.microsoft.aad.msal4j.PublicClientApplication;
import com.microsoft.aad.msal4j.RefreshTokenParameters;
import com.microsoft.aad.msal4j.SystemBrowserOptions;
import io.github.partnercenter4j.client.AccessToken;
import io.github.partnercenter4j.client.Cloud;
import io.github.partnercenter4j.client.CredentialException;
import io.github.partnercenter4j.client.internal.http.Causes;
import java.net.MalformedURLException;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.function.Consumer;

/**
 * One conversation with the token authority, which MSAL leads. A new one is made for each, so that nothing but the store
 * is remembered. MSAL's types stay in here.
 */
final class MsalSession {
    private static final String SIGNED_IN = "<html><head><title>Signed in</title></head>"
            + "<body>You are signed in. You can close this window.</body></html>";
    private static final String NOT_SIGNED_IN = "<html><head><title>Not signed in</title></head>"
            + "<body>You are not signed in. You can close this window.</body></html>";

    private final EntraSettings settings;
    private final Cloud cloud;
    private final ExecutorService flows;
    /** MSAL's flow looks for what its beginning returns, and would fail if a person were asked, or answered, before that is there. */
    private final CompletableFuture<Void> begun = new CompletableFuture<>();

    /**
     * Prepares a conversation.
     *
     * @param flows where MSAL works; interrupting its threads ends the conversation
     */
    MsalSession(EntraSettings settings, Cloud cloud, ExecutorService flows) {
        this.settings = settings;
        this.cloud = cloud;
        this.flows = flows;
    }

    IssuedTokens byRefreshToken(String refreshToken) {
        RefreshTokenParameters parameters =
                RefreshTokenParameters.builder(scopes(), refreshToken).build();
        AbstractClientApplicationBase client = settings.application() == null ? publicClient() : confidentialClient();
        return outcome(client, client.acquireToken(parameters));
    }

    IssuedTokens byDeviceCode(Consumer<DeviceCode> prompt) {
        PublicClientApplication client = publicClient();
        return outcome(
                client,
                client.acquireToken(DeviceCodeFlowParameters.builder(scopes(), code -> {
                            begun.join();
                            prompt.accept(new DeviceCode(
                                    code.userCode(),
                                    code.verificationUri(),
                                    Duration.ofSeconds(code.expiresIn()),
                                    String.valueOf(code.message())));
                        })
                        .build()));
    }

    IssuedTokens byBrowser(Consumer<URI> browser) {
        PublicClientApplication client = publicClient();
        return outcome(
                client,
                // MSAL listens on a free port of the loopback address and puts it into this address, RFC 8252.
                client.acquireToken(InteractiveRequestParameters.builder(URI.create("http://localhost"))
                        .scopes(scopes())
                        // The callers' deadlines end the waiting.
                        .httpPollingTimeoutInSeconds((int) Duration.ofDays(1).toSeconds())
                        .systemBrowserOptions(SystemBrowserOptions.builder()
                                .htmlMessageSuccess(SIGNED_IN)
                                .htmlMessageError(NOT_SIGNED_IN)
                                .openBrowserAction(url -> {
                                    begun.join();
                                    browser.accept(URI.create(url.toString()));
                                })
                                .build())
                        .build()));
    }

    private Set<String> scopes() {
        return Set.of(cloud.scope());
    }

    private PublicClientApplication publicClient() {
        return configured(PublicClientApplication.builder(settings.clientId())).build();
    }

    private ConfidentialClientApplication confidentialClient() {
        return configured(ConfidentialClientApplication.builder(settings.clientId(), settings.application()))
                .build();
    }

    private <T extends AbstractClientApplicationBase.Builder<T>> T configured(T builder) {
        try {
            return builder.authority(settings.tenantAuthority(cloud))
                    // The authority is ours to choose; MSAL would ask another host whether it is one.
                    .instanceDiscovery(false)
                    .httpClient(new MsalHttpClient(settings.transport(), settings.authority(cloud), settings.pause()))
                    .executorService(flows);
        } catch (MalformedURLException e) {
            throw new IllegalStateException(e);
        }
    }

    private IssuedTokens outcome(AbstractClientApplicationBase client, CompletableFuture<IAuthenticationResult> flow) {
        begun.complete(null);
        try {
            IAuthenticationResult result = flow.get();
            return new IssuedTokens(
                    new AccessToken(result.accessToken(), result.expiresOnDate().toInstant()),
                    client.tokenCache().serialize());
        } catch (ExecutionException e) {
            throw failure(e);
        } catch (IllegalArgumentException e) {
            throw new CredentialException(
                    "No token: the token authority's token has characters that no header can carry", null);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CredentialException("No token: interrupted while signing in", e);
        }
    }

    /** What MSAL says itself is not passed on: it may quote a body, or what the browser sent. */
    private static RuntimeException failure(Throwable failure) {
        Optional<RuntimeException> ours = Causes.of(failure)
                .filter(cause -> cause instanceof CredentialException || cause instanceof GrantRejectedException)
                .map(RuntimeException.class::cast)
                .findFirst();
        if (ours.isPresent()) {
            return ours.get();
        }
        Throwable root = failure.getCause() == null ? failure : failure.getCause();
        // MSAL's own words for what went wrong on this side, such as unable_to_start_http_listener.
        String known = root instanceof MsalClientException e && e.errorCode() != null
                ? e.errorCode()
                : root.getClass().getName();
        return new CredentialException(
                known.equals("invalid_authorization_result")
                        ? "No token: the browser came back without a sign-in: it was declined, or left. What to do: sign in again"
                        : "No token: the sign-in failed with " + known
                                + (root.getCause() == null
                                        ? ""
                                        : " (" + root.getCause().getClass().getName() + ")"),
                null);
    }
}
