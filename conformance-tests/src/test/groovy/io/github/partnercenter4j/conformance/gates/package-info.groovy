/** Checks the spec itself, and tests that these checks notice a changed spec. */
package io.github.partnercenter4j.conformance.gates
