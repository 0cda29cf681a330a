package io.github.partnercenter4j.watch.internal.store;

import io.github.partnercenter4j.watch.PendingOrder;
import io.github.partnercenter4j.watch.WatchedOrder;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;

/**
 * The open orders of a tenant. The table is db-scheduler's: the task is the tenant, its instance the order. Orders are added
 * without db-scheduler, because it commits each row, and one that exists fails its batch.
 */
public final class OrderTable {
    public static final String NAME = "pc_watch_order";
    private static final int BATCH = 5_000;

    private final Database database;
    private final String tenant;
    private final Json json = new Json();

    OrderTable(Database database, String tenant) {
        this.database = database;
        this.tenant = tenant;
    }

    /** Identifies an order. The case of a customer's GUID has no meaning; that of an order id has. */
    public static String key(String customerId, String orderId) {
        return customerId.toLowerCase(Locale.ROOT) + "/" + orderId;
    }

    /** Adds the orders that are neither open nor done. Returns how many. */
    public long addAll(Iterator<WatchedOrder> orders) {
        long added = 0;
        List<WatchedOrder> batch = new ArrayList<>();
        while (orders.hasNext()) {
            batch.add(orders.next());
            if (batch.size() == BATCH || !orders.hasNext()) {
                // No transaction is open while the caller's iterator works.
                added += add(batch);
                batch.clear();
            }
        }
        return added;
    }

    private int add(List<WatchedOrder> batch) {
        long now = database.now();
        // In one order on all machines, so that two of them do not wait for each other.
        List<WatchedOrder> sorted = batch.stream()
                .sorted(Comparator.comparing(order -> key(order.customerId(), order.orderId())))
                .toList();
        return database.transaction(connection -> {
            int added = insert(connection, sorted, now);
            // Last, because each machine that adds or ends an order waits for this row.
            database.update(connection, "update pc_watch_tenant set added = added + ? where tenant = ?", added, tenant);
            return added;
        });
    }

    private int insert(Connection connection, List<WatchedOrder> orders, long now) throws SQLException {
        String sql = "insert into pc_watch_order"
                + " (task_name, task_instance, task_data, execution_time, picked, version, added_at)"
                + " select ?, ?, ?, " + database.dialect().fromMillis("?") + ", ?, 1, ? where not exists"
                + " (select 1 from pc_watch_result where tenant = ? and order_key = ?) on conflict do nothing";
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (WatchedOrder order : orders) {
                String key = key(order.customerId(), order.orderId());
                statement.setString(1, tenant);
                statement.setString(2, key);
                statement.setBytes(3, json.serialize(OrderState.of(order, now)));
                statement.setLong(4, now);
                statement.setBoolean(5, false);
                statement.setLong(6, now);
                statement.setString(7, tenant);
                statement.setString(8, key);
                statement.addBatch();
            }
            int added = 0;
            for (int count : statement.executeBatch()) {
                added += count;
            }
            return added;
        }
    }

    /** Lets this process go on with what an earlier one had picked. For a database of a single process only. */
    void releasePicked() {
        database.update(
                "update pc_watch_order set picked = ?, picked_by = null, last_heartbeat = null, version = version + 1"
                        + " where task_name = ? and picked = ?",
                false,
                tenant,
                true);
    }

    /** The orders that were added first. */
    public List<PendingOrder> oldest(int limit) {
        return database.list(
                "select task_data, " + database.dialect().toMillis("execution_time")
                        + " from pc_watch_order where task_name = ? order by added_at, task_instance limit ?",
                row -> {
                    OrderState state = json.deserialize(OrderState.class, row.getBytes(1));
                    return new PendingOrder(
                            state.customerId(),
                            state.orderId(),
                            state.attributes(),
                            Instant.ofEpochMilli(state.added()),
                            Instant.ofEpochMilli(row.getLong(2)),
                            state.requests(),
                            state.reason());
                },
                tenant,
                limit);
    }
}
