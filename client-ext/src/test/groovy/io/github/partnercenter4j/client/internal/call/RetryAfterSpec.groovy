package io.github.partnercenter4j.client.internal.call

import java.time.Clock
import java.time.Duration
import java.time.Instant
import java.time.ZoneOffset
import spock.lang.Specification

class RetryAfterSpec extends Specification {
    static final Clock NOW = Clock.fixed(Instant.parse('2017-04-20T19:23:39Z'), ZoneOffset.UTC)

    def 'Retry-After #values is a wait of #seconds seconds'() {
        when:
        def retryAfter = RetryAfter.of(values == [] ? [:] : ['Retry-After': values], NOW)

        then:
        retryAfter.longest() == (seconds == null ? null : Duration.ofSeconds(seconds))
        retryAfter.incomplete() == (seconds == null && values != [])

        where:
        values                                                   || seconds
        ['2']                                                    || 2
        ['0']                                                    || 0
        [' 57 ']                                                 || 57
        ['007']                                                  || 7
        ['Thu, 20 Apr 2017 19:24:39 GMT']                        || 60
        ['Thursday, 20-Apr-17 19:24:39 GMT']                     || 60
        ['Thu Apr 20 19:24:39 2017']                             || 60
        ['Mon May  1 19:23:39 2017']                             || 11 * 86400
        ['Thu, 20 Apr 2017 19:23:38 GMT']                        || 0
        ['100000000000000000000']                                || 365 * 86400
        ['9999999999']                                           || 365 * 86400
        ['999999999']                                            || 365 * 86400
        ['Fri, 31 Dec 9999 23:59:59 GMT']                        || 365 * 86400
        ['Sunday, 06-Nov-94 08:49:37 GMT']                       || 0
        ['-1']                                                   || null
        ['1.5']                                                  || 2
        ['5.0']                                                  || 5
        ['5.']                                                   || 5
        ['5.4']                                                  || 6
        ['0.001']                                                || 1
        ['.5']                                                   || 1
        ['5.' + '0' * 5000 + '1']                                || 6
        ['+5']                                                   || 5
        ['9' * 5000]                                             || 365 * 86400
        ['.']                                                    || null
        ['+']                                                    || null
        ['1.2.3']                                                || null
        ['1e3']                                                  || null
        ['"30"']                                                 || null
        ['30 seconds']                                           || null
        ['soon']                                                 || null
        ['']                                                     || null
        ['Tue, 31 Feb 2017 10:00:00 GMT']                        || null
        ['Fri, 31 Feb 2017 10:00:00 GMT']                        || null
        ['Tuesday, 31-Feb-17 10:00:00 GMT']                      || null
        ['Friday, 31-Feb-17 10:00:00 GMT']                       || null
        ['Thu, 20 Apr 2017']                                     || null
        []                                                       || null
        ['2', '5']                                               || 5
        ['5', '2']                                               || 5
        ['5, 10']                                                || 10
        ['10,5']                                                 || 10
        ['5, 10', '7']                                           || 10
        ['5,']                                                   || 5
        [',']                                                    || null
        ['', '']                                                 || null
        ['Thu, 20 Apr 2017 19:24:39 GMT, 5']                     || 60
        ['5, Thu, 20 Apr 2017 19:24:39 GMT']                     || 60
        ['Thursday, 20-Apr-17 19:24:39 GMT, Thu, 20 Apr 2017 19:24:40 GMT'] || 61
        ['5, Thu Apr 20 19:24:39 2017']                          || 60
        ['Thu']                                                  || null
        ['Thu, ']                                                || null
        ['1', 'Thu, 20 Apr 2017 19:24:39 GMT']                   || 60
    }

    def 'of #values the longest that can be read is the wait, and the rest is noticed'() {
        expect:
        RetryAfter.of(['Retry-After': values], NOW) == new RetryAfter(Duration.ofSeconds(seconds), true)

        where:
        values              || seconds
        ['soon', '5']       || 5
        ['soon, 5']         || 5
        ['5', '-1', '7']    || 7
        ['5, 1e3']          || 5
        ['5, Thu']          || 5
    }

    def 'the date #until is #seconds seconds after the Date #date, whatever the clock of this machine says'() {
        expect:
        RetryAfter.of(['Retry-After': [until], 'Date': date], NOW).longest() == Duration.ofSeconds(seconds)

        where:
        until                              | date                                                                || seconds
        'Thu, 20 Apr 2017 19:33:44 GMT'    | ['Thu, 20 Apr 2017 19:33:39 GMT']                                   || 5
        'Thu, 20 Apr 2017 19:13:44 GMT'    | ['Thu, 20 Apr 2017 19:13:39 GMT']                                   || 5
        'Thursday, 20-Apr-17 19:13:44 GMT' | ['Thu Apr 20 19:13:39 2017']                                        || 5
        'Thu, 20 Apr 2017 19:13:38 GMT'    | ['Thu, 20 Apr 2017 19:13:39 GMT']                                   || 0
        'Thu, 20 Apr 2017 19:33:44 GMT'    | ['Thu, 20 Apr 2017 19:33:40 GMT', 'Thu, 20 Apr 2017 19:33:39 GMT']  || 5
        'Thu, 20 Apr 2017 19:23:49 GMT'    | []                                                                  || 10
        'Thu, 20 Apr 2017 19:23:49 GMT'    | ['now']                                                             || 10
        'Thu, 20 Apr 2017 19:23:49 GMT'    | ['']                                                                || 10
        'Thu, 20 Apr 2017 19:23:49 GMT'    | ['Thu, 01 Jan 1970 00:00:00 GMT']                                   || 10
        'Thu, 20 Apr 2017 19:23:49 GMT'    | ['Fri, 31 Dec 9999 23:59:59 GMT']                                   || 10
    }

    def 'in #now, the year of #until is #year'() {
        expect:
        HttpDate.parse(until, Instant.parse(now)) == (year == null ? null : Instant.parse("$year-04-20T19:23:39Z"))

        where:
        now                    | until                                || year
        '2017-04-20T19:23:39Z' | 'Thursday, 20-Apr-17 19:23:39 GMT'   || 2017
        '2017-04-20T19:23:39Z' | 'Tuesday, 20-Apr-66 19:23:39 GMT'    || 2066
        '2017-04-20T19:23:39Z' | 'Thursday, 20-Apr-67 19:23:39 GMT'   || 1967
        '2017-04-20T19:23:39Z' | 'Wednesday, 20-Apr-67 19:23:39 GMT'  || 2067
        '2017-04-20T19:23:38Z' | 'Wednesday, 20-Apr-67 19:23:39 GMT'  || null
        '2017-04-20T19:23:39Z' | 'Friday, 20-Apr-68 19:23:39 GMT'     || null
        '2017-04-20T19:23:39Z' | 'Saturday, 20-Apr-68 19:23:39 GMT'   || 1968
        '1999-12-31T23:59:59Z' | 'Thursday, 20-Apr-00 19:23:39 GMT'   || 2000
        '1999-12-31T23:59:59Z' | 'Tuesday, 20-Apr-49 19:23:39 GMT'    || 2049
        '2050-01-01T00:00:00Z' | 'Monday, 20-Apr-99 19:23:39 GMT'     || 2099
    }

    def 'seconds are not changed by the Date'() {
        expect:
        RetryAfter.of(['Retry-After': ['5'], 'Date': ['Thu, 20 Apr 2017 19:13:39 GMT']], NOW).longest() == Duration.ofSeconds(5)
    }
}
