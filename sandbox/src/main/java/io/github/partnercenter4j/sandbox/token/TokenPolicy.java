package io.github.partnercenter4j.sandbox.token;

import java.time.Duration;

/** The current settings of the authorization server. A test may change them between two requests. */
final class TokenPolicy {
    volatile Duration lifetime = Duration.ofMinutes(75);
    volatile Duration pollInterval = Duration.ofSeconds(5);
    volatile boolean mfa = true;
    volatile boolean revokesUsed;
    volatile boolean declines;
}
