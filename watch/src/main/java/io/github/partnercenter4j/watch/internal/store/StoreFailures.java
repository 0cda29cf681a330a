package io.github.partnercenter4j.watch.internal.store;

import io.github.partnercenter4j.watch.StoreException;
import io.github.partnercenter4j.watch.StoreException.Kind;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import org.sqlite.SQLiteException;

/** Translates failures of the database. Source of the codes: SQLite result codes, PostgreSQL appendix A. */
public final class StoreFailures {
    private StoreFailures() {}

    /** Returns the failure as an exception of the watch. A StoreException is returned unchanged. */
    public static RuntimeException translate(String database, Throwable failure) {
        if (failure instanceof StoreException known) {
            return known;
        }
        SQLException sql = find(failure, SQLException.class);
        if (sql == null) {
            return failure instanceof RuntimeException e ? e : new IllegalStateException(failure);
        }
        SQLiteException sqlite = find(failure, SQLiteException.class);
        Kind kind = sqlite == null ? ofState(sql) : ofSqlite(sqlite);
        return new StoreException(kind, message(kind, database) + ": " + firstLine(sql), failure);
    }

    /** PostgreSQL's driver adds lines for its developers. */
    private static String firstLine(SQLException failure) {
        return String.valueOf(failure.getMessage()).lines().findFirst().orElse("");
    }

    private static String message(Kind kind, String database) {
        return switch (kind) {
            case NO_RIGHTS ->
                "The watch lacks rights for " + database
                        + ". It must be able to read and write its tables, and the first time to create them";
            case UNREACHABLE ->
                "The watch cannot connect to " + database + ". Check that it runs, its address, user and password";
            case IN_USE -> "Another program uses " + database + ". End it, or use another file";
            case FULL -> "The disk of " + database + " is full. Make space; the watch then goes on";
            default -> "The watch cannot use " + database;
        };
    }

    private static Kind ofSqlite(SQLiteException e) {
        // The low byte is the primary result code.
        return switch (e.getResultCode().code & 0xff) {
            case 3, 8, 14, 23 -> Kind.NO_RIGHTS;
            case 5, 6 -> Kind.IN_USE;
            case 13 -> Kind.FULL;
            default -> Kind.OTHER;
        };
    }

    private static Kind ofState(SQLException e) {
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            String state = cause instanceof SQLException sql ? sql.getSQLState() : null;
            if (state != null) {
                Kind kind = ofState(state);
                if (kind != Kind.OTHER) {
                    return kind;
                }
            }
        }
        // A pool that has no connection to give.
        return e instanceof java.sql.SQLTransientConnectionException ? Kind.UNREACHABLE : Kind.OTHER;
    }

    private static Kind ofState(String state) {
        return switch (state) {
            case "42501", "25006" -> Kind.NO_RIGHTS;
            case "53100" -> Kind.FULL;
            case "3D000", "57P01", "57P02", "57P03", "57P05", "53300" -> Kind.UNREACHABLE;
            default -> state.startsWith("08") || state.startsWith("28") ? Kind.UNREACHABLE : Kind.OTHER;
        };
    }

    private static <T extends Throwable> @Nullable T find(Throwable failure, Class<T> type) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (type.isInstance(cause)) {
                return type.cast(cause);
            }
        }
        return null;
    }
}
