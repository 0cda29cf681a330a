package io.github.partnercenter4j.conformance.model

/** The side that a requirement is about. */
enum Side {
    /** The sandbox: its responses must conform to the spec, strictly. */
    SERVER,
    /** The client: what it sends, and what a call returns or throws for a given response. */
    CLIENT

    /** In lower case, as in the ids of requirements and in docs/conformance.md. */
    @Override
    String toString() {
        name().toLowerCase(Locale.ROOT)
    }
}
