/** The simulated service on WireMock: which operation a request means, and the response to it. */
@NullMarked
package io.github.partnercenter4j.sandbox.internal.service;

import org.jspecify.annotations.NullMarked;
