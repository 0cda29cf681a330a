package io.github.partnercenter4j.watch.machines

import com.zaxxer.hikari.HikariDataSource
import io.github.partnercenter4j.sandbox.LineItem
import io.github.partnercenter4j.watch.OrderResult
import io.github.partnercenter4j.watch.StoreException
import java.time.Duration
import spock.lang.AutoCleanup
import spock.lang.Requires
import spock.lang.Shared

/** A real PostgreSQL that cannot be used, or not for a while: a clear error or one pause, and nothing is lost. */
@Requires(value = { sys['watch.postgresql'] }, reason = 'takes minutes; run it with -Ppostgresql')
class DatabaseTroubleSpec extends TroubleSpecification {
    private static final Duration AWAY = Duration.ofSeconds(Integer.getInteger('watch.away', 25))

    @Shared
    @AutoCleanup
    PooledServer postgres = new PooledServer()
    @AutoCleanup
    HikariDataSource pool

    def setup() {
        postgres.execute('drop schema public cascade', 'create schema public', 'drop role if exists app', 'create role app login')
        pool = postgres.pool()
    }

    def 'a user who may not #what is refused as NO_RIGHTS'(String what, boolean tables, List<String> rights) {
        given:
        if (tables) {
            builder(dataSource: pool).build().close()
        }
        postgres.execute(*rights)
        def app = postgres.pool('app')

        when:
        builder(dataSource: app).build()

        then:
        StoreException e = thrown()
        e.kind() == StoreException.Kind.NO_RIGHTS
        e.message.startsWith('The watch lacks rights for the PostgreSQL database. It must be able to read and write its tables, and the first time to create them: ')

        cleanup:
        app?.close()

        where:
        what               | tables | rights
        'create tables'    | false  | ['grant usage on schema public to app']
        'read the tables'  | true   | ['grant usage on schema public to app']
        'write the tables' | true   | ['grant usage on schema public to app', 'grant select on all tables in schema public to app']
    }

    def 'tables of another version are refused'() {
        given:
        builder(dataSource: pool).build().close()
        postgres.execute('update pc_watch_version set version = 2')

        when:
        builder(dataSource: pool).build()

        then:
        StoreException e = thrown()
        e.kind() == StoreException.Kind.WRONG_VERSION
        e.message == 'The tables of the watch have version 2, but this program needs version 1. Use the program that made them, or another database'
    }

    def 'a user who may only read and write the tables is enough after the first start, and rights taken away for a while are one pause'() {
        given:
        builder(dataSource: pool).build().close()
        postgres.execute('grant usage on schema public to app', 'grant select, insert, update, delete on all tables in schema public to app')
        def app = postgres.pool('app')
        watchOrders(dataSource: app)

        expect:
        isOnePause('lacks rights for', { postgres.execute('revoke insert on pc_watch_result from app') }, { postgres.execute('grant insert on pc_watch_result to app') })

        cleanup:
        watch?.close()
        app?.close()
    }

    def 'a status with a character that PostgreSQL cannot store does not stop the watch'() {
        given:
        order('a', LineItem.of(1, 'a\0b'))
        watch = builder(dataSource: pool).giveUpAfter(Duration.ofSeconds(1)).build()

        when:
        watch.add(CUSTOMER, 'a')
        watch.start()

        then:
        watch.awaitDone(LONG)
        watch.results(0, 1)[0].kind() == OrderResult.Kind.GIVEN_UP
        watch.results(0, 1)[0].reason().contains('a\uFFFDb')
        pauses.empty
    }

    def 'a server that is away for a while is one pause'() {
        given: 'a limit that passes several times while the server is away'
        pool.connectionTimeout = 10_000
        watchOrders(dataSource: pool)

        expect:
        isOnePause('The watch cannot connect to the PostgreSQL database. Check that it runs', { postgres.stop() }, { postgres.start() }, AWAY)
    }
}
