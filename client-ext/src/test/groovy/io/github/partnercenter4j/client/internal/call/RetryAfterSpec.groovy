package io.github.partnercenter4j.client.internal.call

import java.time.Clock
import java.time.Duration
import java.time.Instant
import java.time.ZoneOffset
import spock.lang.Specification

class RetryAfterSpec extends Specification {
    static final Clock NOW = Clock.fixed(Instant.parse('2017-04-20T19:23:39Z'), ZoneOffset.UTC)

    def 'Retry-After #values is a wait of #seconds seconds'() {
        expect:
        RetryAfter.of(values, NOW) == (seconds == null ? null : Duration.ofSeconds(seconds))

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
        ['1.5']                                                  || null
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
        ['soon', '5']                                            || 5
        ['1', 'Thu, 20 Apr 2017 19:24:39 GMT']                   || 60
    }
}
