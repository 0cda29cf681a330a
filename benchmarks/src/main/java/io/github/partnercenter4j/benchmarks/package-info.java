/** Compares the speed of the client with hand-written code for the same call: {@code mvn -Pbenchmarks verify}. */
@NullMarked
package io.github.partnercenter4j.benchmarks;

import org.jspecify.annotations.NullMarked;
