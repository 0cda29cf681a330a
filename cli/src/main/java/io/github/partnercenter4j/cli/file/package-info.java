/** Reads the secrets, certificates and keys that an option names by file. */
@NullMarked
package io.github.partnercenter4j.cli.file;

import org.jspecify.annotations.NullMarked;
