package io.github.partnercenter4j.sandbox.token;

import java.time.Duration;

/** How the token authority is set at the moment. A test may change it between two requests. */
final class TokenPolicy {
    volatile Duration lifetime = Duration.ofMinutes(75);
    volatile Duration pollInterval = Duration.ofSeconds(5);
    volatile boolean mfa = true;
    volatile boolean revokesUsed;
    volatile boolean declines;
}
