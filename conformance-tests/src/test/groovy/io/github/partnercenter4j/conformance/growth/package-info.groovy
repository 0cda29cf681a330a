/** Tests that additions to the spec are tested without a change of the suite. */
package io.github.partnercenter4j.conformance.growth
