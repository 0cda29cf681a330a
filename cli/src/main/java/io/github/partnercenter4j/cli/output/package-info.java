/** Writes results, errors and details, and holds the exit codes. */
@NullMarked
package io.github.partnercenter4j.cli.output;

import org.jspecify.annotations.NullMarked;
