/** A conformance suite to extend, for any OpenAPI document that the sandbox supports. Only {@link ConformanceSuite} is API. */
@NullMarked
package io.github.partnercenter4j.conformance;

import org.jspecify.annotations.NullMarked;
