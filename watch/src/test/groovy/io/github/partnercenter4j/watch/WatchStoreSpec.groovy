package io.github.partnercenter4j.watch

import com.zaxxer.hikari.HikariDataSource
import io.github.partnercenter4j.client.Credential
import io.github.partnercenter4j.client.PartnerCenter
import io.github.partnercenter4j.sandbox.LineItem
import java.nio.file.Files
import java.nio.file.Path
import java.sql.DriverManager
import java.time.Duration
import java.util.stream.Stream
import javax.sql.DataSource
import spock.lang.AutoCleanup

/** A database that cannot be used is a typed exception that says what to do, or a pause. */
class WatchStoreSpec extends WatchSpecification {
    @AutoCleanup
    ProvisioningWatch watch

    def 'a second watch on the same file is refused, and the file is free after the first has ended'() {
        given:
        watch = builder().build()

        when:
        builder().build()

        then:
        StoreException e = thrown()
        e.kind() == StoreException.Kind.IN_USE
        e.message == "Another watch uses ${folder.resolve('orders.db')}. End it first, or use another file; for several machines use PostgreSQL"

        when:
        watch.close()
        watch = builder().build()

        then:
        watch.progress().open() == 0
    }

    def 'a file that #what is refused as #kind'(String what, Closure<Path> file, StoreException.Kind kind, String message) {
        when:
        builder(file: file.call(folder)).build()

        then:
        StoreException e = thrown()
        e.kind() == kind
        e.message.contains(message)

        where:
        what                          | file                                                                                                  || kind                                 | message
        'is no database'              | { Path it -> Files.writeString(it.resolve('a.csv'), 'customerId,orderId\n' * 1000) }                  || StoreException.Kind.OTHER            | 'file is not a database'
        'is in a missing folder'      | { Path it -> it.resolve('missing/orders.db') }                                                        || StoreException.Kind.OTHER            | 'Check that its folder exists'
        'is a folder'                 | { Path it -> it }                                                                                     || StoreException.Kind.OTHER            | 'is a folder. Name a file in it'
        'has another version'         | { Path it -> sql(it.resolve('v.db'), 'create table pc_watch_version (version integer)', 'insert into pc_watch_version values (2)') } || StoreException.Kind.WRONG_VERSION | 'The tables of the watch have version 2, but this program needs version 1'
        'has no version'              | { Path it -> sql(it.resolve('v.db'), 'create table pc_watch_version (version integer)') }             || StoreException.Kind.WRONG_VERSION    | 'have version (none)'
    }

    def 'a database other than PostgreSQL is refused'() {
        given:
        DataSource other = new HikariDataSource(jdbcUrl: 'jdbc:sqlite::memory:')

        when:
        ProvisioningWatch.builder().partnerCenter(partnerCenter).dataSource(other).build()

        then:
        StoreException e = thrown()
        e.message == 'dataSource(…) leads to SQLite, which is not supported. Use PostgreSQL, or store(file) for one machine'

        cleanup:
        other?.close()
    }

    def 'a PostgreSQL that does not respond is refused as UNREACHABLE'() {
        given:
        def port = new ServerSocket(0).withCloseable { it.localPort }
        def pool = new HikariDataSource()
        pool.jdbcUrl = "jdbc:postgresql://127.0.0.1:$port/postgres"
        // Not in the URL, which the driver logs.
        pool.username = 'watch'
        pool.password = 's3cret-password'
        pool.connectionTimeout = 500

        when:
        ProvisioningWatch.builder().partnerCenter(partnerCenter).dataSource(pool).build()

        then:
        StoreException e = thrown()
        e.kind() == StoreException.Kind.UNREACHABLE
        e.message.startsWith('The watch cannot connect to the PostgreSQL database. Check that it runs, its address, user and password: ')
        !e.message.contains('s3cret')

        cleanup:
        pool?.close()
    }

