package io.github.partnercenter4j.watch.internal.store;

import io.github.partnercenter4j.watch.StoreException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** Runs statements, and translates their failures. */
public final class Database {
    /** What is done in one transaction. */
    @FunctionalInterface
    interface Work<T extends @Nullable Object> {
        T run(Connection connection) throws SQLException;
    }

    /** Reads one row. */
    @FunctionalInterface
    interface Row<T> {
        T read(ResultSet row) throws SQLException;
    }

    private final DataSource dataSource;
    private final Dialect dialect;
    /** An expression for the present time. */
    private final String now;
    /** The database, for messages. */
    private final String name;

    private Database(DataSource dataSource, Dialect dialect, String name) {
        this(dataSource, dialect, dialect.now(), name);
    }

    /** For tests with a time of their own. */
    Database(DataSource dataSource, Dialect dialect, String now, String name) {
        this.dataSource = dataSource;
        this.dialect = dialect;
        this.now = now;
        this.name = name;
    }

    static Database ofFile(SqliteFile file) {
        return new Database(file.dataSource(), Dialect.SQLITE, "the file " + file.path());
    }

    /**
     * Uses the database of an application.
     *
     * @throws StoreException if it cannot be used, or is not PostgreSQL
     */
    static Database of(DataSource dataSource) {
        try (Connection connection = dataSource.getConnection()) {
            String product = connection.getMetaData().getDatabaseProductName();
            if (!product.equals("PostgreSQL")) {
                throw new StoreException(
                        StoreException.Kind.OTHER,
                        "dataSource(…) leads to " + product
                                + ", which is not supported. Use PostgreSQL, or store(file) for one machine",
                        null);
            }
            return new Database(dataSource, Dialect.POSTGRESQL, "the PostgreSQL database");
        } catch (SQLException | RuntimeException e) {
            throw StoreFailures.translate("the PostgreSQL database", e);
        }
    }

    public DataSource dataSource() {
        return dataSource;
    }

    public Dialect dialect() {
        return dialect;
    }

    String sql(String template) {
        return dialect.sql(template).replace("{now}", now);
    }

    /** The present time of the database, in milliseconds. */
    public long now() {
        return one("select {now}", row -> row.getLong(1)).orElseThrow();
    }

    /**
     * Runs work in a transaction: all of it or nothing.
     *
     * @throws StoreException if it fails
     */
    <T extends @Nullable Object> T transaction(Work<T> work) {
        return run(false, connection -> {
            try {
                T result = work.run(connection);
                connection.commit();
                return result;
            } catch (SQLException | RuntimeException e) {
                suppressed(e, connection::rollback);
                throw e;
            }
        });
    }

    private <T extends @Nullable Object> T run(boolean autoCommit, Work<T> work) {
        try (Connection connection = dataSource.getConnection()) {
            boolean before = connection.getAutoCommit();
            connection.setAutoCommit(autoCommit);
            T result;
            try {
                result = work.run(connection);
            } catch (SQLException | RuntimeException e) {
                // A broken connection cannot be set back. That failure must not hide the first one.
                suppressed(e, () -> connection.setAutoCommit(before));
                throw e;
            }
            connection.setAutoCommit(before);
            return result;
        } catch (SQLException | RuntimeException e) {
            throw StoreFailures.translate(name, e);
        }
    }

    /** A statement without a result. */
    @FunctionalInterface
    private interface Action {
        void run() throws SQLException;
    }

    private static void suppressed(Exception failure, Action action) {
        try {
            action.run();
        } catch (SQLException e) {
            failure.addSuppressed(e);
        }
    }

    /** Runs one statement. Returns the number of changed rows. */
    int update(String template, @Nullable Object... values) {
        return run(true, connection -> update(connection, template, values));
    }

    int update(Connection connection, String template, @Nullable Object... values) throws SQLException {
        try (PreparedStatement statement = prepare(connection, template, values)) {
            return statement.executeUpdate();
        }
    }

    <T> List<T> list(String template, Row<T> row, @Nullable Object... values) {
        return run(true, connection -> list(connection, template, row, values));
    }

    <T> Optional<T> one(String template, Row<T> row, @Nullable Object... values) {
        return list(template, row, values).stream().findFirst();
    }

    <T> List<T> list(Connection connection, String template, Row<T> row, @Nullable Object... values)
            throws SQLException {
        try (PreparedStatement statement = prepare(connection, template, values);
                ResultSet rows = statement.executeQuery()) {
            List<T> read = new ArrayList<>();
            while (rows.next()) {
                read.add(row.read(rows));
            }
            return read;
        }
    }

    private PreparedStatement prepare(Connection connection, String template, @Nullable Object... values)
            throws SQLException {
        PreparedStatement statement = connection.prepareStatement(sql(template));
        for (int i = 0; i < values.length; i++) {
            statement.setObject(i + 1, values[i]);
        }
        return statement;
    }
}
