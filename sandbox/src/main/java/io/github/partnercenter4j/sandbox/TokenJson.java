package io.github.partnercenter4j.sandbox;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;

/** The bodies of the token endpoint. A client needs id_token and client_info to tell whose account it is. */
final class TokenJson {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String USER_ID = "ad3145a0-0000-4000-8000-000000000001";

    private TokenJson() {}

    static String tokens(Map<String, String> form, TokenIssuer issuer, String accessToken, Clock clock) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("token_type", "Bearer");
        body.put("scope", form.getOrDefault("scope", ""));
        body.put("expires_in", 3600);
        body.put("ext_expires_in", 3600);
        body.put("access_token", accessToken);
        body.put("refresh_token", issuer.newRefreshToken());
        body.put("id_token", idToken(form.getOrDefault("client_id", issuer.clientId()), issuer, clock));
        body.put("client_info", clientInfo());
        return text(body);
    }

    private static String idToken(String clientId, TokenIssuer issuer, Clock clock) {
        long now = clock.instant().getEpochSecond();
        Map<String, Object> claims = new LinkedHashMap<>();
        claims.put("aud", clientId);
        claims.put("iss", issuer.authority() + "/v2.0");
        claims.put("iat", now);
        claims.put("nbf", now);
        claims.put("exp", now + 3600);
        claims.put("name", "Sandbox Admin");
        claims.put("oid", USER_ID);
        claims.put("preferred_username", "admin@sandbox.example");
        claims.put("sub", USER_ID);
        claims.put("tid", issuer.tenantId());
        claims.put("ver", "2.0");
        return AccessTokens.encoded("{\"typ\":\"JWT\",\"alg\":\"RS256\"}") + "." + AccessTokens.encoded(text(claims))
                + "." + AccessTokens.random();
    }

    static String clientInfo() {
        return AccessTokens.encoded(text(Map.of("uid", USER_ID, "utid", TokenIssuer.TENANT_ID)));
    }

    static String text(Map<String, ?> body) {
        try {
            return JSON.writeValueAsString(body);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
