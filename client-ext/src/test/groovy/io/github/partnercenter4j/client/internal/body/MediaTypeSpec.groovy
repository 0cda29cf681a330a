package io.github.partnercenter4j.client.internal.body

import spock.lang.Specification

class MediaTypeSpec extends Specification {
    def '#text is read as #type with charset #charset'() {
        expect:
        MediaType.parse(text) == new MediaType(type, charset)

        where:
        text                                               || type                     | charset
        'application/json'                                 || 'application/json'       | null
        'Application/JSON ; Charset=UTF-8'                 || 'application/json'       | 'UTF-8'
        'text/xml;charset="utf-8"'                         || 'text/xml'               | 'utf-8'
        'text/xml; a="x;charset=no\\""; charset=utf-16'    || 'text/xml'               | 'utf-16'
        'application/problem+json; profile=x'              || 'application/problem+json' | null
        'application/json;'                                || 'application/json'       | null
        'application/json; charset=utf-8; charset=UTF-8'   || 'application/json'       | 'UTF-8'
    }

    def '#text is not a media type'() {
        expect:
        MediaType.parse(text) == null

        where:
        text << ['', ' ', 'json', '/', 'application/', 'application/json charset=utf-8', 'application/json, text/json',
                 'application/json; charset', 'application/json; charset=utf-8; charset=utf-16', 'application/json; charset="utf-8', 'a b/c']
    }

    def '#type is JSON: #json, XML: #xml'() {
        expect:
        MediaType.parse(type).isJson() == json
        MediaType.parse(type).isXml() == xml

        where:
        type                       || json  | xml
        'application/json'         || true  | false
        'text/json'                || true  | false
        'application/problem+json' || true  | false
        'application/xml'          || false | true
        'text/xml'                 || false | true
        'application/atom+xml'     || false | true
        'text/html'                || false | false
        'application/xml-dtd'      || false | false
        'application/jsonl'        || false | false
        'application/notjson'      || false | false
        'application/notxml'       || false | false
        'text/notxml'              || false | false
        'application/json+zip'     || false | false
        'application/xml+gzip'     || false | false
        'application/x-xml'        || false | false
        'json/application'         || false | false
        'multipart/json'           || false | false
    }
}
