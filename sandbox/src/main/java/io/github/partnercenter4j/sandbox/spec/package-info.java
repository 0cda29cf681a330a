/** A model of an OpenAPI document, for a server, a generator of test cases or a check of responses. */
@NullMarked
package io.github.partnercenter4j.sandbox.spec;

import org.jspecify.annotations.NullMarked;
