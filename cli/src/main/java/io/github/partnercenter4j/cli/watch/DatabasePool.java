package io.github.partnercenter4j.cli.watch;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.pool.HikariPool;
import io.github.partnercenter4j.cli.option.WatchStoreOptions;
import io.github.partnercenter4j.cli.option.WatchStoreOptions.Database;
import io.github.partnercenter4j.watch.StoreException;
import java.net.UnknownHostException;
import java.sql.SQLException;
import java.util.Properties;
import javax.sql.DataSource;
import org.postgresql.PGProperty;

/** A pool of connections to the database of a watch. */
public final class DatabasePool implements AutoCloseable {
    private static final int CONNECTIONS = 8;
    private static final long FIRST_CONNECTION_MILLIS = 30_000;
    /** Later, so that the progress is shown and Ctrl-C works while the database is away. */
    private static final long CONNECTION_MILLIS = 10_000;

    private final HikariDataSource pool;

    private DatabasePool(HikariDataSource pool) {
        this.pool = pool;
    }

    public DataSource dataSource() {
        return pool;
    }

    @Override
    public void close() {
        pool.close();
    }

    /**
     * Connects.
     *
     * @throws StoreException if that fails
     */
    public static DatabasePool open(Database database) {
        HikariConfig config = new HikariConfig();
        config.setPoolName("pcorders");
        config.setDriverClassName("org.postgresql.Driver");
        config.setJdbcUrl(database.url());
        if (database.user() != null) {
            config.setUsername(database.user());
        }
        if (database.password() != null) {
            config.setPassword(database.password());
        }
        config.setMaximumPoolSize(CONNECTIONS);
        config.setConnectionTimeout(FIRST_CONNECTION_MILLIS);
        Properties properties = new Properties();
        properties.setProperty(PGProperty.APPLICATION_NAME.getName(), "pcorders watch");
        // A connection that is cut without a word must not be waited for forever.
        properties.setProperty(PGProperty.SOCKET_TIMEOUT.getName(), "30");
        properties.setProperty(PGProperty.TCP_KEEP_ALIVE.getName(), "true");
        config.setDataSourceProperties(properties);
        try {
            HikariDataSource pool = new HikariDataSource(config);
            pool.setConnectionTimeout(CONNECTION_MILLIS);
            return new DatabasePool(pool);
        } catch (HikariPool.PoolInitializationException e) {
            throw new StoreException(
                    StoreException.Kind.UNREACHABLE,
                    "The database cannot be used. Check that it runs, the URL of --store, --store-user, and the"
                            + " password, which comes from " + WatchStoreOptions.PASSWORD
                            + " or --store-password-file: "
                            + reason(e),
                    e);
        }
    }

    private static String reason(Throwable failure) {
        Throwable cause = failure;
        while (cause.getCause() != null && !(cause instanceof SQLException)) {
            cause = cause.getCause();
        }
        String reason = String.valueOf(cause.getMessage());
        return cause.getCause() instanceof UnknownHostException unknown
                ? reason + " Unknown host: " + unknown.getMessage()
                : reason;
    }
}
