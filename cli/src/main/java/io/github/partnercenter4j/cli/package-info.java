/** Starts {@code pcorders}, the client on the command line: sets up its commands and reports usage errors. */
@NullMarked
package io.github.partnercenter4j.cli;

import org.jspecify.annotations.NullMarked;
