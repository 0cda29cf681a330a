package io.github.partnercenter4j.sandbox.token;

import io.github.partnercenter4j.sandbox.internal.credential.AccessTokens;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** What was given out to people who signed in, until it is used, or is too old by the sandbox's clock. */
final class SignIns {

    /** Microsoft documents 15 minutes for device codes, 10 for authorization codes, and 90 days without use. */
    static final Duration LIFETIME_OF_DEVICE_CODE = Duration.ofMinutes(15);

    private static final Duration LIFETIME_OF_CODE = Duration.ofMinutes(10);
    private static final Duration LIFETIME_OF_REFRESH_TOKEN = Duration.ofDays(90);

    /**
     * A person who has signed in.
     *
     * @param confidential whether only an application that proves itself may renew it
     * @param redirectUri where the code was sent, or empty
     * @param challenge what the code's verifier hashes to, RFC 7636, or empty
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
        return add(refreshTokens, new SignIn(tenant, confidential, "", "", in(LIFETIME_OF_REFRESH_TOKEN)));
    }

    String deviceCode(String tenant) {
        return add(deviceCodes, new SignIn(tenant, false, "", "", in(LIFETIME_OF_DEVICE_CODE)));
    }

    String code(String tenant, String redirectUri, String challenge) {
        return add(codes, new SignIn(tenant, false, redirectUri, challenge, in(LIFETIME_OF_CODE)));
    }

    Optional<SignIn> refresh(String token, boolean revoke) {
        return valid(revoke ? refreshTokens.remove(token) : refreshTokens.get(token));
    }

    /** Empty for a code that was never given out, or was used. One that is too old is there to tell so. */
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

    private static String add(Map<String, SignIn> given, SignIn signIn) {
        String secret = AccessTokens.secret();
        given.put(secret, signIn);
        return secret;
    }
}
