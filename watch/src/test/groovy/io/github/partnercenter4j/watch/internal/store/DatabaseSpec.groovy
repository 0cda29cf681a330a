package io.github.partnercenter4j.watch.internal.store

import io.github.partnercenter4j.watch.StoreException
import java.nio.file.Path
import java.sql.SQLException
import spock.lang.AutoCleanup
import spock.lang.Specification
import spock.lang.TempDir

/** Statements and transactions. */
class DatabaseSpec extends Specification {
    @TempDir
    Path folder
    @AutoCleanup
    VirtualDatabase virtual = new VirtualDatabase(folder.resolve('database.db'))
    RecordedDatabase recorded = new RecordedDatabase()

    def 'a statement uses the time of the database'() {
        expect:
        virtual.database.now() == virtual.time
        virtual.database.sql('select {now}, {timestamp}') == 'select test_now(), integer'
    }

    def 'the rows of a query are read in order, and one() returns the first, if there is one'() {
        expect:
        virtual.database.list('values (?), (?), (?)', { it.getInt(1) }, 7, 8, 9) == [7, 8, 9]
        virtual.database.one('values (?), (?)', { it.getInt(1) }, 7, 8).get() == 7
        virtual.database.one('select 1 where false', { it.getInt(1) }).empty
    }

    def 'a change says how many rows it changed'() {
        given:
        virtual.database.update('create table t (a)')

        expect:
        virtual.database.update('insert into t values (?), (?), (null)', 1, 2) == 3
        virtual.database.update('update t set a = 3 where a < ?', 2) == 1
    }

    def 'a transaction returns its result after the commit, and leaves the connection as it was, with auto-commit #before'(boolean before) {
        given:
        recorded.autoCommit = before
        def database = database()

        expect:
        database.transaction { database.update(it, 'update x'); 'done' } == 'done'
        recorded.calls == ['autoCommit false', 'update x', 'commit', "autoCommit $before", 'close'] as List<String>

        where:
        before << [true, false]
    }

    def 'a single statement is its own transaction'() {
        given:
        recorded.autoCommit = false

        when:
        database().update('update x')

        then:
        recorded.calls == ['autoCommit true', 'update x', 'autoCommit false', 'close']
    }

    def 'a transaction that fails is rolled back, and leaves the connection as it was'() {
        when:
        database().transaction { throw failure }

        then:
        def e = thrown(RuntimeException)
        (failure instanceof SQLException ? e.cause : e).is(failure)
        recorded.calls == ['autoCommit false', 'rollback', 'autoCommit true', 'close']

        where:
        failure << [new SQLException('away'), new IllegalStateException('a bug')]
    }

    def 'that a broken connection cannot do #call either does not hide why the transaction failed'(String call) {
        given:
        def failure = new SQLException('first')
        def second = new SQLException('second')
        recorded.onCall = { if (it == call) { throw second } }

        when:
        database().transaction { throw failure }

        then:
        StoreException e = thrown()
        e.message == 'The watch cannot use the PostgreSQL database: first'
        e.cause.is(failure)
        failure.suppressed == [second] as Throwable[]
        recorded.calls.last() == 'close'

        where:
        call << ['rollback', 'autoCommit true']
    }

    def 'a PostgreSQL database of the application is used as it is'() {
        expect:
        database().dialect() == Dialect.POSTGRESQL
        database().dataSource() instanceof javax.sql.DataSource
        database().sql('{now}') == Dialect.POSTGRESQL.now()
        recorded.calls.every { it == 'close' }
    }

    private Database database() {
        def database = Database.of(recorded.dataSource())
        recorded.calls.clear()
        database
    }
}
