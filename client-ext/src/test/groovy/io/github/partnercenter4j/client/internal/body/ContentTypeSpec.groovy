package io.github.partnercenter4j.client.internal.body

import spock.lang.Specification

class ContentTypeSpec extends Specification {
    def 'the values #lines are #type with the charset #charset'() {
        expect:
        ContentType.of(lines) == new MediaType(type, charset)

        where:
        lines                                                                             || type               | charset
        ['application/json']                                                              || 'application/json' | null
        ['application/json, application/json']                                            || 'application/json' | null
        ['application/json,application/json,']                                            || 'application/json' | null
        ['application/json', 'Application/JSON']                                          || 'application/json' | null
        ['application/json; charset=utf-8, APPLICATION/json ;Charset="UTF-8"']            || 'application/json' | 'utf-8'
        ['application/json; charset=utf-8', 'application/json; charset=utf-8, application/json;charset=utf-8'] || 'application/json' | 'utf-8'
        ['text/xml; a="b, c"; charset=utf-8']                                             || 'text/xml'         | 'utf-8'
        ['text/xml; a="b\\", c/d", text/xml; a="b\\", c/d"']                              || 'text/xml'         | null
        ['application/json; odata=verbose, application/json; odata=verbose']              || 'application/json' | null
        ['application/json, application/json; charset=utf-16']                            || 'application/json' | 'utf-16'
        ['text/xml; charset=utf-8, text/xml', 'text/xml']                                 || 'text/xml'         | 'utf-8'
        ['application/json; charset=utf-8; charset="UTF-8"']                              || 'application/json' | 'UTF-8'
        ['', 'application/json']                                                          || 'application/json' | null
    }

    def 'the values #lines are refused: #reason'() {
        when:
        ContentType.of(lines)

        then:
        def e = thrown(UnreadableBodyException)
        e.message == reason

        where:
        lines                                                                || reason
        []                                                                   || 'its Content-Type is missing'
        ['']                                                                 || 'its Content-Type is missing'
        [' , ']                                                              || 'its Content-Type is missing'
        ['json']                                                             || 'its Content-Type is not a media type: json'
        ['application/json, json']                                           || 'its Content-Type is not a media type: json'
        ['text/xml; a="b, text/xml']                                         || 'its Content-Type is not a media type: text/xml; a="b, text/xml'
        ['application/json, text/html']                                      || 'it has Content-Types that differ: application/json and text/html'
        ['application/json', 'application/json', 'application/xml']          || 'it has Content-Types that differ: application/json and application/xml'
        ['application/json; charset=utf-8, application/json; charset=utf-16'] || 'it has Content-Types that differ: application/json; charset=utf-16 and application/json; charset=utf-8'
        ['text/xml; charset=utf-8, text/xml, text/xml; charset=utf-16']      || 'it has Content-Types that differ: text/xml; charset=utf-16 and text/xml; charset=utf-8'
        ['text/xml; charset=utf-8; charset=utf-16']                          || 'its Content-Type is not a media type: text/xml; charset=utf-8; charset=utf-16'
        ['x' * 200]                                                          || 'its Content-Type is not a media type: ' + 'x' * 200
        ['x' * 201]                                                          || 'its Content-Type is not a media type: ' + 'x' * 200 + '...'
        ['x' * 500]                                                          || 'its Content-Type is not a media type: ' + 'x' * 200 + '...'
    }
}
