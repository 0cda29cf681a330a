package io.github.partnercenter4j.watch.internal.store

import io.github.partnercenter4j.watch.StoreException
import java.sql.SQLException
import java.sql.SQLTransientConnectionException
import org.sqlite.SQLiteErrorCode
import org.sqlite.SQLiteException
import spock.lang.Specification

/** Which failures of the database are which kind. Source of the codes: PostgreSQL appendix A, SQLite result codes. */
class StoreFailuresSpec extends Specification {

    def '#what is #kind'(String what, SQLException failure, StoreException.Kind kind, String words) {
        when:
        def translated = StoreFailures.translate('the database', failure)

        then:
        translated instanceof StoreException
        translated.kind() == kind
        translated.message.contains(words)
        translated.message.endsWith('its message')
        translated.cause.is(failure)

        where:
        what                                | failure                                                                            || kind                             | words
        'a missing right (42501)'           | new SQLException('its message', '42501')                                           || StoreException.Kind.NO_RIGHTS    | 'lacks rights for the database'
        'a read-only server (25006)'        | new SQLException('its message', '25006')                                           || StoreException.Kind.NO_RIGHTS    | 'lacks rights'
        'a wrong password (28P01)'          | new SQLException('its message', '28P01')                                           || StoreException.Kind.UNREACHABLE  | 'Check that it runs, its address, user and password'
        'a refused connection (08001)'      | new SQLException('its message', '08001')                                           || StoreException.Kind.UNREACHABLE  | 'cannot connect'
        'a server that shuts down (57P01)'  | new SQLException('its message', '57P01')                                           || StoreException.Kind.UNREACHABLE  | 'cannot connect'
        'a missing database (3D000)'        | new SQLException('its message', '3D000')                                           || StoreException.Kind.UNREACHABLE  | 'cannot connect'
        'a pool without connections'        | new SQLTransientConnectionException('its message')                                 || StoreException.Kind.UNREACHABLE  | 'cannot connect'
        'a pool whose server is away'       | new SQLException('its message', new SQLException('refused', '08001'))              || StoreException.Kind.UNREACHABLE  | 'cannot connect'
        'a full disk of PostgreSQL (53100)' | new SQLException('its message', '53100')                                           || StoreException.Kind.FULL         | 'Make space'
        'a full disk of SQLite'             | new SQLiteException('its message', SQLiteErrorCode.SQLITE_FULL)                    || StoreException.Kind.FULL         | 'Make space'
        'a read-only file'                  | new SQLiteException('its message', SQLiteErrorCode.SQLITE_READONLY)                || StoreException.Kind.NO_RIGHTS    | 'lacks rights'
        'a read-only folder'                | new SQLiteException('its message', SQLiteErrorCode.SQLITE_READONLY_DIRECTORY)      || StoreException.Kind.NO_RIGHTS    | 'lacks rights'
        'a file that another program locks' | new SQLiteException('its message', SQLiteErrorCode.SQLITE_BUSY)                    || StoreException.Kind.IN_USE       | 'Another program uses'
        'a damaged file'                    | new SQLiteException('its message', SQLiteErrorCode.SQLITE_CORRUPT)                 || StoreException.Kind.OTHER        | 'cannot use the database'
        'a deadlock (40P01)'                | new SQLException('its message', '40P01')                                           || StoreException.Kind.OTHER        | 'cannot use the database'
    }

    def 'a failure that is known already stays as it is'() {
        given:
        def failure = new StoreException(StoreException.Kind.FULL, 'full', null)

        expect:
        StoreFailures.translate('the database', failure).is(failure)
    }

    def 'a checked failure of the program is wrapped'() {
        given:
        def failure = new IOException('a bug')

        when:
        def translated = StoreFailures.translate('the database', failure)

        then:
        translated instanceof IllegalStateException
        translated.cause.is(failure)
    }

    def 'a failure of the program is no failure of the database'() {
        given:
        def failure = new IllegalArgumentException('a bug')

        expect:
        StoreFailures.translate('the database', failure).is(failure)
    }
}
