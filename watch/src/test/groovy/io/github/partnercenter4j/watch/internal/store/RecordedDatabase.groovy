package io.github.partnercenter4j.watch.internal.store

import java.sql.Connection
import java.sql.DatabaseMetaData
import java.sql.PreparedStatement
import java.sql.ResultSet
import javax.sql.DataSource

/** Notes what it is asked, and returns what a test says, so that the statements for PostgreSQL can be tested without one. */
class RecordedDatabase {
    /** Statements, and the calls of the connection. */
    final List<String> calls = []
    /** Returns the value of the only column of each row of a query. */
    Closure<List> rows = { String sql -> [] }
    /** Runs in each call of a connection, with the name of the method. */
    Closure onCall = {}
    boolean autoCommit = true

    DataSource dataSource() {
        [getConnection: { connection() }] as DataSource
    }

    private Connection connection() {
        [
            getMetaData: { [getDatabaseProductName: { 'PostgreSQL' }] as DatabaseMetaData },
            getAutoCommit: { autoCommit },
            setAutoCommit: { boolean on -> autoCommit = on; note("autoCommit $on") },
            commit: { note('commit') },
            rollback: { note('rollback') },
            close: { note('close') },
            prepareStatement: { String sql -> statement(sql) },
        ] as Connection
    }

    private PreparedStatement statement(String sql) {
        [
            setObject: { int index, Object value -> },
            executeUpdate: { note(sql); 1 },
            executeQuery: { note(sql); result(rows.call(sql)) },
            close: { },
        ] as PreparedStatement
    }

    private static ResultSet result(List values) {
        def left = new ArrayDeque(values)
        def value = null
        [next: { value = left.poll(); value != null }, getInt: { int column -> value as int }, getLong: { int column -> value as long }, close: { }] as ResultSet
    }

    private void note(String call) {
        calls << call
        onCall(call)
    }
}
