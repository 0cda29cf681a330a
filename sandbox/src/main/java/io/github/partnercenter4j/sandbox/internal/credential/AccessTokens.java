package io.github.partnercenter4j.sandbox.internal.credential;

import com.github.tomakehurst.wiremock.http.HttpHeader;
import com.github.tomakehurst.wiremock.http.Request;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Issues and checks access tokens. They have the form of a JWT with App+User claims, but their signature is random. */
public final class AccessTokens {

    /** What a token allows. */
    public record Grant(String tenant, boolean mfa, Instant expires) {}

    /** The user of every token. */
    public static final String USER_ID = "5a4d0000-0000-4000-8000-00000000ad01";

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();

    private final Clock clock;
    private final Map<String, Grant> grants = new ConcurrentHashMap<>();

    public AccessTokens(Clock clock) {
        this.clock = clock;
    }

    public String issue(String tenant, boolean mfa, Duration lifetime) {
        return issue("https://api.partnercenter.microsoft.com", tenant, mfa, lifetime);
    }

    public String issue(String audience, String tenant, boolean mfa, Duration lifetime) {
        Instant now = clock.instant();
        Grant grant = new Grant(tenant, mfa, now.plus(lifetime));
        Map<String, Object> claims = new LinkedHashMap<>();
        claims.put("aud", audience);
        claims.put("iss", "https://sts.windows.net/" + tenant + "/");
        claims.put("tid", tenant);
        claims.put("iat", now.getEpochSecond());
        claims.put("nbf", now.getEpochSecond());
        claims.put("exp", grant.expires().getEpochSecond());
        claims.put("appid", "5a0dbc5e-0000-4000-8000-000000000000");
        claims.put("scp", "user_impersonation");
        claims.put("oid", USER_ID);
        claims.put("upn", "admin@sandbox.example");
        claims.put("amr", mfa ? List.of("pwd", "mfa") : List.of("pwd"));
        String token = Jwt.encoded(Map.of("typ", "JWT", "alg", "RS256")) + "." + Jwt.encoded(claims) + "." + random();
        grants.put(token, grant);
        return token;
    }

    /** Returns what the token of a request allows; empty if it has none, more than one (RFC 6750), or an expired one. */
    public Optional<Grant> grant(Request request) {
        HttpHeader authorization = request.header("Authorization");
        if (!authorization.isPresent() || !authorization.isSingleValued()) {
            return Optional.empty();
        }
        String[] parts = authorization.firstValue().split(" ", 2);
        if (parts.length != 2 || !parts[0].equalsIgnoreCase("Bearer")) {
            return Optional.empty();
        }
        return Optional.ofNullable(grants.get(parts[1]))
                .filter(grant -> clock.instant().isBefore(grant.expires()));
    }

    /** Returns a new secret. Its prefix identifies it in a log as a secret of a sandbox. */
    public static String secret() {
        return "sandbox-secret." + random();
    }

    public static String random() {
        byte[] random = new byte[32];
        RANDOM.nextBytes(random);
        return BASE64.encodeToString(random);
    }
}
