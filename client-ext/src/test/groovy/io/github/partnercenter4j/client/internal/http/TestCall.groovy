package io.github.partnercenter4j.client.internal.http

import feign.Request
import java.time.Duration

/** The context of a request whose token is s3cret-token. */
class TestCall extends Request.Options implements CallContext {
    final Duration timeout
    final Deadline deadline

    TestCall(Duration timeout) {
        this.timeout = timeout
        this.deadline = Deadline.after(timeout, System::nanoTime)
    }

    @Override
    Duration timeout() {
        timeout
    }

    @Override
    Deadline deadline() {
        deadline
    }

    @Override
    boolean isRepeat() {
        false
    }

    @Override
    String redact(String text) {
        text.replace('s3cret-token', '***')
    }
}
