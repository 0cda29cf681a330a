/** Tests another service at a base URL, see docs/targets.md. */
package io.github.partnercenter4j.conformance.targets
