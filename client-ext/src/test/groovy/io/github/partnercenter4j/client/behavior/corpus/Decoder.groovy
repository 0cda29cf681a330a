package io.github.partnercenter4j.client.behavior.corpus

/** Reads a body, or throws. */
@FunctionalInterface
interface Decoder {
    Object read(byte[] body)
}
