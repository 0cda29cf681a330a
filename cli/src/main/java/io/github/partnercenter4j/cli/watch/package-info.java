/** Runs a watch on the command line: its results file, progress, summary and page. */
@NullMarked
package io.github.partnercenter4j.cli.watch;

import org.jspecify.annotations.NullMarked;
