package io.github.partnercenter4j.client.entra;

import java.time.Duration;

/**
 * The code with which a person signs in on another device, RFC 8628.
 *
 * @param userCode the code to enter
 * @param verificationUri the page on which to enter the code
 * @param lifetime how long the code is valid, in whole seconds
 * @param message instructions for the person, written by the authorization server
 */
public record DeviceCode(String userCode, String verificationUri, Duration lifetime, String message) {}
