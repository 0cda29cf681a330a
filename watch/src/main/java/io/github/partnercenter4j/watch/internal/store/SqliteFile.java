package io.github.partnercenter4j.watch.internal.store;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.github.partnercenter4j.watch.StoreException;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.sql.DataSource;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteDataSource;

/**
 * An SQLite database in a file, of one process. SQLite itself allows several processes, so a {@link LockFile} beside it keeps
 * others out.
 */
public final class SqliteFile implements AutoCloseable {
    private static final int CONNECTIONS = 4;
    private static final int BUSY_MILLIS = 10_000;

    private final Path path;
    private final LockFile lockFile;
    private final HikariDataSource pool;

    private SqliteFile(Path path, LockFile lockFile, HikariDataSource pool) {
        this.path = path;
        this.lockFile = lockFile;
        this.pool = pool;
    }

    /**
     * Opens or creates the file.
     *
     * @throws StoreException if it cannot be used
     */
    public static SqliteFile open(Path file) {
        Path path = file.toAbsolutePath();
        LockFile lockFile = lock(path);
        try {
            return new SqliteFile(path, lockFile, pool(path));
        } catch (RuntimeException e) {
            closeQuietly(lockFile, e);
            throw StoreFailures.translate("the file " + path, e);
        }
    }

    private static LockFile lock(Path path) {
        Path lockPath = path.resolveSibling(path.getFileName() + ".lock");
        try {
            if (Files.isDirectory(path)) {
                throw new StoreException(StoreException.Kind.OTHER, path + " is a folder. Name a file in it", null);
            }
            LockFile lock = LockFile.take(lockPath);
            if (lock != null) {
                return lock;
            }
        } catch (AccessDeniedException e) {
            throw new StoreException(
                    StoreException.Kind.NO_RIGHTS, "No right to write " + lockPath + ". Use another folder", e);
        } catch (IOException e) {
            throw new StoreException(
                    StoreException.Kind.OTHER,
                    "The file " + lockPath + " cannot be written. Check that its folder exists: " + e.getMessage(),
                    e);
        }
        throw new StoreException(
                StoreException.Kind.IN_USE,
                "Another watch uses " + path
                        + ". End it first, or use another file; for several machines use PostgreSQL",
                null);
    }

    private static HikariDataSource pool(Path path) {
        SQLiteConfig settings = new SQLiteConfig();
        settings.setJournalMode(SQLiteConfig.JournalMode.WAL);
        // NORMAL could lose the last commits after a power failure.
        settings.setSynchronous(SQLiteConfig.SynchronousMode.FULL);
        settings.setBusyTimeout(BUSY_MILLIS);
        // A transaction that begins to write later could fail at once, because another one wrote since.
        settings.setTransactionMode(SQLiteConfig.TransactionMode.IMMEDIATE);
        SQLiteDataSource database = new SQLiteDataSource(settings);
        database.setUrl("jdbc:sqlite:" + path);
        HikariConfig config = new HikariConfig();
        config.setDataSource(database);
        config.setMaximumPoolSize(CONNECTIONS);
        config.setPoolName("partnercenter4j-watch");
        return new HikariDataSource(config);
    }

    private static void closeQuietly(LockFile lock, Exception failure) {
        try {
            lock.close();
        } catch (IOException e) {
            failure.addSuppressed(e);
        }
    }

    Path path() {
        return path;
    }

    DataSource dataSource() {
        return pool;
    }

    @Override
    public void close() {
        pool.close();
        try {
            lockFile.close();
        } catch (IOException e) {
            throw new StoreException(StoreException.Kind.OTHER, "The lock of " + path + " cannot be closed", e);
        }
    }
}
