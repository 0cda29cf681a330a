/** Holds the options that several commands share, and converts and checks their values. */
@NullMarked
package io.github.partnercenter4j.cli.option;

import org.jspecify.annotations.NullMarked;
