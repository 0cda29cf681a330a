/** Lets the module use libraries that are on the class path. */
@NullMarked
package io.github.partnercenter4j.sandbox.internal;

import org.jspecify.annotations.NullMarked;
