/** Derives requirements from the spec, by the tables of docs/conformance.md. */
package io.github.partnercenter4j.conformance.model
