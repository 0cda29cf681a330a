/** Makes mutations of responses, and tests that the checks reject them. */
package io.github.partnercenter4j.conformance.mutate
