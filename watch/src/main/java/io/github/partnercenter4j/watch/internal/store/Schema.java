package io.github.partnercenter4j.watch.internal.store;

import io.github.partnercenter4j.watch.StoreException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/** The tables, and their version. They are created once; a database of another version is refused. */
final class Schema {
    static final int VERSION = 1;
    /** An arbitrary number, so that machines that start together create the tables one after the other. */
    private static final long ADVISORY_LOCK = 0x70635f7761746368L;

    private static final List<String> TABLES = List.of(
            "create table pc_watch_version (version integer not null)",
            // The columns of db-scheduler, and the time of adding.
            """
            create table pc_watch_order (
              task_name text not null,
              task_instance text not null,
              task_data {bytes},
              execution_time {timestamp} not null,
              picked {boolean} not null,
              picked_by text,
              last_success {timestamp},
              last_failure {timestamp},
              consecutive_failures integer,
              last_heartbeat {timestamp},
              version bigint not null,
              priority smallint,
              added_at bigint not null,
              primary key (task_name, task_instance))
            """,
            "create index pc_watch_order_due on pc_watch_order (task_name, execution_time)",
            "create index pc_watch_order_heartbeat on pc_watch_order (last_heartbeat)",
            "create index pc_watch_order_added on pc_watch_order (task_name, added_at)",
            """
            create table pc_watch_result (
              tenant text not null,
              number bigint not null,
              order_key text not null,
              customer_id text not null,
              order_id text not null,
              attributes text not null,
              kind text not null,
              reason text not null,
              line_items text not null,
              added_at bigint not null,
              first_asked_at bigint,
              done_at bigint not null,
              requests integer not null,
              request_id text,
              deliver_at bigint,
              primary key (tenant, number))
            """,
            "create unique index pc_watch_result_order on pc_watch_result (tenant, order_key)",
            "create index pc_watch_result_deliver on pc_watch_result (tenant, deliver_at) where deliver_at is not null",
            """
            create table pc_watch_tenant (
              tenant text not null primary key,
              added bigint not null,
              fulfilled bigint not null,
              unfulfilled bigint not null,
              failed bigint not null,
              given_up bigint not null)
            """,
            """
            create table pc_watch_quota (
              tenant text not null primary key,
              requests integer not null,
              window_ms bigint not null,
              usable integer not null,
              paused_until bigint not null,
              lowered_at bigint not null,
              raised_at bigint not null)
            """,
            """
            create table pc_watch_slot (
              tenant text not null,
              number integer not null,
              free_at bigint not null,
              asked_at bigint not null,
              primary key (tenant, number))
            """,
            "insert into pc_watch_version (version) values (" + VERSION + ")");

    private Schema() {}

    /**
     * Creates the tables if there are none.
     *
     * @throws StoreException if they have another version, or cannot be created
     */
    static void prepare(Database database) {
        if (!exists(database)) {
            database.transaction(connection -> {
                create(database, connection);
                return null;
            });
        }
        List<Integer> versions = database.list("select version from pc_watch_version", row -> row.getInt(1));
        if (!versions.equals(List.of(VERSION))) {
            throw new StoreException(
                    StoreException.Kind.WRONG_VERSION,
                    "The tables of the watch have version " + (versions.isEmpty() ? "(none)" : versions.get(0))
                            + ", but this program needs version " + VERSION
                            + ". Use the program that made them, or another database",
                    null);
        }
    }

    private static boolean exists(Database database) {
        return database.one(existsQuery(database), row -> row.getInt(1)).orElseThrow() > 0;
    }

    private static String existsQuery(Database database) {
        return database.dialect() == Dialect.SQLITE
                ? "select count(*) from sqlite_master where name = 'pc_watch_version'"
                : // Not to_regclass, which may remember in this session that the table was missing.
                "select count(*) from pg_class where relname = 'pc_watch_version' and pg_table_is_visible(oid)";
    }

    private static void create(Database database, Connection connection) throws SQLException {
        if (database.dialect() == Dialect.POSTGRESQL) {
            database.list(connection, "select pg_advisory_xact_lock(?)", row -> true, ADVISORY_LOCK);
        }
        if (database.list(connection, existsQuery(database), row -> row.getInt(1))
                        .get(0)
                > 0) {
            return;
        }
        for (String statement : TABLES) {
            database.update(connection, statement);
        }
    }
}