    def 'while the database cannot be written the watch pauses, and then loses nothing'() {
        given: 'orders of which one is pending until the database is back, so that something is left to write'
        def orders = (1..20).collect { order("o$it", it < 20 ? pending(1, 'fulfilled') : LineItem.of(1, 'PrefulfillmentPending')); WatchedOrder.of(CUSTOMER, "o$it") }
        watch = builder().build()
        watch.addAll(orders.stream())

        when: 'each write fails from the first results on'
        watch.start()
        eventually { watch.progress().done() > 0 }
        sql(folder.resolve('orders.db'), *['order', 'result', 'slot', 'tenant', 'quota'].collectMany { table ->
            ['insert', 'update', 'delete'].collect { "create trigger ${table}_$it before $it on pc_watch_$table begin select raise(fail, 'the disk is away'); end" as String }
        })

        then:
        eventually { !pauses.empty }
        pauses[0].kind() == WatchPause.Kind.DATABASE
        pauses[0].reason().contains('the disk is away')
        !pauses[0].over()
        watch.progress().pause().kind() == WatchPause.Kind.DATABASE

        when:
        sql(folder.resolve('orders.db'), *['order', 'result', 'slot', 'tenant', 'quota'].collectMany { table -> ['insert', 'update', 'delete'].collect { "drop trigger ${table}_$it" as String } })
        sandbox.setStatus(CUSTOMER, 'o20', 0, 'fulfilled')

        then:
        watch.awaitDone(LONG)
        eventually { pauses.size() > 1 }
        pauses.findAll { it.kind() == WatchPause.Kind.DATABASE }*.over() == [false, true]
        watch.results(0, 100)*.number() == (1L..20L).toList()
        watch.results(0, 100)*.orderId().toSet().size() == 20
        results*.orderId().toSet().size() == 20
    }

    def 'adding to a full database is refused as FULL, and what was added before stays'() {
        given:
        watch = builder().build()
        watch.addAll(numbered(1, 10))
        def pages = sql(folder.resolve('orders.db')) { it.executeQuery('pragma page_count').getInt(1) }
        limitPages(pages + 5)

        when:
        watch.addAll(numbered(11, 10_000))

        then:
        StoreException e = thrown()
        e.kind() == StoreException.Kind.FULL
        e.message.startsWith('The disk of the file ')

        when:
        limitPages(1_000_000)

        then: 'adding all again adds what is missing'
        watch.progress().open() == 10
        watch.addAll(numbered(1, 10_000)) == 9_990
    }

    def 'the stream of orders is read in batches: what was read before it failed is added'() {
        given:
        watch = builder().build()

        when:
        watch.addAll(numbered(1, 7_000).peek { if (it.orderId() == 'o6000') { throw new IllegalStateException('line 6000') } })

        then:
        def e = thrown(IllegalStateException)
        e.message == 'line 6000'
        watch.progress().open() == 5_000
    }

    def 'without #missing no watch is built'(String missing, Closure<ProvisioningWatchBuilder> builder, String message) {
        when:
        builder.call().build()

        then:
        def e = thrown(IllegalStateException)
        e.message == message

        where:
        missing       | builder                                                                     || message
        'a client'    | { ProvisioningWatch.builder().store(Path.of('x')) }                         || 'A client is missing: call partnerCenter(…)'
        'a database'  | { ProvisioningWatch.builder().partnerCenter(PartnerCenter.builder().credential(Credential.ofToken('s3cret-token')).build()) } || 'Set either store(file) or dataSource(…)'
    }

    private static Stream<WatchedOrder> numbered(int first, int last) {
        (first..last).stream().map { WatchedOrder.of(CUSTOMER, "o$it") }
    }

    /** The limit belongs to a connection, so each one of the pool gets it. */
    private void limitPages(int pages) {
        def pool = watch.@store.database().dataSource()
        def connections = (1..4).collect { pool.connection }
        connections.each { it.createStatement().execute("pragma max_page_count = $pages") }
        connections*.close()
    }

    private static Path sql(Path file, String... statements) {
        sql(file) { statement -> statements.each { statement.execute(it) } }
        file
    }

    private static <T> T sql(Path file, Closure<T> work) {
        DriverManager.getConnection("jdbc:sqlite:$file").withCloseable { connection ->
            def statement = connection.createStatement()
            statement.execute('pragma busy_timeout = 10000')
            work.call(statement)
        }
    }
}
