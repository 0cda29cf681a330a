/** The reading of an OpenAPI document into what a server, a generator of test cases or a judge of answers needs to know. */
@NullMarked
package io.github.partnercenter4j.sandbox.spec;

import org.jspecify.annotations.NullMarked;
