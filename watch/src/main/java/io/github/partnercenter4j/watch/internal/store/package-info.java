/** The tables of a watch: orders, results and the quota. */
@NullMarked
package io.github.partnercenter4j.watch.internal.store;

import org.jspecify.annotations.NullMarked;
