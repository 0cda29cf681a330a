package io.github.partnercenter4j.conformance.exchange

import groovy.transform.CompileStatic
import io.github.partnercenter4j.conformance.wire.Exchange

/** What was seen of an scenario: the exchange as it was on the wire and, where the client asked, what it made of it. */
@CompileStatic
class Observation {
    final String name
    /** Null where nothing was sent. */
    final Exchange exchange
    /** Null where the client had no part in it. */
    final Outcome outcome
    /** What is wrong with the request of the client. */
    final List<String> requestObjections
    private final Closure<Reading> reader

    /** What the judges say of the answer. */
    @Lazy
    Reading reading = reader.call(exchange)

    /** The reader is asked when somebody wants to know, and once. */
    Observation(String name, Exchange exchange, Outcome outcome, Closure<Reading> reader, List<String> requestObjections = []) {
        this.name = name
        this.exchange = exchange
        this.outcome = outcome
        this.reader = reader
        this.requestObjections = requestObjections
    }

    @Override
    String toString() {
        outcome == null ? "$name: $exchange" : "$name: $exchange -> $outcome"
    }
}
