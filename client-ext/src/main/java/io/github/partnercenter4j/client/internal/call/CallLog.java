package io.github.partnercenter4j.client.internal.call;

import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Logs one line for each call at DEBUG: the operation, the outcome, the duration and the ids that were sent. The ids in
 * the path, headers, bodies and tokens are never logged.
 */
public final class CallLog implements CallObserver {
    static final String NAME = "io.github.partnercenter4j.client";

    private final Logger logger;
    private final LongSupplier nanoTime;

    CallLog(Logger logger, LongSupplier nanoTime) {
        this.logger = logger;
        this.nanoTime = nanoTime;
    }

    public static CallLog ofSystem() {
        return new CallLog(LoggerFactory.getLogger(NAME), System::nanoTime);
    }

    @Override
    public @Nullable Object observe(Call call, Work work) throws Throwable {
        if (!logger.isDebugEnabled()) {
            return work.run();
        }
        long start = nanoTime.getAsLong();
        Throwable failure = null;
        try {
            return work.run();
        } catch (Throwable e) {
            failure = e;
            throw e;
        } finally {
            write(call, CallOutcome.of(call, failure), nanoTime.getAsLong() - start);
        }
    }

    private void write(Call call, CallOutcome outcome, long nanos) {
        logger.debug(
                "{} {}: status {}, exception {}, {} ms, attempts {}, MS-RequestId {}, MS-CorrelationId {}",
                call.operation().httpMethod(),
                call.operation().path(),
                outcome.status(),
                outcome.exception(),
                TimeUnit.NANOSECONDS.toMillis(nanos),
                call.requestIds().size(),
                call.requestIds(),
                call.correlationId());
    }
}
