/** The rules of HTTP that the service follows: media types, compression, paths, ids and headers. */
@NullMarked
package io.github.partnercenter4j.sandbox.internal.http;

import org.jspecify.annotations.NullMarked;
