/** Stands between the client and WireMock, records requests and damages responses. */
@NullMarked
package io.github.partnercenter4j.sandbox.internal.relay;

import org.jspecify.annotations.NullMarked;
