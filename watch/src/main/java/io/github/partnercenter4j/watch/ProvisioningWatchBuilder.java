package io.github.partnercenter4j.watch;

import io.github.partnercenter4j.client.PartnerCenter;
import io.github.partnercenter4j.client.orders.PollPauses;
import io.github.partnercenter4j.watch.internal.engine.EngineSettings;
import io.github.partnercenter4j.watch.internal.engine.EngineTimes;
import io.github.partnercenter4j.watch.internal.store.WatchStore;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Objects;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** Builds a {@link ProvisioningWatch}. Not thread-safe. */
public final class ProvisioningWatchBuilder {
    private static final int MIN_THREADS = 4;
    private static final int MAX_THREADS = 64;

    private @Nullable PartnerCenter partnerCenter;

    private @Nullable DataSource dataSource;

    private @Nullable Path file;

    private String tenant = "default";
    private Quota quota = Quota.perMinute(500);
    private Duration minPause = Duration.ofSeconds(15);
    private Duration maxPause = Duration.ofMinutes(15);
    private Duration giveUpAfter = Duration.ofHours(48);
    private Consumer<LineItemChange> onChange = change -> {};

    private @Nullable Consumer<OrderResult> onResult;

    private Consumer<WatchPause> onPause = pause -> {};
    private Duration callTimeout = Duration.ofSeconds(60);
    private int threads;
    private EngineTimes times = EngineTimes.USUAL;

    ProvisioningWatchBuilder() {}

    /**
     * Sets the client to call the service with. The watch does not close it.
     *
     * @param partnerCenter the client; its options apply, except the retries: the watch asks again later instead
     * @return this builder
     */
    public ProvisioningWatchBuilder partnerCenter(PartnerCenter partnerCenter) {
        this.partnerCenter = Objects.requireNonNull(partnerCenter, "partnerCenter");
        return this;
    }

    /**
     * Keeps the orders in a file, an SQLite database. It is created if it does not exist. One process at a time can use it.
     *
     * @param file the file, on a local disk
     * @return this builder
     */
    public ProvisioningWatchBuilder store(Path file) {
        this.file = Objects.requireNonNull(file, "file");
        return this;
    }

    /**
     * Keeps the orders in a PostgreSQL database, for several machines. The tables are created if they do not exist.
     *
     * @param dataSource a connection pool; the watch does not close it
     * @return this builder
     */
    public ProvisioningWatchBuilder dataSource(DataSource dataSource) {
        this.dataSource = Objects.requireNonNull(dataSource, "dataSource");
        return this;
    }

    /**
     * Sets the name of the partner's tenant. A watch sees only the orders of its tenant name, and all machines with the same
     * name share its quota.
     *
     * @param tenant 1 to 100 characters; defaults to default
     * @return this builder
     * @throws IllegalArgumentException if it is empty, longer, or contains control characters
     */
    public ProvisioningWatchBuilder tenant(String tenant) {
        if (tenant.isBlank() || tenant.length() > 100 || tenant.chars().anyMatch(Character::isISOControl)) {
            throw new IllegalArgumentException("tenant must have 1 to 100 characters, and no control characters");
        }
        this.tenant = tenant;
        return this;
    }

    /**
     * Sets the quota of the tenant, for all machines together. The machine that starts last decides.
     *
     * @param quota defaults to 500 requests a minute
     * @return this builder
     */
    public ProvisioningWatchBuilder quota(Quota quota) {
        this.quota = Objects.requireNonNull(quota, "quota");
        return this;
    }

    /**
     * Sets the pause after a response that is pending. It grows from the least to the longest, with random jitter.
     *
     * @param min a second or more; defaults to 15 seconds
     * @param max at least the least, at most a day; defaults to 15 minutes
     * @return this builder
     * @throws IllegalArgumentException if a pause is out of range
     */
    public ProvisioningWatchBuilder pauses(Duration min, Duration max) {
        if (min.compareTo(Duration.ofSeconds(1)) < 0
                || max.compareTo(min) < 0
                || max.compareTo(Duration.ofDays(1)) > 0) {
            throw new IllegalArgumentException(
                    "The pauses must be a second or more and at most a day, and the first at most the second");
        }
        this.minPause = min;
        this.maxPause = max;
        return this;
    }

