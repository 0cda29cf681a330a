package io.github.partnercenter4j.client.internal.text

import spock.lang.Specification

class SuggestionSpec extends Specification {
    def '#text is taken for #meant'() {
        expect:
        Suggestion.closest(text, ['status', 'logout', 'login', 'sandbox', '--orders-file', '--order']).orElse(null) == meant

        where:
        text       || meant
        'statsu'   || 'status'
        'sttaus'   || 'status'
        'stats'    || 'status'
        'statusss' || 'status'
        'sta'      || 'status'
        'st'       || 'status'
        's'        || null
        'logn'     || 'login'
        'lgoin'    || 'login'
        'log'      || 'login'
        'logut'    || 'logout'
        '--ord'    || '--order'
        '--'       || null
        'abc'      || null
        ''         || null
    }

    def 'of two similar names the one with fewer differences is meant'() {
        expect:
        Suggestion.closest('stabus', names).get() == 'status'

        where:
        names << [['statue', 'status'], ['status', 'statue']]
    }

    def 'a name may have one error for each three of its letters: #text for #name is accepted: #accepted'() {
        expect:
        Suggestion.closest(text, [name]).present == accepted

        where:
        text     | name     || accepted
        'bx'     | 'by'     || false
        'axb'    | 'ayb'    || true
        'axxb'   | 'ayyb'   || false
        'xxcdef' | 'abcdef' || true
        'xxxdef' | 'abcdef' || false
    }

    def 'from #a to #b there are #count differences'() {
        expect:
        Suggestion.differences(a, b) == count
        Suggestion.differences(b, a) == count

        where:
        a        | b         || count
        ''       | ''        || 0
        'a'      | ''        || 1
        'abc'    | ''        || 3
        'same'   | 'same'    || 0
        'kitten' | 'sitting' || 3
        'abc'    | 'abd'     || 1
        'abcd'   | 'acd'     || 1
        'ab'     | 'ba'      || 1
        'xab'    | 'xba'     || 1
        'abx'    | 'bax'     || 1
        'abab'   | 'baba'    || 2
        'ab'     | 'bb'      || 1
        'ab'     | 'aa'      || 1
        'abcd'   | 'badc'    || 2
        'ca'     | 'abc'     || 3
    }
}
