package io.github.partnercenter4j.watch.internal.store

import io.github.partnercenter4j.watch.OrderResult
import io.github.partnercenter4j.watch.Quota
import io.github.partnercenter4j.watch.StoreException
import io.github.partnercenter4j.watch.WatchedOrder
import java.nio.file.Files
import java.nio.file.Path
import java.sql.SQLException
import java.time.Duration
import spock.lang.AutoCleanup
import spock.lang.Specification
import spock.lang.TempDir

/** A database in a file, of one process. */
class SqliteFileSpec extends Specification {
    static final String CUSTOMER = '0c39d6d5-c70d-4c55-bc02-f620844f3fd1'
    static final Quota QUOTA = Quota.of(1, Duration.ofSeconds(1))

    @TempDir
    Path folder
    Path path
    @AutoCleanup
    SqliteFile file
    @AutoCleanup
    WatchStore store

    def setup() {
        path = folder.resolve('orders.db')
    }

    def 'a commit is on the disk, a writer waits ten seconds for another one, and readers do not wait'() {
        given:
        file = SqliteFile.open(path)
        def database = Database.ofFile(file)

        expect:
        ['journal_mode', 'synchronous', 'busy_timeout'].collect { pragma -> database.one("pragma $pragma", { it.getString(1) }).get() } == ['wal', '2', '10000']
        file.dataSource().maximumPoolSize == 4
        file.dataSource().poolName == 'partnercenter4j-watch'
        database.dialect() == Dialect.SQLITE
        file.path() == path
    }

    def 'a transaction is a writer from its beginning, so that it cannot fail later because of another one'() {
        given:
        file = SqliteFile.open(path)
        def (first, second) = [file.dataSource().connection, file.dataSource().connection]
        first.createStatement().execute('create table t (a)')
        second.createStatement().execute('pragma busy_timeout = 0')
        first.autoCommit = false
        first.createStatement().executeQuery('select * from t').close()

        when:
        second.autoCommit = false
        second.createStatement().executeQuery('select * from t')

        then:
        SQLException e = thrown()
        e.message.contains('SQLITE_BUSY')

        cleanup:
        [first, second]*.close()
    }

    def 'a file that could not be opened is not in use'() {
        given:
        Files.writeString(path, 'customerId,orderId\n' * 1000)

        when:
        SqliteFile.open(path)

        then:
        StoreException e = thrown()
        e.message.startsWith("The watch cannot use the file $path: ")

        when:
        Files.delete(path)
        file = SqliteFile.open(path)

        then:
        noExceptionThrown()
    }

    def 'a file whose tables have another version is not in use'() {
        given:
        file = SqliteFile.open(path)
        Database.ofFile(file).update('create table pc_watch_version (version integer)')
        file.close()

        when:
        WatchStore.open(path, 'tenant', QUOTA)

        then:
        StoreException e = thrown()
        e.kind() == StoreException.Kind.WRONG_VERSION

        when:
        file = SqliteFile.open(path)

        then:
        noExceptionThrown()
    }

    def 'a file whose lock cannot be written is refused, with its path and the cause'() {
        given:
        Files.createDirectory(folder.resolve('orders.db.lock'))

        when:
        SqliteFile.open(path)

        then:
        StoreException e = thrown()
        e.message.startsWith("The file ${path}.lock cannot be written. Check that its folder exists: ")
    }

    def 'a file that is closed has no open connection, and is free'() {
        given:
        file = SqliteFile.open(path)

        when:
        file.close()

        then:
        file.dataSource().closed
        SqliteFile.open(path).close()
    }

    def 'a process goes on with what the one before it worked on, and delivers what it did not'() {
        given:
        store = WatchStore.open(path, 'tenant', QUOTA)
        store.orders().addAll(['a', 'b'].collect { WatchedOrder.of(CUSTOMER, it) }.iterator())
        store.results().finish(OrderState.of(WatchedOrder.of(CUSTOMER, 'a'), 0), 1, OrderResult.Kind.FULFILLED, 'x', true)
        store.database().update('update pc_watch_order set picked = true')
        store.close()

        when:
        store = WatchStore.open(path, 'tenant', QUOTA)

        then:
        store.results().claimUndelivered(9)*.orderId() == ['a']
        store.database().one('select picked from pc_watch_order', { it.getInt(1) }).get() == 0
        store.counters().open() == 1
        store.counters().read().quota() == QUOTA
    }
}
