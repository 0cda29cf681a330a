package io.github.partnercenter4j.client

import spock.lang.Specification

class ExcerptSpec extends Specification {
    def 'an excerpt is one line of #shown.length() plain characters'() {
        expect:
        Excerpt.escape(text) == shown

        where:
        text                 || shown
        'é日 x'               || 'é日 x'
        'a\r\nb\u001b[0m'    || 'a\\u000d\\u000ab\\u001b[0m'
        'a\u2028b\u2029c'    || 'a\\u2028b\\u2029c'
        'a\u202eb'           || 'a\\u202eb'
        '😀'                  || '\\ud83d\\ude00'
        '\uffff'             || '\\uffff'
        'x' * 1025           || 'x' * 1024
        'x' * 1023 + '\n'    || 'x' * 1023
    }

    def 'the status #status is #kind'() {
        expect:
        ServiceException.Kind.of(status) == kind

        where:
        status || kind
        499    || ServiceException.Kind.OTHER
        500    || ServiceException.Kind.SERVER_ERROR
        599    || ServiceException.Kind.SERVER_ERROR
        600    || ServiceException.Kind.OTHER
    }
}
