package io.github.partnercenter4j.sandbox;

import java.util.Objects;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;

/**
 * The sandbox's token authority, with the endpoints of Microsoft Entra ID that a sign-in needs, over TLS. It knows one
 * tenant, one application with a secret, and one refresh token at first.
 */
public final class TokenIssuer {

    static final String TENANT_ID = "c0ffee00-5a9d-4b0c-8e57-0123456789ab";

    private static final String CLIENT_ID = "5a0dbc5e-0000-4000-8000-000000000000";

    private final Queue<TokenAnswer> answers = new ConcurrentLinkedQueue<>();
    private final Set<String> refreshTokens = ConcurrentHashMap.newKeySet();
    private final Journal journal = new Journal();
    private final String clientSecret = AccessTokens.random();
    private final String refreshToken;
    private volatile boolean usedTokensRevoked;
    private volatile String origin = "";

    TokenIssuer() {
        refreshToken = newRefreshToken();
    }

    void listensAt(String value) {
        origin = value;
    }

    /**
     * Where to get tokens, for a client's authority.
     *
     * @return {@code https://127.0.0.1:PORT/TENANT}
     */
    public String authority() {
        return origin + "/" + TENANT_ID;
    }

    /**
     * The tenant.
     *
     * @return a GUID
     */
    public String tenantId() {
        return TENANT_ID;
    }

    /**
     * An application of the tenant. The issuer takes any other as well.
     *
     * @return a GUID
     */
    public String clientId() {
        return CLIENT_ID;
    }

    /**
     * The application's secret. A request that carries another one is refused.
     *
     * @return the secret
     */
    public String clientSecret() {
        return clientSecret;
    }

    /**
     * A refresh token that the issuer takes.
     *
     * @return the token
     */
    public String refreshToken() {
        return refreshToken;
    }

    /**
     * Plans the answer to the next request for a token, after those that are planned already.
     *
     * @param answer the answer
     * @return this issuer, to plan more
     */
    public TokenIssuer next(TokenAnswer answer) {
        answers.add(Objects.requireNonNull(answer, "answer"));
        return this;
    }

    /**
     * Plans the answer to the request after.
     *
     * @param answer the answer
     * @return this issuer, to plan more
     */
    public TokenIssuer then(TokenAnswer answer) {
        return next(answer);
    }

    /**
     * Revokes each refresh token when it is used. The real authority does not, and tells clients to drop it; this shows
     * whether they do.
     *
     * @return this issuer
     */
    public TokenIssuer revokingUsedTokens() {
        usedTokensRevoked = true;
        return this;
    }

    /**
     * The requests to the authority.
     *
     * @return the journal
     */
    public Journal requests() {
        return journal;
    }

    TokenAnswer take() {
        TokenAnswer planned = answers.poll();
        return planned == null ? TokenAnswer.usual() : planned;
    }

    /** A person's refusal shows at the sign-in page already; everything else waits for the request for a token. */
    boolean signInDeclined() {
        TokenAnswer planned = answers.peek();
        return planned != null && "authorization_declined".equals(planned.error()) && answers.remove(planned);
    }

    String newRefreshToken() {
        String token = "1.A" + AccessTokens.random();
        refreshTokens.add(token);
        return token;
    }

    boolean redeem(String token) {
        return usedTokensRevoked ? refreshTokens.remove(token) : refreshTokens.contains(token);
    }
}
