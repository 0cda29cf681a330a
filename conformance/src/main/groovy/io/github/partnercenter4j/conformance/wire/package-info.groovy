/** Reads, writes and relays HTTP messages on sockets. */
package io.github.partnercenter4j.conformance.wire
