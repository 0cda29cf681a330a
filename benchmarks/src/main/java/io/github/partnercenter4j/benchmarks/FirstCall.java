package io.github.partnercenter4j.benchmarks;

import io.github.partnercenter4j.benchmarks.subject.StatusCall;
import io.github.partnercenter4j.benchmarks.subject.Subject;
import io.github.partnercenter4j.client.Format;

/** A whole program that makes one call. */
final class FirstCall {
    private FirstCall() {}

    /** Makes one call and exits. The arguments are a subject, a format and a base URL. */
    public static void main(String[] args) throws Exception {
        StatusCall call = Subject.valueOf(args[0]).open(args[2], Format.valueOf(args[1]));
        if (call.get() == null) {
            throw new IllegalStateException("No value");
        }
        // Closing is not part of the price of a response.
        System.exit(0);
    }
}
