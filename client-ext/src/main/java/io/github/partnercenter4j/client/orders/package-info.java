/** What the answers about orders mean. */
@NullMarked
package io.github.partnercenter4j.client.orders;

import org.jspecify.annotations.NullMarked;
