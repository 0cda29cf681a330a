package io.github.partnercenter4j.conformance.obligation

/** Who is judged. */
enum Side {
    /** An answer against the spec, strictly. */
    SERVER,
    /** What the client sends, and what it makes of any answer. */
    CLIENT
}
