/** The command {@code pcorders}: the client on the command line. */
@NullMarked
package io.github.partnercenter4j.cli;

import org.jspecify.annotations.NullMarked;
