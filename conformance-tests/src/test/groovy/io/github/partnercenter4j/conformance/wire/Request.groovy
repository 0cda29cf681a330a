package io.github.partnercenter4j.conformance.wire

import groovy.transform.CompileStatic

/** A request as it was on the wire. */
@CompileStatic
class Request implements Headers {
    final String method
    /** Path and query, byte for byte. */
    final String target
    final List<Header> headers
    final byte[] body

    Request(String method, String target, List<Header> headers, byte[] body = new byte[0]) {
        this.method = method
        this.target = target
        this.headers = headers.asImmutable()
        this.body = body
    }

    @Override
    String toString() {
        "$method $target $headers"
    }
}
