package io.github.partnercenter4j.sandbox.token;

import io.github.partnercenter4j.sandbox.internal.credential.AccessTokens;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** The codes and refresh tokens of users who signed in, until they are used or expire on the sandbox's clock. */
final class SignIns {

    /** Microsoft documents 15 minutes for device codes, 10 minutes for authorization codes, and 90 days for unused refresh tokens. */
    static final Duration DEVICE_CODE_LIFETIME = Duration.ofMinutes(15);

    private static final Duration CODE_LIFETIME = Duration.ofMinutes(10);
    private static final Duration REFRESH_TOKEN_LIFETIME = Duration.ofDays(90);

    /**
     * The sign-in of a user.
     *
     * @param confidential true if only an application that proves its identity may refresh it
     * @param redirectUri where the code was sent, or empty
     * @param challenge the hash of the code verifier (RFC 7636), or empty
     */
    record SignIn(String tenant, boolean confidential, String redirectUri, String challenge, Instant expires) {}

    private final Clock clock;
    private final Map<String, SignIn> refreshTokens = new ConcurrentHashMap<>();
    private final Map<String, SignIn> deviceCodes = new ConcurrentHashMap<>();
    private final Map<String, SignIn> codes = new ConcurrentHashMap<>();

    SignIns(Clock clock) {
        this.clock = clock;
    }

    String refreshToken(String tenant, boolean confidential) {
        return add(refreshTokens, new SignIn(tenant, confidential, "", "", in(REFRESH_TOKEN_LIFETIME)));
    }

    String deviceCode(String tenant) {
        return add(deviceCodes, new SignIn(tenant, false, "", "", in(DEVICE_CODE_LIFETIME)));
    }

    String code(String tenant, String redirectUri, String challenge) {
        return add(codes, new SignIn(tenant, false, redirectUri, challenge, in(CODE_LIFETIME)));
    }

    Optional<SignIn> refresh(String token, boolean revoke) {
        return valid(revoke ? refreshTokens.remove(token) : refreshTokens.get(token));
    }

    /** Returns empty for a code that was not issued or was used. An expired code is returned, because its error is another. */
    Optional<SignIn> takeDeviceCode(String deviceCode) {
        return Optional.ofNullable(deviceCodes.remove(deviceCode));
    }

    Optional<SignIn> takeCode(String code) {
        return valid(codes.remove(code));
    }

    boolean isExpired(SignIn signIn) {
        return !clock.instant().isBefore(signIn.expires());
    }

    private Optional<SignIn> valid(SignIn signIn) {
        return Optional.ofNullable(signIn).filter(each -> !isExpired(each));
    }

    private Instant in(Duration lifetime) {
        return clock.instant().plus(lifetime);
    }

    private static String add(Map<String, SignIn> signIns, SignIn signIn) {
        String secret = AccessTokens.secret();
        signIns.put(secret, signIn);
        return secret;
    }
}
