package io.github.partnercenter4j.watch.internal.store

import io.github.partnercenter4j.watch.Quota
import io.github.partnercenter4j.watch.StoreException
import java.time.Duration
import spock.lang.Specification

/** How the tables are made in PostgreSQL, where several machines may start together. */
class SchemaSpec extends Specification {
    private static final String LOCK = 'select pg_advisory_xact_lock(?)'

    RecordedDatabase recorded = new RecordedDatabase()
    /** How many tables are found at each look. */
    List<Integer> found = []
    int version = 1

    def setup() {
        recorded.rows = { String sql ->
            sql.contains('pg_class') ? [found.remove(0)] : sql.contains('pc_watch_version') ? [version] : sql == LOCK ? [1] : [0]
        }
    }

    def 'the first machine makes the tables in a transaction, with a lock'() {
        given:
        found = [0, 0]

        when:
        prepare()

        then: 'it looks again when it has the lock'
        def statements = recorded.calls - ['close', 'autoCommit true', 'autoCommit false']
        statements[0].contains('pg_class')
        statements[1] == LOCK
        statements[2] == statements[0]
        def tables = statements[3..-3]
        tables.count { it.contains('create table') } == 6
        tables.last() == 'insert into pc_watch_version (version) values (1)'
        statements[-2] == 'commit'
        statements[-1] == 'select version from pc_watch_version'
    }

    def 'a machine that waited for the one that made the tables makes none'() {
        given:
        found = [0, 1]

        when:
        prepare()

        then:
        recorded.calls.contains(LOCK)
        !recorded.calls.any { it.contains('create') }
    }

    def 'where the tables exist, nothing is made and nothing is locked'() {
        given:
        found = [1]

        when:
        prepare()

        then:
        !recorded.calls.any { it == LOCK || it.contains('create') || it == 'commit' }
    }

    def 'tables of another version are refused'() {
        given:
        found = [1]
        version = 2

        when:
        prepare()

        then:
        StoreException e = thrown()
        e.kind() == StoreException.Kind.WRONG_VERSION
    }

    def 'a machine that starts on PostgreSQL leaves to the others what they work on'() {
        given:
        found = [1]

        when:
        WatchStore.open(recorded.dataSource(), 'tenant', Quota.of(1, Duration.ofSeconds(1))).close()

        then:
        recorded.calls.any { it.startsWith('insert into pc_watch_tenant') }
        recorded.calls.any { it.startsWith('insert into pc_watch_quota') }
        !recorded.calls.any { it.startsWith('update pc_watch_order') || it.startsWith('update pc_watch_result') }
    }

    private void prepare() {
        Schema.prepare(Database.of(recorded.dataSource()))
    }
}
