/** Asks for each order when it is due, within the quota, and writes its result. */
@NullMarked
package io.github.partnercenter4j.watch.internal.engine;

import org.jspecify.annotations.NullMarked;
