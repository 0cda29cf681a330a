package io.github.partnercenter4j.watch.internal.engine;

import com.github.kagkarlsson.scheduler.Clock;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/**
 * The time of the database, so that machines whose clocks differ agree on what is due and what is dead. Between two readings it
 * goes on with the monotonic clock of the machine.
 */
public final class DatabaseClock implements Clock {
    private final LongSupplier databaseMillis;
    private final LongSupplier nanoTime;
    private volatile long offsetMillis;

    /** Reads the time of the database once. */
    public DatabaseClock(LongSupplier databaseMillis, LongSupplier nanoTime) {
        this.databaseMillis = databaseMillis;
        this.nanoTime = nanoTime;
        refresh();
    }

    /** Reads the time of the database again. */
    public void refresh() {
        long before = nanoTime.getAsLong();
        long database = databaseMillis.getAsLong();
        // The database read its clock somewhere in between.
        long middle = before + (nanoTime.getAsLong() - before) / 2;
        offsetMillis = database - TimeUnit.NANOSECONDS.toMillis(middle);
    }

    /** The present time in milliseconds. */
    public long millis() {
        return TimeUnit.NANOSECONDS.toMillis(nanoTime.getAsLong()) + offsetMillis;
    }

    @Override
    public Instant now() {
        return Instant.ofEpochMilli(millis());
    }
}
