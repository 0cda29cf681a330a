/** The page of the sandbox for a person with a browser. */
@NullMarked
package io.github.partnercenter4j.sandbox.internal.page;

import org.jspecify.annotations.NullMarked;
