package io.github.partnercenter4j.conformance.exchange

/** Where scenarios are brought about. Each is once, and what was seen of it is kept. */
interface Harness extends Closeable {
    Observation observe(Scenario scenario)
}
