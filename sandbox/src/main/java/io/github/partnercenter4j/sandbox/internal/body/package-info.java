/** Writes trees of maps, lists and values as JSON or XML, in the form that a schema of the spec gives them. */
@NullMarked
package io.github.partnercenter4j.sandbox.internal.body;

import org.jspecify.annotations.NullMarked;
