/** Compares a response or a request with the spec. */
package io.github.partnercenter4j.conformance.judge
