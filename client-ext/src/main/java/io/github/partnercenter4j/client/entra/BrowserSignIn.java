package io.github.partnercenter4j.client.entra;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.microsoft.aad.msal4j.AuthorizationCodeParameters;
import com.microsoft.aad.msal4j.AuthorizationRequestUrlParameters;
import com.microsoft.aad.msal4j.PublicClientApplication;
import io.github.partnercenter4j.client.CredentialException;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Gets an authorization code with a browser on this machine: RFC 6749, section 4.1, with a proof key, RFC 7636, and a
 * loopback redirect, RFC 8252.
 */
record BrowserSignIn(PublicClientApplication client, Set<String> scopes, Consumer<URI> browser) {
    private static final SecureRandom RANDOM = new SecureRandom();

    /**
     * Opens the page, and waits for the redirect.
     *
     * @return what MSAL needs to exchange the code for tokens
     * @throws CredentialException if the person did not sign in
     */
    AuthorizationCodeParameters authorize() {
        String state = random();
        String verifier = random();
        try (LoopbackListener listener = new LoopbackListener(state)) {
            browser.accept(page(listener.redirectUri(), state, verifier));
            Map<String, String> redirect = listener.await();
            String code = redirect.get("code");
            if (code == null) {
                throw declined(redirect);
            }
            return AuthorizationCodeParameters.builder(code, listener.redirectUri())
                    .scopes(scopes)
                    .codeVerifier(verifier)
                    .build();
        } catch (IOException e) {
            throw new CredentialException(
                    "No token: this machine does not let the client listen for the redirect of the browser. What to do:"
                            + " sign in by device code",
                    e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CredentialException("No token: interrupted while waiting for the browser", e);
        }
    }

    private URI page(URI redirectUri, String state, String verifier) {
        // MSAL asks for a form post, which keeps the code out of the browser's history.
        return URI.create(client.getAuthorizationRequestUrl(
                        AuthorizationRequestUrlParameters.builder(redirectUri.toString(), scopes)
                                .state(state)
                                .codeChallenge(challenge(verifier))
                                .codeChallengeMethod("S256")
                                .build())
                .toString());
    }

    private static CredentialException declined(Map<String, String> redirect) {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        redirect.forEach(body::put);
        AuthorizationServerError error = AuthorizationServerError.read(body);
        return error == null
                ? new CredentialException(
                        "No token: the browser returned with an error, without a sign-in. What to do: sign in again",
                        null)
                : error.toCredentialException();
    }

    private static String random() {
        byte[] bytes = new byte[32];
        RANDOM.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private static String challenge(String verifier) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(verifier.getBytes(StandardCharsets.US_ASCII));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
