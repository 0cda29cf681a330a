package io.github.partnercenter4j.conformance.wire

import groovy.transform.CompileStatic

/** A request as it was on the wire. */
@CompileStatic
class HttpRequest implements HttpHeaders {
    final String method
    /** Path and query, exactly as sent. */
    final String target
    final List<HttpHeader> headers
    final byte[] body

    HttpRequest(String method, String target, List<HttpHeader> headers, byte[] body = new byte[0]) {
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
