/** Sends scenarios to the sandbox, with and without the client, and records what is exchanged. */
package io.github.partnercenter4j.conformance.exchange
