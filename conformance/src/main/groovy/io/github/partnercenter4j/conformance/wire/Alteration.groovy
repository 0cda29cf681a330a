package io.github.partnercenter4j.conformance.wire

/** A change of a response that leaves it a complete HTTP message. */
@FunctionalInterface
interface Alteration {
    HttpResponse alter(HttpResponse response)
}
