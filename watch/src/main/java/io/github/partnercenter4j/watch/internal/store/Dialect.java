package io.github.partnercenter4j.watch.internal.store;

/** What differs between the two databases. All times are milliseconds since 1970, of the database's clock. */
public enum Dialect {
    POSTGRESQL(
            // Not now(), which stands still within a transaction.
            "(extract(epoch from clock_timestamp()) * 1000)::bigint",
            "to_timestamp(%s / 1000.0)",
            "(extract(epoch from %s) * 1000)::bigint",
            " for update of s skip locked",
            "timestamp with time zone",
            "bytea",
            "boolean"),
    SQLITE("cast(unixepoch('subsec') * 1000 as integer)", "%s", "%s", "", "integer", "blob", "integer");

    private final String now;
    private final String fromMillis;
    private final String toMillis;
    private final String skipLocked;
    private final String timestamp;
    private final String bytes;
    private final String bool;

    Dialect(
            String now,
            String fromMillis,
            String toMillis,
            String skipLocked,
            String timestamp,
            String bytes,
            String bool) {
        this.now = now;
        this.fromMillis = fromMillis;
        this.toMillis = toMillis;
        this.skipLocked = skipLocked;
        this.timestamp = timestamp;
        this.bytes = bytes;
        this.bool = bool;
    }

    /** An expression for the present time. */
    String now() {
        return now;
    }

    /** Converts an expression in milliseconds to a value of a column of db-scheduler. */
    String fromMillis(String expression) {
        return fromMillis.formatted(expression);
    }

    /** Converts a column of db-scheduler to milliseconds. */
    String toMillis(String column) {
        return toMillis.formatted(column);
    }

    /**
     * Replaces the placeholders {timestamp}, {bytes}, {boolean} and {skipLocked} of a statement. The last one ends a query that
     * chooses a row s to update, so that no other machine chooses it at the same time.
     */
    String sql(String template) {
        return template.replace("{timestamp}", timestamp)
                .replace("{bytes}", bytes)
                .replace("{boolean}", bool)
                .replace("{skipLocked}", skipLocked);
    }
}