    /**
     * Sets how long an order may stay pending. Then it is asked for a last time, and gets a result.
     *
     * @param giveUpAfter the time since the order was added, more than zero, at most 365 days; defaults to 48 hours
     * @return this builder
     * @throws IllegalArgumentException if it is out of range
     */
    public ProvisioningWatchBuilder giveUpAfter(Duration giveUpAfter) {
        if (giveUpAfter.isNegative() || giveUpAfter.isZero() || giveUpAfter.compareTo(Duration.ofDays(365)) > 0) {
            throw new IllegalArgumentException("giveUpAfter must be more than zero and at most 365 days");
        }
        this.giveUpAfter = giveUpAfter;
        return this;
    }

    /**
     * Limits each poll of an order, including all its pages.
     *
     * @param callTimeout more than zero, at most an hour; defaults to 60 seconds
     * @return this builder
     * @throws IllegalArgumentException if it is out of range
     */
    public ProvisioningWatchBuilder callTimeout(Duration callTimeout) {
        if (callTimeout.isNegative() || callTimeout.isZero() || callTimeout.compareTo(Duration.ofHours(1)) > 0) {
            throw new IllegalArgumentException("callTimeout must be more than zero and at most an hour");
        }
        this.callTimeout = callTimeout;
        return this;
    }

    /**
     * Limits how many orders this machine asks for at once. Each needs a connection of the client meanwhile.
     *
     * @param threads 1 to 1,000; by default enough to use the quota if a
     *     request takes up to 1.5 seconds, at most 64
     * @return this builder
     * @throws IllegalArgumentException if it is out of range
     */
    public ProvisioningWatchBuilder threads(int threads) {
        if (threads < 1 || threads > 1_000) {
            throw new IllegalArgumentException("threads must be 1 to 1,000, but is " + threads);
        }
        this.threads = threads;
        return this;
    }

    /**
     * Sets a listener for line items whose status changed. After a crash a change can be reported twice.
     *
     * @param listener is called in the threads of the watch, by several at a time; an exception is logged
     * @return this builder
     */
    public ProvisioningWatchBuilder onChange(Consumer<LineItemChange> listener) {
        this.onChange = Objects.requireNonNull(listener, "listener");
        return this;
    }

    /**
     * Sets a listener for results. Each result is delivered at least once, to one machine: after a crash, or if the listener
     * throws an exception, it is delivered again, possibly to another machine.
     *
     * @param listener is called in the threads of the watch, by several at a time
     * @return this builder
     */
    public ProvisioningWatchBuilder onResult(Consumer<OrderResult> listener) {
        this.onResult = Objects.requireNonNull(listener, "listener");
        return this;
    }

    /**
     * Sets a listener for pauses of the whole watch: one call when a pause begins, and one when it is over.
     *
     * @param listener is called in the threads of the watch; an exception is logged
     * @return this builder
     */
    public ProvisioningWatchBuilder onPause(Consumer<WatchPause> listener) {
        this.onPause = Objects.requireNonNull(listener, "listener");
        return this;
    }

    /** For tests, which need not wait as long as a watch in production. */
    ProvisioningWatchBuilder times(EngineTimes times) {
        this.times = times;
        return this;
    }

    /**
     * Opens the database and builds the watch. No request is sent before {@link ProvisioningWatch#start()}.
     *
     * @return a new watch, to be closed by the caller
     * @throws IllegalStateException if the client is missing, or there is not exactly one of {@link #store} and
     *     {@link #dataSource}
     * @throws StoreException if the database cannot be used
     */
    public ProvisioningWatch build() {
        if (partnerCenter == null) {
            throw new IllegalStateException("A client is missing: call partnerCenter(…)");
        }
        if ((dataSource == null) == (file == null)) {
            throw new IllegalStateException("Set either store(file) or dataSource(…)");
        }
        EngineSettings settings = new EngineSettings(
                partnerCenter,
                tenant,
                PollPauses.growing(minPause, maxPause),
                giveUpAfter,
                callTimeout,
                threads == 0 ? threadsFor(quota) : threads,
                onChange,
                onResult,
                onPause,
                times);
        WatchStore store =
                file == null ? WatchStore.open(dataSource, tenant, quota) : WatchStore.open(file, tenant, quota);
        try {
            return new ProvisioningWatch(store, settings);
        } catch (RuntimeException e) {
            store.close();
            throw e;
        }
    }

    /** Enough to use the quota if a request takes up to 1.5 seconds. */
    private static int threadsFor(Quota quota) {
        double perSecond = quota.requests() * 1000.0 / quota.window().toMillis();
        return (int) Math.max(MIN_THREADS, Math.min(MAX_THREADS, Math.ceil(perSecond * 1.5)));
    }
}
