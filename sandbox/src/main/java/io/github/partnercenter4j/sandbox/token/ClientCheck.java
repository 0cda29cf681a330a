package io.github.partnercenter4j.sandbox.token;

import io.github.partnercenter4j.sandbox.internal.credential.Jwt;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.Signature;
import java.security.cert.X509Certificate;
import java.security.spec.MGF1ParameterSpec;
import java.security.spec.PSSParameterSpec;
import java.time.Clock;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Checks that a request comes from the registered application: by its secret, or by an assertion (RFC 7523). */
final class ClientCheck {

    private final String clientId;
    private final String clientSecret;
    private final Clock clock;
    private final List<X509Certificate> certificates = new CopyOnWriteArrayList<>();

    ClientCheck(String clientId, String clientSecret, Clock clock) {
        this.clientId = clientId;
        this.clientSecret = clientSecret;
        this.clock = clock;
    }

    void register(X509Certificate certificate) {
        certificates.add(certificate);
    }

    void requireKnown(TokenForm form) {
        String id = form.required("client_id");
        if (!id.equalsIgnoreCase(clientId)) {
            throw new TokenRefusal(
                    "unauthorized_client", 700016, "Application with identifier '" + id + "' was not found.");
        }
    }

    /** Returns true if the application proved its identity, and false if it did not try to. */
    boolean isAuthenticated(TokenForm form, String audience) {
        if (!form.get("client_secret").isEmpty()) {
            if (!form.get("client_secret").equals(clientSecret)) {
                throw new TokenRefusal("invalid_client", 7000215, "Invalid client secret provided.");
            }
            return true;
        }
        if (form.get("client_assertion").isEmpty()) {
            return false;
        }
        if (!form.get("client_assertion_type").equals("urn:ietf:params:oauth:client-assertion-type:jwt-bearer")
                || !isValidAssertion(form.get("client_assertion"), audience)) {
            throw new TokenRefusal(
                    "invalid_client",
                    700027,
                    "The certificate used to sign the client assertion is not registered, or its signature, audience or time is not valid.");
        }
        return true;
    }

    private boolean isValidAssertion(String assertion, String audience) {
        try {
            Jwt jwt = Jwt.parse(assertion);
            Instant expires = Instant.ofEpochSecond(jwt.claims().path("exp").asLong());
            return jwt.claims().path("iss").asText().equals(clientId)
                    && jwt.claims().path("sub").asText().equals(clientId)
                    && jwt.claims().path("aud").asText().equals(audience)
                    && clock.instant().isBefore(expires)
                    && isSigned(jwt);
        } catch (IllegalArgumentException | GeneralSecurityException e) {
            return false;
        }
    }

    private boolean isSigned(Jwt jwt) throws GeneralSecurityException {
        Signature signature;
        if (jwt.header().path("alg").asText().equals("PS256")) {
            signature = Signature.getInstance("RSASSA-PSS");
            signature.setParameter(new PSSParameterSpec("SHA-256", "MGF1", MGF1ParameterSpec.SHA256, 32, 1));
        } else {
            signature = Signature.getInstance("SHA256withRSA");
        }
        for (X509Certificate certificate : certificates) {
            if (hasThumbprint(certificate, jwt)) {
                signature.initVerify(certificate);
                signature.update(jwt.signed().getBytes(StandardCharsets.US_ASCII));
                return signature.verify(jwt.signature());
            }
        }
        return false;
    }

    private static boolean hasThumbprint(X509Certificate certificate, Jwt jwt) throws GeneralSecurityException {
        return thumbprintHeader(jwt, "x5t#S256").equals(thumbprint(certificate, "SHA-256"))
                || thumbprintHeader(jwt, "x5t").equals(thumbprint(certificate, "SHA-1"));
    }

    /** MSAL4J writes base64 here instead of the base64url of RFC 7515. */
    private static String thumbprintHeader(Jwt jwt, String header) {
        return jwt.header()
                .path(header)
                .asText()
                .replace("=", "")
                .replace('+', '-')
                .replace('/', '_');
    }

    private static String thumbprint(X509Certificate certificate, String algorithm) throws GeneralSecurityException {
        byte[] digest = MessageDigest.getInstance(algorithm).digest(certificate.getEncoded());
        return Base64.getUrlEncoder().withoutPadding().encodeToString(digest);
    }
}
