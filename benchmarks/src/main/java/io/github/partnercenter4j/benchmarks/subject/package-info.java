/** What is compared: the call with this client, by hand, and with the clients of the generator's stock templates. */
@NullMarked
package io.github.partnercenter4j.benchmarks.subject;

import org.jspecify.annotations.NullMarked;
