package io.github.partnercenter4j.conformance.exchange

/** A client under test. */
interface ClientAdapter extends Closeable {
    /** Makes one call without retries. Whatever the call throws becomes part of the outcome. */
    Outcome call(ClientCall call)
}
