package io.github.partnercenter4j.conformance.obligation

/** Where occasions are brought about. Each is once, and what was seen of it is kept. */
interface Stage extends Closeable {
    Sight see(Occasion occasion)
}
