package io.github.partnercenter4j.client.internal.call

import static io.github.partnercenter4j.client.internal.call.ScriptedFilters.failure

import io.github.partnercenter4j.client.AccessToken
import io.github.partnercenter4j.client.CallOptions
import spock.lang.Specification

class AttemptIdsSpec extends Specification {
    static final CallOptions MINE = CallOptions.DEFAULTS.requestId('mine')

    def "MS-RequestId stays the same without a response and is new after one: #attempts"() {
        given:
        def filters = new ScriptedFilters(attempts.collect { it == 'none' ? failure() : it })
        def call = filters.call(options)

        when:
        filters.execute(call)

        then:
        def ids = filters.header('MS-RequestId')
        ids.collect { ids.indexOf(it) } == sameAs
        call.requestIds() == ids
        (ids[0] == 'mine') == options.is(MINE)
        ids.every { it == 'mine' || UUID.fromString(it).toString() == it }

        where:
        [attempts, sameAs, options] << [
            [
                [[200], [0]],
                [['none', 200], [0, 0]],
                [[503, 200], [0, 1]],
                [['none', 'none', 'none', 200], [0, 0, 0, 0]],
                [['none', 503, 'none', 200], [0, 0, 2, 2]],
                [[429, 'none', 503, 200], [0, 1, 1, 3]]
            ],
            [CallOptions.DEFAULTS, MINE]
        ].combinations().collect { [it[0][0], it[0][1], it[1]] }
    }

    def "MS-CorrelationId stays the same for the whole call, and is new for the next"() {
        given:
        def filters = new ScriptedFilters([503, failure(), 401, 503, 200])

        when:
        filters.execute()

        then:
        filters.sent.size() == 3
        filters.header('MS-CorrelationId').unique().size() == 1

        when:
        filters.execute()

        then:
        filters.header('MS-CorrelationId').unique().size() == 2
    }

    def "each attempt has its headers once"() {
        given:
        def filters = new ScriptedFilters([503, failure(), 200])

        when:
        filters.execute(filters.call(CallOptions.DEFAULTS.correlationVector('cv.0').applicationName('App')))

        then:
        filters.sent.size() == 3
        filters.sent.every { request -> request.headers().values().every { it.size() == 1 } }
        filters.header('Authorization').unique() == ['Bearer t0ken-of-the-call']
    }

    def "each attempt but the first is a repeat"() {
        given:
        def repeats = []
        def filters = new ScriptedFilters([{ Call call -> repeats << call.isRepeat(); 503 }])

        when:
        filters.execute(filters.call(CallOptions.DEFAULTS.maxRetries(2)))

        then:
        repeats == [false, true, true]
    }

    def "a caller's MS-CV is incremented for each attempt, with or without a response"() {
        given:
        def filters = new ScriptedFilters([503, failure(), 401, 200])
        def tokens = ['token-one-1', 'token-one-1', 'token-one-1', 'token-two-2'].iterator()
        filters.credential = { new AccessToken(tokens.next(), null) }

        when:
        filters.execute(filters.call(CallOptions.DEFAULTS.correlationVector('PmvzQKgYek6Sdk/T5sWaqw.8')))

        then:
        filters.header('MS-CV') == ['PmvzQKgYek6Sdk/T5sWaqw.8', 'PmvzQKgYek6Sdk/T5sWaqw.9', 'PmvzQKgYek6Sdk/T5sWaqw.10', 'PmvzQKgYek6Sdk/T5sWaqw.11']
    }

    def "no MS-CV is sent unless the caller sets one"() {
        given:
        def filters = new ScriptedFilters([503, 200])

        when:
        filters.execute()

        then:
        filters.header('MS-CV') == [null, null]
    }

    def "#vector is incremented to #next"() {
        expect:
        CorrelationVector.increment(vector) == next

        where:
        vector                                   || next
        // The examples of the specification
        'PmvzQKgYek6Sdk/T5sWaqw.0'               || 'PmvzQKgYek6Sdk/T5sWaqw.1'
        'e8iECJiOvUGPvOVtchxG9g.1.23'            || 'e8iECJiOvUGPvOVtchxG9g.1.24'
        'CgOLQOn9Gkmd4pM720ciZA.1.15.3226329855.4111101367.10.23.8.3226332926.1671828776.2345.12.3.243.544.3226336576.3422508575.23.1.34' ||
                'CgOLQOn9Gkmd4pM720ciZA.1.15.3226329855.4111101367.10.23.8.3226332926.1671828776.2345.12.3.243.544.3226336576.3422508575.23.1.35'
        // Version 1
        'tul4NUsfs9Cl7mOf.9'                     || 'tul4NUsfs9Cl7mOf.10'
        'tul4NUsfs9Cl7mOf.1.99'                  || 'tul4NUsfs9Cl7mOf.1.100'
        // The limits: 63 and 127 characters, an element of four bytes
        'tul4NUsfs9Cl7mOf' + '.1' * 22 + '.8'    || 'tul4NUsfs9Cl7mOf' + '.1' * 22 + '.9'
        'tul4NUsfs9Cl7mOf.00' + '.1' * 21 + '.9' || 'tul4NUsfs9Cl7mOf.00' + '.1' * 21 + '.9!'
        'PmvzQKgYek6Sdk/T5sWaqw.2' + '.1' * 50 + '.9' || 'PmvzQKgYek6Sdk/T5sWaqw.2' + '.1' * 50 + '.10'
        'PmvzQKgYek6Sdk/T5sWaqw.2' + '.1' * 50 + '.99' || 'PmvzQKgYek6Sdk/T5sWaqw.2' + '.1' * 50 + '.99!'
        // Only a base of 22 characters is of version 2
        'PmvzQKgYek6Sdk/T5sWaqwX' + '.1' * 19 + '.9' || 'PmvzQKgYek6Sdk/T5sWaqwX' + '.1' * 19 + '.9!'
        'PmvzQKgYek6Sdk/T5sWaq' + '.1' * 20 + '.9' || 'PmvzQKgYek6Sdk/T5sWaq' + '.1' * 20 + '.9!'
        'PmvzQKgYek6Sdk/T5sWaqw.4294967294'      || 'PmvzQKgYek6Sdk/T5sWaqw.4294967295'
        'PmvzQKgYek6Sdk/T5sWaqw.4294967295'      || 'PmvzQKgYek6Sdk/T5sWaqw.4294967295'
        'PmvzQKgYek6Sdk/T5sWaqw.9999999999'      || 'PmvzQKgYek6Sdk/T5sWaqw.9999999999'
        // Terminated, and not a vector
        'PmvzQKgYek6Sdk/T5sWaqw.1!'              || 'PmvzQKgYek6Sdk/T5sWaqw.1!'
        'PmvzQKgYek6Sdk/T5sWaqw'                 || 'PmvzQKgYek6Sdk/T5sWaqw'
        'PmvzQKgYek6Sdk/T5sWaqw.'                || 'PmvzQKgYek6Sdk/T5sWaqw.'
        'PmvzQKgYek6Sdk/T5sWaqw.x'               || 'PmvzQKgYek6Sdk/T5sWaqw.x'
        '.1'                                     || '.1'
    }
}
