package io.github.partnercenter4j.conformance.wire

/** A change of an answer that leaves it a complete HTTP message. */
@FunctionalInterface
interface Alteration {
    HttpResponse alter(HttpResponse answer)
}
