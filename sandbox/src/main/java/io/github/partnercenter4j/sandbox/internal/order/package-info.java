/** The customers and orders that the service looks up, from a builder or a YAML file. */
@NullMarked
package io.github.partnercenter4j.sandbox.internal.order;

import org.jspecify.annotations.NullMarked;
