package io.github.partnercenter4j.conformance.corpus

/** Reads a body, or throws. */
@FunctionalInterface
interface Decoder {
    Object read(byte[] body)
}
