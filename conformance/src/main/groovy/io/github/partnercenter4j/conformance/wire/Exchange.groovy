package io.github.partnercenter4j.conformance.wire

import groovy.transform.CompileStatic

/** A request and its response. */
@CompileStatic
class Exchange {
    final HttpRequest request
    final HttpResponse response

    Exchange(HttpRequest request, HttpResponse response) {
        this.request = request
        this.response = response
    }

    /** Returns the same request with a changed response. */
    Exchange altered(Alteration alteration) {
        new Exchange(request, alteration.alter(response))
    }

    @Override
    String toString() {
        "$request -> $response"
    }
}
