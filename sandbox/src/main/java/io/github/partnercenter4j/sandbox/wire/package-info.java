/** HTTP/1.1 as bytes on a connection: a server for scripts, the head of a message, and responses damaged on the wire. */
@NullMarked
package io.github.partnercenter4j.sandbox.wire;

import org.jspecify.annotations.NullMarked;
