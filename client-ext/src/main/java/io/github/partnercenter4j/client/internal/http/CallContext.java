package io.github.partnercenter4j.client.internal.http;

import java.time.Duration;

/** What the transport needs to know of the call that a request belongs to. */
public interface CallContext {
    /** The timeout of the whole call, for messages. */
    Duration timeout();

    Deadline deadline();

    /** True if the call was attempted before. */
    boolean isRepeat();

    /** Returns the text with the tokens of the call replaced by asterisks. */
    String redact(String text);

    /** The context of a single request that belongs to no call and sends no token. */
    static CallContext ofSingleRequest(Duration timeout) {
        Deadline deadline = Deadline.after(timeout, System::nanoTime);
        return new CallContext() {
            @Override
            public Duration timeout() {
                return timeout;
            }

            @Override
            public Deadline deadline() {
                return deadline;
            }

            @Override
            public boolean isRepeat() {
                return false;
            }

            @Override
            public String redact(String text) {
                return text;
            }
        };
    }
}
