/** Interprets the responses about orders, and waits for them. */
@NullMarked
package io.github.partnercenter4j.client.orders;

import org.jspecify.annotations.NullMarked;
