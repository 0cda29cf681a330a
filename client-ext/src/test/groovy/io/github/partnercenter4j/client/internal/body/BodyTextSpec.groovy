package io.github.partnercenter4j.client.internal.body

import spock.lang.Specification

class BodyTextSpec extends Specification {
    static final Map<String, List<Integer>> MARKS = ['UTF-8': [0xEF, 0xBB, 0xBF], 'UTF-16LE': [0xFF, 0xFE], 'UTF-16BE': [0xFE, 0xFF], 'UTF-32LE': [0xFF, 0xFE, 0, 0], 'UTF-32BE': [0, 0, 0xFE, 0xFF]]

    def 'the text after #times byte order marks of #charset is <#text>'() {
        given:
        def body = bytes(MARKS[charset] * times, text.getBytes(charset))

        expect:
        BodyText.json(body, null).string() == text
        utf8(BodyText.json(body, null)) == text
        BodyText.xml(body, null).xmlReader().text == text

        where:
        [charset, times, text] << [MARKS.keySet(), [1, 2], ['', '<a/>', '<a>1234567</a>', '<a>é日</a>']].combinations()
    }

    def 'the text in #charset without a mark is <#text>'() {
        expect:
        BodyText.json(text.getBytes(charset), charset).string() == text
        utf8(BodyText.json(text.getBytes(charset), charset)) == text
        BodyText.xml(text.getBytes(charset), charset).xmlReader().text == text

        where:
        [charset, text] << [['UTF-8', 'ISO-8859-1', 'UTF-16BE', 'UTF-16LE', 'GB18030'], ['', '<a/>', '<a>123456é</a>', 'é']].combinations()
    }

    def 'a character that is not ASCII is noticed at place #place of #length'() {
        given:
        def text = 'a' * place + 'é' + 'a' * (length - place - 1)

        expect:
        BodyText.xml(text.getBytes('UTF-8'), null).xmlReader().text == text

        where:
        length | place
        1      | 0
        8      | 0
        8      | 7
        9      | 8
        17     | 15
        17     | 16
    }

    def 'bytes that are invalid in the encoding are an error, also at the beginning: #wrong'() {
        when:
        BodyText.json(bytes(wrong, [] as byte[]), null)."$form"()

        then:
        def e = thrown(UnreadableBodyException)
        e.message == 'it has bytes that are not UTF-8'

        where:
        [wrong, form] << [[[0xFF], [0x61, 0xFF], [0xEF, 0xBB, 0xBF, 0xFF], [0xC3], [0xED, 0xA0, 0x80]], ['string', 'utf8', 'xmlReader']].combinations()
    }

    def 'the replacement character is accepted if it was sent as such'() {
        expect:
        BodyText.json('\uFFFDa\uFFFD'.getBytes('UTF-8'), null).string() == '\uFFFDa\uFFFD'
    }

    def 'a character that XML does not allow is refused in XML only: #text.inspect()'() {
        expect:
        BodyText.json(text.getBytes('UTF-8'), null).string() == text

        when:
        BodyText.xml(text.getBytes('UTF-8'), null).xmlReader()

        then:
        def e = thrown(InvalidXmlException)
        e.message == 'it has a character that XML does not allow'

        where:
        text << ['\uFFFE', '\uFFFF', 'a\uFFFE', 'a\uFFFF']
    }

    def 'the charset #charset is not supported'() {
        when:
        BodyText.json('a'.bytes, charset)

        then:
        def e = thrown(UnreadableBodyException)
        e.message == 'its charset is not supported'

        where:
        charset << ['', 'nowhere', '../x', ' utf-8']
    }

    private static String utf8(BodyText text) {
        def buffer = text.utf8()
        new String(buffer.array(), buffer.arrayOffset() + buffer.position(), buffer.remaining(), 'UTF-8')
    }

    private static byte[] bytes(List<Integer> first, byte[] rest) {
        (first.collect { it as byte } + rest.toList()) as byte[]
    }
}
