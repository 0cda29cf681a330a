/** Measures the client beside the same written by hand: {@code mvn -Pbenchmarks verify}. */
@NullMarked
package io.github.partnercenter4j.benchmarks;

import org.jspecify.annotations.NullMarked;
