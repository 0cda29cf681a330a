package io.github.partnercenter4j.watch.internal.store;

import io.github.partnercenter4j.watch.OrderResult;
import io.github.partnercenter4j.watch.Quota;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Numbers of a tenant, kept up to date with each change, so that reading them does not count a million orders. */
public final class Counters {
    /** How many of the last results the pace is computed from. */
    private static final int PACE_RESULTS = 200;

    private static final int MIN_PACE_RESULTS = 5;

    /**
     * The numbers at one moment.
     *
     * @param pausedUntil the time until all machines wait after a 429, or 0
     */
    public record Snapshot(
            long open,
            Map<OrderResult.Kind, Long> results,
            int requestsInWindow,
            Quota quota,
            int usable,
            long pausedUntil,
            @Nullable Duration timeLeft) {

        /** How many orders are done. */
        long done() {
            return results.values().stream().mapToLong(Long::longValue).sum();
        }

        Snapshot withTimeLeft(@Nullable Duration left) {
            return new Snapshot(open, results, requestsInWindow, quota, usable, pausedUntil, left);
        }
    }

    private final Database database;
    private final String tenant;

    Counters(Database database, String tenant) {
        this.database = database;
        this.tenant = tenant;
    }

    void prepare() {
        database.update(
                "insert into pc_watch_tenant (tenant, added, fulfilled, unfulfilled, failed, given_up)"
                        + " values (?, 0, 0, 0, 0, 0) on conflict do nothing",
                tenant);
    }

    /** How many orders are open. */
    public long open() {
        return database.one(
                        "select added - fulfilled - unfulfilled - failed - given_up from pc_watch_tenant where tenant"
                                + " = ?",
                        row -> row.getLong(1),
                        tenant)
                .orElse(0L);
    }

    /** Writes without a change. Fails if the database cannot be written. */
    public void touch() {
        database.update("update pc_watch_tenant set added = added where tenant = ?", tenant);
    }

    public Snapshot read() {
        Snapshot snapshot = database.one(
                        "select t.added, t.fulfilled, t.unfulfilled, t.failed, t.given_up, q.requests, q.window_ms,"
                                + " q.usable, q.paused_until, {now}, (select count(*) from pc_watch_slot s where s.tenant"
                                + " = t.tenant and s.asked_at > {now} - q.window_ms) from pc_watch_tenant t join"
                                + " pc_watch_quota q on q.tenant = t.tenant where t.tenant = ?",
                        Counters::snapshot,
                        tenant)
                .orElseThrow();
        return snapshot.withTimeLeft(timeLeft(snapshot.open(), snapshot.done()));
    }

    private static Snapshot snapshot(ResultSet row) throws SQLException {
        Map<OrderResult.Kind, Long> results = new EnumMap<>(OrderResult.Kind.class);
        results.put(OrderResult.Kind.FULFILLED, row.getLong(2));
        results.put(OrderResult.Kind.UNFULFILLED, row.getLong(3));
        results.put(OrderResult.Kind.FAILED, row.getLong(4));
        results.put(OrderResult.Kind.GIVEN_UP, row.getLong(5));
        long done = results.values().stream().mapToLong(Long::longValue).sum();
        return new Snapshot(
                row.getLong(1) - done,
                results,
                row.getInt(11),
                Quota.of(row.getInt(6), Duration.ofMillis(row.getLong(7))),
                row.getInt(8),
                row.getLong(9) > row.getLong(10) ? row.getLong(9) : 0,
                null);
    }

    /** The open orders at the pace of the last results. */
    private @Nullable Duration timeLeft(long open, long done) {
        long results = Math.min(PACE_RESULTS, done);
        if (open == 0) {
            return Duration.ZERO;
        }
        if (results < MIN_PACE_RESULTS) {
            return null;
        }
        return database.one(
                        "select {now} - done_at from pc_watch_result where tenant = ? and number = ?",
                        row -> row.getLong(1),
                        tenant,
                        done - results + 1)
                .map(taken -> Duration.ofMillis(Math.max(0, taken) * open / results))
                .orElse(null);
    }
}
