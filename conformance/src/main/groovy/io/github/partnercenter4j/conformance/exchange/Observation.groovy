package io.github.partnercenter4j.conformance.exchange

import groovy.transform.CompileStatic
import io.github.partnercenter4j.conformance.wire.Exchange

/** What a scenario led to: the exchange as it was on the wire and, if the client sent the request, the outcome of its call. */
@CompileStatic
class Observation {
    final Scenario scenario
    /** Null if nothing was sent. */
    final Exchange exchange
    /** Null if the request was not sent by the client. */
    final Outcome outcome
    /** What is wrong with the request that the client sent. */
    final List<String> requestObjections
    private final ResponseReader reader

    /** What the judges say about the response. Judged on first use, because most observations are never asked. */
    @Lazy
    Reading reading = reader.read(scenario.operation, exchange)

    Observation(Scenario scenario, Exchange exchange, Outcome outcome, List<String> requestObjections, ResponseReader reader) {
        this.scenario = scenario
        this.exchange = exchange
        this.outcome = outcome
        this.requestObjections = requestObjections
        this.reader = reader
    }

    @Override
    String toString() {
        outcome == null ? "$scenario: $exchange" : "$scenario: $exchange -> $outcome"
    }
}
