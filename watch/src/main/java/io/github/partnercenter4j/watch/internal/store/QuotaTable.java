package io.github.partnercenter4j.watch.internal.store;

import io.github.partnercenter4j.watch.Quota;
import java.time.Duration;
import java.util.Optional;

/**
 * The quota of a tenant, shared by all machines. There is one slot for each request of the quota. A request occupies a free
 * slot from before it is sent until one window after its response, so requests that arrive late cannot exceed the quota. A
 * machine that dies needs no cleanup: its slots become free one window after its longest call.
 */
public final class QuotaTable {
    /** A 429 takes away this part of the usable slots. This part of the quota comes back after each quiet window. */
    private static final int LOWER_PARTS = 4;

    private static final int RAISE_PARTS = 20;

    /**
     * A slot that is occupied.
     *
     * @param occupiedUntil the time that was written, which also proves that the slot is still ours
     */
    public record Slot(int number, long occupiedUntil) {}

    /**
     * How long to wait for a slot.
     *
     * @param millis the time until a slot may be free, zero or more
     * @param pausedUntil the time until all machines wait, or 0
     */
    public record Wait(long millis, long pausedUntil) {}

    private final Database database;
    private final String tenant;

    QuotaTable(Database database, String tenant) {
        this.database = database;
        this.tenant = tenant;
    }

    /** Sets the quota. New slots become free one after the other within a window, so that a start is no burst. */
    void prepare(Quota quota) {
        long window = quota.window().toMillis();
        database.transaction(connection -> {
            database.update(
                    connection,
                    "insert into pc_watch_quota"
                            + " (tenant, requests, window_ms, usable, paused_until, lowered_at, raised_at)"
                            + " values (?, ?, ?, ?, 0, 0, 0) on conflict do nothing",
                    tenant,
                    quota.requests(),
                    window,
                    quota.requests());
            // Requests of the last window were sent under the old rules: with another window, all slots wait for one.
            database.update(
                    connection,
                    "update pc_watch_slot set free_at = {now} + ? where tenant = ?"
                            + " and exists (select 1 from pc_watch_quota q where q.tenant = ? and q.window_ms <> ?)",
                    window,
                    tenant,
                    tenant,
                    window);
            database.update(
                    connection,
                    "update pc_watch_quota set requests = ?, window_ms = ?, usable = ?"
                            + " where tenant = ? and (requests <> ? or window_ms <> ?)",
                    quota.requests(),
                    window,
                    quota.requests(),
                    tenant,
                    quota.requests(),
                    window);
            int slots = database.list(
                            connection,
                            "select count(*) from pc_watch_slot where tenant = ?",
                            row -> row.getInt(1),
                            tenant)
                    .get(0);
            for (int number = slots; number < quota.requests(); number++) {
                database.update(
                        connection,
                        "insert into pc_watch_slot (tenant, number, free_at, asked_at) values (?, ?, {now} + ?, 0)",
                        tenant,
                        number,
                        window * (number - slots) / quota.requests());
            }
            return null;
        });
    }

    /**
     * Occupies a free slot.
     *
     * @param longest how long the request may take
     */
    public Optional<Slot> take(Duration longest) {
        return database.one(
                "update pc_watch_slot set asked_at = {now}, free_at = {now} + ?"
                        + " + (select window_ms from pc_watch_quota where tenant = ?)"
                        + " where tenant = ? and number = (select s.number from pc_watch_slot s"
                        + " join pc_watch_quota q on q.tenant = s.tenant where s.tenant = ? and s.number < q.usable"
                        + " and s.free_at <= {now} and q.paused_until <= {now}"
                        + " order by s.free_at limit 1{skipLocked}) returning number, free_at",
                row -> new Slot(row.getInt(1), row.getLong(2)),
                longest.toMillis(),
                tenant,
                tenant,
                tenant);
    }

    /** Returns how long to wait, after no slot was free. */
    public Wait untilFree() {
        return database.one(
                        "select {now}, q.paused_until, (select min(s.free_at) from pc_watch_slot s"
                                + " where s.tenant = q.tenant and s.number < q.usable)"
                                + " from pc_watch_quota q where q.tenant = ?",
                        row -> {
                            long now = row.getLong(1);
                            long pausedUntil = row.getLong(2);
                            long free = Math.max(pausedUntil, row.getLong(3));
                            return new Wait(Math.max(0, free - now), pausedUntil > now ? pausedUntil : 0);
                        },
                        tenant)
                .orElseThrow();
    }

    /** Keeps a slot for one window from now: the response is in. Has no effect if the slot is no longer ours. */
    public void responded(Slot slot) {
        keep(slot, 0);
    }

    /**
     * Keeps a slot after a request without a response. It may still arrive, so that takes as long again as a call may take.
     */
    public void lost(Slot slot, Duration longest) {
        keep(slot, longest.toMillis());
    }

    private void keep(Slot slot, long millis) {
        database.update(
                "update pc_watch_slot set free_at = {now} + ? + (select window_ms from pc_watch_quota where tenant = ?)"
                        + " where tenant = ? and number = ? and free_at = ?",
                millis,
                tenant,
                tenant,
                slot.number(),
                slot.occupiedUntil());
    }

    /** Frees a slot that no request used. */
    public void unused(Slot slot) {
        database.update(
                "update pc_watch_slot set free_at = {now}, asked_at = 0 where tenant = ? and number = ? and free_at ="
                        + " ?",
                tenant,
                slot.number(),
                slot.occupiedUntil());
    }

    /** After a 429: all machines wait, and use fewer slots. They are lowered once in a window, however many 429 there are. */
    public void tooManyRequests(Duration wait) {
        database.transaction(connection -> {
            database.update(
                    connection,
                    "update pc_watch_quota set paused_until = {now} + ? where tenant = ? and paused_until < {now} + ?",
                    wait.toMillis(),
                    tenant,
                    wait.toMillis());
            database.update(
                    connection,
                    "update pc_watch_quota set lowered_at = {now},"
                            + " usable = case when usable >= " + LOWER_PARTS + " then usable - usable / " + LOWER_PARTS
                            + " when usable > 1 then usable - 1 else 1 end"
                            + " where tenant = ? and lowered_at + window_ms <= {now}",
                    tenant);
            return null;
        });
    }

    /** Uses more slots again after a window without 429, and repairs slots after the database's clock was set back. */
    public void recover(Duration longest) {
        database.update(
                "update pc_watch_quota set raised_at = {now}, usable = case"
                        + " when usable + (requests + " + (RAISE_PARTS - 1) + ") / " + RAISE_PARTS + " < requests"
                        + " then usable + (requests + " + (RAISE_PARTS - 1) + ") / " + RAISE_PARTS
                        + " else requests end where tenant = ? and usable < requests"
                        + " and lowered_at + window_ms <= {now} and paused_until + window_ms <= {now}"
                        + " and raised_at + window_ms <= {now}",
                tenant);
        database.update(
                "update pc_watch_slot set free_at = {now} + (select window_ms from pc_watch_quota where tenant = ?)"
                        + " where tenant = ? and free_at > {now} + ?"
                        + " + (select window_ms from pc_watch_quota where tenant = ?)",
                tenant,
                tenant,
                // Longer than a slot can be occupied, so that a live request is never taken for a clock.
                longest.toMillis() * 3,
                tenant);
    }
}
