/** Changes one place of a body, or one line of a request. */
package io.github.partnercenter4j.conformance.edit
