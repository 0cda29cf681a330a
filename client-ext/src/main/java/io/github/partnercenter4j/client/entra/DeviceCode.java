package io.github.partnercenter4j.client.entra;

import java.time.Duration;

/**
 * What a person needs to sign in on another device, RFC 8628.
 *
 * @param userCode what to enter there
 * @param verificationUri the page to enter it on
 * @param lifetime how long the code can be entered; whole seconds
 * @param message a sentence that says all this, by the token authority
 */
public record DeviceCode(String userCode, String verificationUri, Duration lifetime, String message) {}
