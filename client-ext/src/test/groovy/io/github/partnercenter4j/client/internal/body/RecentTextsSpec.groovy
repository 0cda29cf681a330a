package io.github.partnercenter4j.client.internal.body

import spock.lang.Specification

class RecentTextsSpec extends Specification {
    def texts = new RecentTexts()

    def 'equal short texts are one String, and every text is returned as it is'() {
        when:
        def first = of(text)
        def second = of(text)

        then:
        first == text
        second == text
        first.is(second) == shared

        where:
        text              || shared
        'fulfilled'       || true
        '\uFFFDé\uD83D\uDE00' || true
        'x' * 32          || true
        'x' * 33          || false
        ''                || false
    }

    def 'texts of the same length, beginning and end replace one another'() {
        expect:
        ['abc', 'axc', 'abc', 'a\u0000c'].every { of(it) == it }
    }

    def 'no text is mistaken for another'() {
        given:
        def letters = ['a', 'b', 'c', 'x', 'y', '\u0000', 'é', '日']
        def all = letters + [letters, letters].combinations()*.join() + [letters, letters, letters].combinations()*.join()

        expect:
        all.every { of(it) == it }
        all.every { texts.of(it.toCharArray(), 0, it.length()) == it }
    }

    private String of(String text) {
        texts.of(('--' + text + '--').toCharArray(), 2, text.length())
    }
}
