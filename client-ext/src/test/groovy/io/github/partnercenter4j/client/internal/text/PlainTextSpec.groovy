package io.github.partnercenter4j.client.internal.text

import spock.lang.Specification

class PlainTextSpec extends Specification {
    def 'an excerpt is one line of #shown.length() plain characters'() {
        expect:
        PlainText.excerpt(text) == shown

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
}
