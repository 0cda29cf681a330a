/** Makes up values that satisfy what a schema says about numbers and strings. */
@NullMarked
package io.github.partnercenter4j.sandbox.internal.value;

import org.jspecify.annotations.NullMarked;
