package io.github.partnercenter4j.conformance.wire

import groovy.transform.CompileStatic

/** A request and what came back. */
@CompileStatic
class Exchange {
    final HttpRequest request
    final HttpResponse answer

    Exchange(HttpRequest request, HttpResponse answer) {
        this.request = request
        this.answer = answer
    }

    /** The same request with an answer that was changed: how an exchange becomes a counterexample. */
    Exchange altered(Alteration alteration) {
        new Exchange(request, alteration.alter(answer))
    }

    @Override
    String toString() {
        "$request -> $answer"
    }
}
