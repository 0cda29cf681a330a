/** The HTTP transport: connections, deadlines, proxies, TLS and their failures. */
@NullMarked
package io.github.partnercenter4j.client.internal.http;

import org.jspecify.annotations.NullMarked;
