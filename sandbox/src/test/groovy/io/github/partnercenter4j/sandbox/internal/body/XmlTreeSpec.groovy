package io.github.partnercenter4j.sandbox.internal.body

import io.github.partnercenter4j.sandbox.spec.SpecModel
import spock.lang.Shared
import spock.lang.Specification

class XmlTreeSpec extends Specification {

    private static final DOCUMENT = '''\
        openapi: 3.0.3
        info: {title: t, version: '1'}
        paths: {}
        components:
          schemas:
            Names: {type: array, items: {type: string}}
            Part: {type: object, properties: {text: {type: string, xml: {attribute: true}}, no: {type: integer, xml: {attribute: true, name: number}}}}
            Thing:
              type: object
              xml: {name: thing}
              properties:
                name: {type: string}
                count: {type: integer}
                weight: {type: number}
                sold: {type: boolean, nullable: true}
                photos: {type: array, xml: {wrapped: true}, items: {type: string, xml: {name: photo}}}
                parts: {type: array, items: {allOf: [{$ref: '#/components/schemas/Part'}], xml: {name: part}}}
                whole: {allOf: [{$ref: '#/components/schemas/Thing'}]}
        '''.stripIndent()
    private static final NIL = 'xmlns:i="http://www.w3.org/2001/XMLSchema-instance" i:nil='

    @Shared SpecModel spec = SpecModel.read(DOCUMENT)

    def "#xml is #json"() {
        expect:
        new XmlTree(spec).read(spec.schemas().Thing, xml.bytes).toString() == json

        where:
        xml                                                                      || json
        '<thing/>'                                                               || '{}'
        '<t:thing xmlns:t="urn:t"><t:name>a</t:name></t:thing>'                   || '{"name":"a"}'
        '<thing>text<name> a </name>text</thing>'                                || '{"name":" a "}'
        '<thing><name/></thing>'                                                 || '{"name":""}'
        '<thing><count> 7 </count><weight>-1.50e2</weight></thing>'              || '{"count":7,"weight":-150}'
        '<thing><count>seven</count></thing>'                                    || '{"count":"seven"}'
        '<thing><sold>true</sold></thing>'                                       || '{"sold":true}'
        '<thing><sold> false </sold></thing>'                                    || '{"sold":false}'
        '<thing><sold>yes</sold></thing>'                                        || '{"sold":"yes"}'
        "<thing><sold $NIL'true'/></thing>"                                      || '{"sold":null}'
        "<thing><sold $NIL'false'>true</sold></thing>"                           || '{"sold":true}'
        '<thing><photos><photo>a</photo><photo>b</photo></photos></thing>'       || '{"photos":["a","b"]}'
        '<thing><photos/></thing>'                                               || '{"photos":[]}'
        '<thing><part text="a" number="7"/><part number="8" text="b"/></thing>'  || '{"parts":[{"text":"a","no":7},{"text":"b","no":8}]}'
        '<thing><part/><part text="a"/></thing>'                                 || '{"parts":[{},{"text":"a"}]}'
        '<thing><whole><name>a</name></whole></thing>'                           || '{"whole":{"name":"a"}}'
        '<thing><name><first>a</first></name></thing>'                           || '{"name":{}}'
        '<thing><other>a</other></thing>'                                        || '{"other":"a"}'
    }

    def "#what is no value of any schema"() {
        expect:
        new XmlTree(spec).read(spec.schemas().Thing, xml.bytes).at(place).pojo

        where:
        what                        | xml                                                 | place
        'an element that is twice'  | '<thing><name>a</name><name>b</name></thing>'       | '/name'
        'an item of another name'   | '<thing><photos><image>a</image></photos></thing>'  | '/photos/0'
    }

    def "a document that is nil is null"() {
        expect:
        new XmlTree(spec).read(spec.schemas().Thing, "<thing $NIL'true'/>".bytes).isNull()
    }

    def "#what is refused"() {
        when:
        new XmlTree(spec).read(spec.schemas()[schema], xml.bytes)

        then:
        thrown(IllegalArgumentException)

        where:
        what                    | schema  | xml
        'another root'          | 'Thing' | '<part/>'
        'a list as the root'    | 'Names' | '<Names/>'
        'text'                  | 'Thing' | 'thing'
        'a document type'       | 'Thing' | '<!DOCTYPE thing><thing/>'
        'an undeclared prefix'  | 'Thing' | '<t:thing/>'
    }

    def "nothing is printed about XML that is not well formed"() {
        given:
        def before = System.err
        def printed = new ByteArrayOutputStream()
        System.err = new PrintStream(printed)

        when:
        new XmlTree(spec).read(spec.schemas().Thing, '<thing>'.bytes)

        then:
        thrown(IllegalArgumentException)
        printed.toString() == ''

        cleanup:
        System.err = before
    }
}
