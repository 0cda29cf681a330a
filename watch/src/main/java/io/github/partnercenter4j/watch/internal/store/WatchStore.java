package io.github.partnercenter4j.watch.internal.store;

import io.github.partnercenter4j.watch.Quota;
import io.github.partnercenter4j.watch.StoreException;
import java.nio.file.Path;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** The tables of one tenant. */
public final class WatchStore implements AutoCloseable {
    private final Database database;
    private final @Nullable SqliteFile file;
    private final OrderTable orders;
    private final ResultTable results;
    private final QuotaTable quota;
    private final Counters counters;

    private WatchStore(Database database, @Nullable SqliteFile file, String tenant, Quota limit) {
        this.database = database;
        this.file = file;
        this.orders = new OrderTable(database, tenant);
        this.results = new ResultTable(database, tenant);
        this.quota = new QuotaTable(database, tenant);
        this.counters = new Counters(database, tenant);
        Schema.prepare(database);
        counters.prepare();
        quota.prepare(limit);
        if (file != null) {
            orders.releasePicked();
            results.endLeases();
        }
    }

    /**
     * Opens a file, which must not be in use.
     *
     * @throws StoreException if it cannot be used
     */
    public static WatchStore open(Path path, String tenant, Quota quota) {
        SqliteFile file = SqliteFile.open(path);
        try {
            return new WatchStore(Database.ofFile(file), file, tenant, quota);
        } catch (RuntimeException e) {
            file.close();
            throw e;
        }
    }

    /**
     * Uses a PostgreSQL database.
     *
     * @throws StoreException if it cannot be used
     */
    public static WatchStore open(DataSource dataSource, String tenant, Quota quota) {
        return new WatchStore(Database.of(dataSource), null, tenant, quota);
    }

    public Database database() {
        return database;
    }

    public OrderTable orders() {
        return orders;
    }

    public ResultTable results() {
        return results;
    }

    public QuotaTable quota() {
        return quota;
    }

    public Counters counters() {
        return counters;
    }

    @Override
    public void close() {
        if (file != null) {
            file.close();
        }
    }
}
