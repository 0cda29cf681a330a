package io.github.partnercenter4j.watch.internal.store;

import com.fasterxml.jackson.core.type.TypeReference;
import io.github.partnercenter4j.watch.OrderResult;
import io.github.partnercenter4j.watch.OrderResult.Kind;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The results of a tenant. */
public final class ResultTable {
    /** How long the machine that wrote a result has to deliver it, before another one does. */
    public static final Duration LEASE = Duration.ofSeconds(30);

    private static final String COLUMNS = "number, customer_id, order_id, attributes, kind, reason, line_items,"
            + " first_asked_at, done_at, requests, request_id";

    private final Database database;
    private final String tenant;

    ResultTable(Database database, String tenant) {
        this.database = database;
        this.tenant = tenant;
    }

    /**
     * Ends an order: removes its task and writes its result, in one transaction. The row of the tenant is locked until the
     * commit, so the numbers have no gaps and appear in their order.
     *
     * @param version the version of the task that this machine works on
     * @param leased true if this machine delivers the result after the commit
     * @return the result, or empty if another machine has taken the order over, or ended it
     */
    public Optional<OrderResult> finish(OrderState state, long version, Kind kind, String reason, boolean leased) {
        String key = OrderTable.key(state.customerId(), state.orderId());
        return database.transaction(connection -> {
            int removed = database.update(
                    connection,
                    "delete from pc_watch_order where task_name = ? and task_instance = ? and version = ?",
                    tenant,
                    key,
                    version);
            return removed == 0 ? Optional.empty() : write(connection, key, state, kind, reason, leased);
        });
    }

    private Optional<OrderResult> write(
            Connection connection, String key, OrderState state, Kind kind, String reason, boolean leased)
            throws SQLException {
        String counter = kind.name().toLowerCase(Locale.ROOT);
        long number = database.list(
                        connection,
                        "update pc_watch_tenant set " + counter + " = " + counter + " + 1 where tenant = ?"
                                + " returning fulfilled + unfulfilled + failed + given_up",
                        row -> row.getLong(1),
                        tenant)
                .get(0);
        int written = database.update(
                connection,
                "insert into pc_watch_result (tenant, order_key, added_at, deliver_at, " + COLUMNS + ") values (?, ?,"
                        + " ?, case when ?"
                        + " then {now} + ?"
                        + " else 0 end, ?,"
                        + " ?, ?, ?, ?, ?,"
                        + " ?, ?, {now}, ?,"
                        + " ?) on conflict"
                        + " (tenant,"
                        + " order_key) do"
                        + " nothing",
                tenant,
                key,
                state.added(),
                leased,
                LEASE.toMillis(),
                number,
                state.customerId(),
                state.orderId(),
                Json.write(state.attributes()),
                kind.name(),
                // PostgreSQL refuses this character, which a status could contain.
                reason.replace('\0', '\uFFFD'),
                Json.write(state.items() == null ? List.of() : state.items()),
                state.firstAsked(),
                state.requests(),
                state.requestId());
        if (written == 0) {
            // It was added again just before its first result was committed. That result stands.
            database.update(
                    connection,
                    "update pc_watch_tenant set " + counter + " = " + counter
                            + " - 1, added = added - 1 where tenant = ?",
                    tenant);
            return Optional.empty();
        }
        return database
                .list(
                        connection,
                        "select " + COLUMNS + " from pc_watch_result where tenant = ? and number = ?",
                        ResultTable::read,
                        tenant,
                        number)
                .stream()
                .findFirst();
    }

    /** The results after a number, in order. */
    public List<OrderResult> after(long number, int limit) {
        return database.list(
                "select " + COLUMNS + " from pc_watch_result where tenant = ? and number > ? order by number limit ?",
                ResultTable::read,
                tenant,
                number,
                limit);
    }

    /** Claims the results that no machine delivers at present. */
    public List<OrderResult> claimUndelivered(int limit) {
        List<OrderResult> claimed = database.list(
                "update pc_watch_result set deliver_at = {now} + ? where tenant = ? and number in"
                        + " (select s.number from pc_watch_result s where s.tenant = ? and s.deliver_at <= {now}"
                        + " order by s.number limit ?{skipLocked}) returning "
                        + COLUMNS,
                ResultTable::read,
                LEASE.toMillis(),
                tenant,
                tenant,
                limit);
        return claimed.stream()
                .sorted(Comparator.comparingLong(OrderResult::number))
                .toList();
    }

    public void delivered(long number) {
        database.update("update pc_watch_result set deliver_at = null where tenant = ? and number = ?", tenant, number);
    }

    /** True if a result is not delivered yet. */
    public boolean hasUndelivered() {
        return database.one(
                        "select 1 from pc_watch_result where tenant = ? and deliver_at is not null limit 1",
                        row -> true,
                        tenant)
                .isPresent();
    }

    /** Lets this process deliver what an earlier one had claimed. For a database of a single process only. */
    public void endLeases() {
        database.update("update pc_watch_result set deliver_at = 0 where tenant = ? and deliver_at > 0", tenant);
    }

    private static OrderResult read(ResultSet row) throws SQLException {
        long firstAsked = row.getLong(8);
        Instant first = row.wasNull() ? null : Instant.ofEpochMilli(firstAsked);
        return new OrderResult(
                row.getLong(1),
                row.getString(2),
                row.getString(3),
                Json.read(row.getString(4), new TypeReference<LinkedHashMap<String, String>>() {}),
                Kind.valueOf(row.getString(5)),
                row.getString(6),
                Json.read(row.getString(7), new TypeReference<>() {}),
                first,
                Instant.ofEpochMilli(row.getLong(9)),
                row.getInt(10),
                row.getString(11));
    }
}
