package io.github.partnercenter4j.sandbox.token;

import io.github.partnercenter4j.sandbox.internal.credential.AccessTokens;
import io.github.partnercenter4j.sandbox.internal.credential.Jwt;
import io.github.partnercenter4j.sandbox.token.SignIns.SignIn;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;

/** Exchanges a refresh token or a code for tokens (RFC 6749, sections 4.1.3 and 6, and RFC 8628). */
final class TokenGrants {

    private static final String USER_IMPERSONATION = "/user_impersonation";

    private final ClientCheck clients;
    private final SignIns signIns;
    private final TokenIssuer tokens;
    private final TokenPolicy policy;
    private final Clock clock;

    TokenGrants(ClientCheck clients, SignIns signIns, TokenIssuer tokens, TokenPolicy policy, Clock clock) {
        this.clients = clients;
        this.signIns = signIns;
        this.tokens = tokens;
        this.policy = policy;
        this.clock = clock;
    }

    Map<String, Object> exchange(TokenForm form, String endpoint) {
        String grantType = form.required("grant_type");
        clients.requireKnown(form);
        boolean authenticated = clients.isAuthenticated(form, endpoint);
        SignIn signIn =
                switch (grantType) {
                    case "refresh_token" -> byRefreshToken(form, authenticated);
                    case "authorization_code" -> byCode(form);
                    case "urn:ietf:params:oauth:grant-type:device_code", "device_code" -> byDeviceCode(form);
                    default ->
                        throw new TokenRefusal(
                                "unsupported_grant_type", 70003, "The app requested an unsupported grant type.");
                };
        return tokens(form, signIn);
    }

    private SignIn byRefreshToken(TokenForm form, boolean authenticated) {
        String token = form.required("refresh_token");
        SignIn signIn = signIns.refresh(token, false)
                .orElseThrow(() -> new TokenRefusal(
                        "invalid_grant", 70000, "The provided value for the 'refresh_token' parameter is not valid."));
        if (signIn.confidential() && !authenticated) {
            throw new TokenRefusal(
                    "invalid_client",
                    7000218,
                    "The request body must contain the following parameter: 'client_assertion' or 'client_secret'.");
        }
        signIns.refresh(token, policy.revokesUsed);
        return signIn;
    }

    private SignIn byCode(TokenForm form) {
        SignIn signIn = signIns.takeCode(form.required("code"))
                .orElseThrow(() -> new TokenRefusal(
                        "invalid_grant", 70008, "The provided authorization code is expired or was used."));
        if (!form.get("redirect_uri").equals(signIn.redirectUri())) {
            throw new TokenRefusal(
                    "invalid_grant", 500112, "The reply address does not match the one when the code was requested.");
        }
        if (!challenge(form.get("code_verifier")).equals(signIn.challenge())) {
            throw new TokenRefusal(
                    "invalid_grant", 501481, "The Code_Verifier does not match the code_challenge of the request.");
        }
        return signIn;
    }

    private SignIn byDeviceCode(TokenForm form) {
        SignIn signIn = signIns.takeDeviceCode(form.required("device_code"))
                .orElseThrow(() -> new TokenRefusal(
                        "bad_verification_code", 70018, "The device_code was not issued, or was used."));
        if (signIns.isExpired(signIn)) {
            throw new TokenRefusal("expired_token", 70020, "The device_code has expired.");
        }
        if (policy.declines) {
            throw new TokenRefusal("authorization_declined", 70017, "Authorization was declined.");
        }
        return signIn;
    }

    private Map<String, Object> tokens(TokenForm form, SignIn signIn) {
        String scope = Arrays.stream(form.required("scope").split(" "))
                .filter(each -> each.endsWith(USER_IMPERSONATION))
                .findFirst()
                .orElseThrow(() -> new TokenRefusal(
                        "invalid_scope", 70011, "The provided value for the input parameter 'scope' is not valid."));
        String audience = scope.substring(0, scope.length() - USER_IMPERSONATION.length());
        long seconds = policy.lifetime.toSeconds();
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("token_type", "Bearer");
        fields.put("scope", scope);
        fields.put("expires_in", seconds);
        fields.put("ext_expires_in", seconds);
        fields.put("access_token", tokens.issue(audience, signIn.tenant(), policy.mfa, policy.lifetime));
        if (form.hasScope("offline_access")) {
            fields.put("refresh_token", signIns.refreshToken(signIn.tenant(), signIn.confidential()));
        }
        if (form.hasScope("openid")) {
            fields.put("id_token", idToken(form.get("client_id"), signIn.tenant(), seconds));
        }
        if (form.get("client_info").equals("1")) {
            fields.put("client_info", Jwt.encoded(Map.of("uid", AccessTokens.USER_ID, "utid", signIn.tenant())));
        }
        return fields;
    }

    private String idToken(String clientId, String tenant, long seconds) {
        long now = clock.instant().getEpochSecond();
        Map<String, Object> claims = new LinkedHashMap<>();
        claims.put("aud", clientId);
        claims.put("iss", "https://login.microsoftonline.com/" + tenant + "/v2.0");
        claims.put("iat", now);
        claims.put("nbf", now);
        claims.put("exp", now + seconds);
        claims.put("name", "Sandbox Admin");
        claims.put("oid", AccessTokens.USER_ID);
        claims.put("preferred_username", "admin@sandbox.example");
        claims.put("sub", AccessTokens.USER_ID);
        claims.put("tid", tenant);
        claims.put("ver", "2.0");
        return Jwt.unsigned(claims);
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
