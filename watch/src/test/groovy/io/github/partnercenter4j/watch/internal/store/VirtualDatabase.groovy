package io.github.partnercenter4j.watch.internal.store

import java.nio.file.Path
import java.sql.Connection
import java.sql.DriverManager
import javax.sql.DataSource
import org.sqlite.Function

/** A database whose time stands still until a test sets it. It has one connection, and forces nothing to disk. */
class VirtualDatabase implements AutoCloseable {
    static final long START = 1_700_000_000_000

    long time = START
    final Database database
    private final Connection connection

    VirtualDatabase(Path path) {
        connection = DriverManager.getConnection("jdbc:sqlite:$path")
        connection.createStatement().withCloseable {
            it.execute('pragma journal_mode = wal')
            it.execute('pragma synchronous = off')
        }
        def clock = { time }
        Function.create(connection, 'test_now', new Function() {
            @Override
            protected void xFunc() {
                result(clock.call() as long)
            }
            // Called once for a statement, not for each row.
        }, 0, Function.FLAG_DETERMINISTIC)
        def shared = java.lang.reflect.Proxy.newProxyInstance(Connection.classLoader, [Connection] as Class[]) { proxy, method, arguments ->
            method.name == 'close' ? null : method.invoke(connection, arguments)
        }
        def source = [getConnection: { -> shared as Connection }] as DataSource
        database = new Database(source, Dialect.SQLITE, 'test_now()', 'the test database')
        Schema.prepare(database)
    }

    @Override
    void close() {
        connection.close()
    }
}
