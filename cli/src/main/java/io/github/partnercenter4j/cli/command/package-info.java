/** Holds one class for each command of {@code pcorders}, and what only commands use. */
@NullMarked
package io.github.partnercenter4j.cli.command;

import org.jspecify.annotations.NullMarked;
