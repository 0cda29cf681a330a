/** Reads the orders to watch from a CSV file. */
@NullMarked
package io.github.partnercenter4j.cli.csv;

import org.jspecify.annotations.NullMarked;
