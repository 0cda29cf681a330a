package io.github.partnercenter4j.conformance.exchange

/** Sends scenarios and records what is exchanged. Equal scenarios are sent once. */
interface Harness extends Closeable {
    Observation observe(Scenario scenario)
}
