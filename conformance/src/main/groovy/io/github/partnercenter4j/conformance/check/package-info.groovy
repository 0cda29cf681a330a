/** Makes a test case of each requirement and runs it. */
package io.github.partnercenter4j.conformance.check
