package io.github.partnercenter4j.sandbox.internal.document

import com.fasterxml.jackson.dataformat.yaml.YAMLMapper
import spock.lang.Specification

class DocumentTextSpec extends Specification {

    def "#what is read, and stays as it is: #text.inspect()"() {
        given:
        def document = DocumentText.read(text)

        expect:
        document.tree().toString() == json
        document.plain() == text

        where:
        what                               | text              || json
        'YAML'                             | 'a: 1\n'          || '{"a":1}'
        'JSON'                             | '{"a": 1}'        || '{"a":1}'
        'JSON after a line'                | '\n {"a": 1}'     || '{"a":1}'
        'YAML that begins as JSON does'    | '{a: 1}'          || '{"a":1}'
        'a byte order mark'                | '\uFEFF{"a": 1}'  || '{"a":1}'
        'a star that is no alias'          | 'a: "*b"'         || '{"a":"*b"}'
        'a star in JSON'                   | '{"a": "*b"}'     || '{"a":"*b"}'
        'an anchor without an alias'       | 'a: &x 1'         || '{"a":1}'
    }

    def "#what is written anew, so that every reader of YAML reads the same: #text.inspect()"() {
        given:
        def document = DocumentText.read(text)

        expect:
        document.tree().toString() == json
        document.plain() != text
        new YAMLMapper().readTree(document.plain()) == document.tree()

        where:
        what                              | text                                       || json
        'an escape that YAML lacks'       | '{"a": "b\\/c"}'                           || '{"a":"b/c"}'
        'such an escape beside a star'    | '{"a": "*\\/"}'                            || '{"a":"*/"}'
        'an alias'                        | 'a: &x {b: 1}\nc: *x\n'                    || '{"a":{"b":1},"c":{"b":1}}'
        'a merge'                         | 'a: &x {b: 1}\nc:\n  <<: *x\n  d: 2\n'     || '{"a":{"b":1},"c":{"b":1,"d":2}}'
    }

    def "#what cannot be read, and the message is one line: #text.inspect()"() {
        when:
        DocumentText.read(text)

        then:
        def e = thrown(IllegalArgumentException)
        e.message.contains(problem)
        !e.message.contains('\n')

        where:
        what                   | text                  || problem
        'a key twice'          | 'a: 1\na: 2'          || "Duplicate field 'a'"
        'a key twice in JSON'  | '{"a": 1, "a": 2}'    || "Duplicate field 'a'"
        'a second document'    | 'a: 1\n---\nb: 2'     || 'Something follows the end of the document'
        'text after JSON'      | '{"a": 1} {"b": 2}'   || ''
        'half of an object'    | '{"a": 1'             || ''
        'an unknown alias'     | 'a: *x'               || 'x'
    }
}
