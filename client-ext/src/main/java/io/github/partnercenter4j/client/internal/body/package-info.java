/** From bytes to values: media types, character sets, JSON, XML and faults. */
@NullMarked
package io.github.partnercenter4j.client.internal.body;

import org.jspecify.annotations.NullMarked;
