package io.github.partnercenter4j.client.entra;

import com.microsoft.aad.msal4j.AbstractClientApplicationBase;
import com.microsoft.aad.msal4j.ConfidentialClientApplication;
import com.microsoft.aad.msal4j.DeviceCodeFlowParameters;
import com.microsoft.aad.msal4j.IAuthenticationResult;
import com.microsoft.aad.msal4j.MsalClientException;
import com.microsoft.aad.msal4j.PublicClientApplication;
import com.microsoft.aad.msal4j.RefreshTokenParameters;
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
 * Acquires tokens with MSAL. Each acquisition creates a new session, so that only the store keeps tokens. MSAL's types are
 * used in this class, {@link MsalHttpClient} and {@link BrowserSignIn} only.
 */
final class MsalSession implements AutoCloseable {
    private final EntraSettings settings;
    private final Cloud cloud;
    private final ExecutorService executor;
    private final MsalHttpClient http;
    /** Completed when MSAL's method has returned. MSAL fails if the person is asked earlier. */
    private final CompletableFuture<Void> started = new CompletableFuture<>();

    /**
     * Creates a session.
     *
     * @param executor runs MSAL; interrupting its threads ends the acquisition
     */
    MsalSession(EntraSettings settings, Cloud cloud, ExecutorService executor, RequestPacing pacing) {
        this.settings = settings;
        this.cloud = cloud;
        this.executor = executor;
        this.http = new MsalHttpClient(settings.transport(), settings.authorizationServer(cloud), pacing);
    }

    IssuedTokens byRefreshToken(String refreshToken) {
        RefreshTokenParameters parameters =
                RefreshTokenParameters.builder(scopes(), refreshToken).build();
        AbstractClientApplicationBase client =
                settings.clientCredential() == null ? publicClient() : confidentialClient();
        return outcome(client, client.acquireToken(parameters));
    }

    IssuedTokens byDeviceCode(Consumer<DeviceCode> prompt) {
        PublicClientApplication client = publicClient();
        return outcome(
                client,
                client.acquireToken(DeviceCodeFlowParameters.builder(scopes(), code -> {
                            started.join();
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
        BrowserSignIn signIn = new BrowserSignIn(client, scopes(), browser);
        return outcome(
                client,
                CompletableFuture.supplyAsync(signIn::authorize, executor).thenCompose(client::acquireToken));
    }

    private Set<String> scopes() {
        return Set.of(cloud.scope());
    }

    private PublicClientApplication publicClient() {
        return configured(PublicClientApplication.builder(settings.clientId())).build();
    }

    private ConfidentialClientApplication confidentialClient() {
        return configured(ConfidentialClientApplication.builder(settings.clientId(), settings.clientCredential()))
                .build();
    }

    private <T extends AbstractClientApplicationBase.Builder<T>> T configured(T builder) {
        try {
            return builder.authority(settings.tenantUrl(cloud))
                    // The user has chosen the server. MSAL would ask another host whether it is valid.
                    .instanceDiscovery(false)
                    .httpClient(http)
                    .executorService(executor);
        } catch (MalformedURLException e) {
            throw new IllegalStateException(e);
        }
    }

    private IssuedTokens outcome(AbstractClientApplicationBase client, CompletableFuture<IAuthenticationResult> flow) {
        started.complete(null);
        try {
            IAuthenticationResult result = flow.get();
            return new IssuedTokens(
                    new AccessToken(result.accessToken(), result.expiresOnDate().toInstant()),
                    client.tokenCache().serialize());
        } catch (ExecutionException e) {
            throw failure(e);
        } catch (IllegalArgumentException e) {
            throw new CredentialException(
                    "No token: the token of the authorization server has characters that a header cannot contain",
                    null);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CredentialException("No token: interrupted while signing in", e);
        }
    }

    /** MSAL's own message is left out, because it may quote a body or what the browser sent. */
    private static RuntimeException failure(Throwable failure) {
        Optional<RuntimeException> known = Causes.of(failure)
                .filter(cause -> cause instanceof CredentialException || cause instanceof GrantRejectedException)
                .map(RuntimeException.class::cast)
                .findFirst();
        if (known.isPresent()) {
            return known.get();
        }
        Throwable root = failure.getCause() == null ? failure : failure.getCause();
        // An error code of MSAL, such as invalid_json, or the class of the exception.
        String error = root instanceof MsalClientException e && e.errorCode() != null
                ? e.errorCode()
                : root.getClass().getName();
        if (error.equals("code_expired")) {
            return DevicePolling.expired(null);
        }
        return new CredentialException(
                "No token: the sign-in failed with " + error
                        + (root.getCause() == null
                                ? ""
                                : " (" + root.getCause().getClass().getName() + ")"),
                null);
    }

    @Override
    public void close() {
        http.close();
    }
}
