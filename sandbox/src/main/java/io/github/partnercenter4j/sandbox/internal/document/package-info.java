/** The text of documents that a user brings. */
@NullMarked
package io.github.partnercenter4j.sandbox.internal.document;

import org.jspecify.annotations.NullMarked;
