package io.github.partnercenter4j.conformance.edit

import groovy.transform.CompileStatic
import io.github.partnercenter4j.conformance.wire.HttpRequest

/** A change of a request: what a client with a fault would have sent instead. */
@CompileStatic
@FunctionalInterface
interface RequestEdit {
    HttpRequest edit(HttpRequest request)
}
