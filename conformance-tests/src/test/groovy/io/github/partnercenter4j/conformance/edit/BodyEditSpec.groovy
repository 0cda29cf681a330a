package io.github.partnercenter4j.conformance.edit

import io.github.partnercenter4j.conformance.model.Route
import io.github.partnercenter4j.sandbox.spec.SpecModel
import java.nio.charset.StandardCharsets
import spock.lang.Specification

/** What an edit writes. A check that rejects a counterexample does not show that only the intended place was changed. */
class BodyEditSpec extends Specification {
    private static final SpecModel SPEC = SpecModel.read('''
openapi: 3.0.3
info: {title: Things, version: 1.0.0}
servers: [{url: 'https://example.com'}]
paths: {}
components:
  schemas:
    Part: {type: object, properties: {name: {type: string}, sizes: {type: array, items: {type: integer, xml: {name: size}}}}}
    Note: {type: object, additionalProperties: false, properties: {text: {type: string, xml: {namespace: 'urn:n', prefix: n}}}}
    Thing:
      type: object
      xml: {name: Thing}
      properties:
        id: {type: string}
        version: {type: string, xml: {attribute: true}}
        versioned: {type: object, xml: {name: version}, properties: {name: {type: string}}}
        kind: {type: string, xml: {attribute: true, namespace: 'urn:p', prefix: p}}
        tags: {type: array, items: {type: string, xml: {name: tag}}}
        grid: {type: array, xml: {wrapped: true}, items: {type: array, items: {$ref: '#/components/schemas/Part'}}}
        parts: {type: array, xml: {wrapped: true}, items: {$ref: '#/components/schemas/Part'}}
        loose: {type: array, items: {$ref: '#/components/schemas/Part'}}
        note: {$ref: '#/components/schemas/Note'}
        names: {type: object, additionalProperties: {$ref: '#/components/schemas/Part'}}
''')
    private static final THING = SPEC.schemas().Thing
    private static final String MORE = '"unknownToAnySpec":{"@class":"x","more":[1]}'
    private static final String MORE_XML = '<unknownToAnySpec a="b"><more>1</more></unknownToAnySpec>'

    private static String edited(BodyEdit edit, String place, String how, List<?> more) {
        new String(edit."$how"(Route.to(SPEC, THING, place), *more) as byte[], StandardCharsets.UTF_8)
    }

    def 'JSON: #how #more at #place of #body'() {
        expect:
        edited(new JsonEdit(body.bytes), place, how, more) == result

        where:
        place           | how              | more         | body                                   || result
        'id'            | 'drop'           | []           | '{"id":"a","version":"b"}'             || '{"version":"b"}'
        'id'            | 'empty'          | []           | '{"id":"a"}'                           || '{"id":""}'
        'tags'          | 'empty'          | []           | '{"tags":["a"]}'                       || '{"tags":[]}'
        'note'          | 'empty'          | []           | '{"note":{"text":"a"}}'                || '{"note":{}}'
        'tags'          | 'change'         | []           | '{"tags":["a","b"]}'                   || '{"tags":["b"]}'
        'note'          | 'change'         | []           | '{"note":{"text":"a","b":1}}'          || '{"note":{"b":1}}'
        'note'          | 'change'         | []           | '{"id":"a","note":{}}'                 || '{"id":"a"}'
        'id'            | 'change'         | []           | '{"id":false}'                         || '{"id":true}'
        'id'            | 'change'         | []           | '{"id":7}'                             || '{"id":6}'
        'id'            | 'change'         | []           | '{"id":1.5}'                           || '{"id":0.5}'
        'id'            | 'change'         | []           | '{"id":"a"}'                           || '{"id":"a changed"}'
        'id'            | 'twice'          | []           | '{"id":"a","version":"b"}'             || '{"id":"a","version":"b","id":"a"}'
        'parts[].name'  | 'drop'           | []           | '{"parts":[{"name":"a"},{"name":"b"}]}' || '{"parts":[{},{"name":"b"}]}'
        'tags'          | 'nothingForItem' | []           | '{"tags":["a","b"]}'                   || '{"tags":[null,"b"]}'
        'tags'          | 'wrongItem'      | []           | '{"tags":["a","b"]}'                   || '{"tags":[{},"b"]}'
        'parts'         | 'wrongItem'      | []           | '{"parts":[{"name":"a"},{}]}'          || '{"parts":["text",{}]}'
        'names'         | 'wrongItem'      | []           | '{"names":{"a":{},"b":{}}}'            || '{"names":{"a":"text","b":{}}}'
        'note'          | 'add'            | []           | '{"note":{}}'                          || '{"note":{"unknownToAnySpec":"x"}}'
        'grid'          | 'add'            | []           | '{"grid":[[{},{}],[{}]]}'              || '{"grid":[[{"unknownToAnySpec":"x"},{}],[{}]]}'
        'id'            | 'text'           | ['c']        | '\uFEFF{"id":"a"}'                     || '\uFEFF{"id":"c"}'
    }

    def 'JSON as a whole: #how'() {
        expect:
        new String(new JsonEdit(body.bytes)."$how"(*more) as byte[], StandardCharsets.UTF_8) == result

        where:
        how         | more          | body                                                    || result
        'reversed'  | []            | '{"id":"a","parts":[{"name":"b","sizes":[1,2]}],"note":{"a":1,"b":2}}' || '{"note":{"b":2,"a":1},"parts":[{"sizes":[1,2],"name":"b"}],"id":"a"}'
        'spaced'    | []            | '{"id":"a"}'                                            || " \t\r\n{${System.lineSeparator()}  \"id\" : \"a\"${System.lineSeparator()}}\n "
        'otherRoot' | []            | '{"id":"a"}'                                            || '[{"id":"a"}]'
        'widened'   | [SPEC, THING] | '{"id":"a","parts":[{},{}],"note":{},"names":{"a":{}}}' || "{\"id\":\"a\",\"parts\":[{$MORE},{$MORE}],\"note\":{},\"names\":{\"a\":{$MORE}},$MORE}"
    }

    def 'XML: #how #more at #place of #body'() {
        expect:
        edited(new XmlEdit("<Thing>$body</Thing>".bytes), place, how, more) == "<Thing>$result</Thing>"

        where:
        place           | how              | more         | body                                   || result
        'id'            | 'drop'           | []           | '<id>a</id><version>b</version>'       || '<version>b</version>'
        'id'            | 'change'         | []           | '<id>true</id>'                        || '<id>false</id>'
        'id'            | 'change'         | []           | '<id>false</id>'                       || '<id>true</id>'
        'id'            | 'change'         | []           | '<id>-7</id>'                          || '<id>-8</id>'
        'id'            | 'change'         | []           | '<id>1.5</id>'                         || '<id>0.5</id>'
        'id'            | 'text'           | ['b']        | '<id>a<!-- c --></id>'                 || '<id>b</id>'
        'id'            | 'twice'          | []           | '<id>a</id>'                           || '<id>a</id><id>a</id>'
        'note'          | 'change'         | []           | '<note><text>a</text><b/></note>'      || '<note><b/></note>'
        'note'          | 'change'         | []           | '<note a="b"/>'                        || '<note/>'
        'note'          | 'change'         | []           | '<id>a</id><note/>'                    || '<id>a</id>'
        'note'          | 'empty'          | []           | '<note a="b"><text>a</text></note>'    || '<note/>'
        'note'          | 'nothing'        | []           | '<note>a<text>a</text></note>'         || '<note xmlns:i="http://www.w3.org/2001/XMLSchema-instance" i:nil="true"/>'
        'note'          | 'put'            | ['object']   | '<note>a<text>a</text></note>'         || '<note><x>1</x></note>'
        'versioned.name' | 'drop'          | []           | '<versioned><name>a</name></versioned>' || '<versioned/>'
        'note.text'     | 'drop'           | []           | '<note><text>a</text><n:text xmlns:n="urn:n">b</n:text></note>' || '<note><text>a</text></note>'
        'note.text'     | 'rename'         | ['b']        | '<note><n:text xmlns:n="urn:n">b</n:text></note>' || '<note><n:b xmlns:n="urn:n">b</n:b></note>'
        'note'          | 'add'            | []           | '<note/>'                              || '<note><unknownToAnySpec>x</unknownToAnySpec></note>'
        'note'          | 'add'            | []           | '<note xmlns="urn:t"/>'                || '<note xmlns="urn:t"><unknownToAnySpec>x</unknownToAnySpec></note>'
        'grid'          | 'add'            | []           | '<grid><grid><grid/></grid><grid/></grid>' || '<grid><grid><grid><unknownToAnySpec>x</unknownToAnySpec></grid></grid><grid/></grid>'
        'parts[].name'  | 'text'           | ['c']        | '<parts><p><name>a</name></p><p><name>b</name></p></parts>' || '<parts><p><name>c</name></p><p><name>b</name></p></parts>'
        'loose[].name'  | 'text'           | ['c']        | '<loose><name>a</name></loose><loose><name>b</name></loose>' || '<loose><name>c</name></loose><loose><name>b</name></loose>'
        'parts'         | 'reverse'        | []           | '<parts><p><size>1</size><size>2</size><name>a</name></p><p><name>a</name><size>3</size></p></parts>' || '<parts><p><name>a</name><size>1</size><size>2</size></p><p><size>3</size><name>a</name></p></parts>'
        'parts'         | 'unwrap'         | []           | '<parts><p>a</p><p>b</p></parts>'      || '<p>a</p><p>b</p>'
        'parts'         | 'renameItem'     | ['q']        | '<parts><p>a</p><p>b</p></parts>'      || '<parts><q>a</q><p>b</p></parts>'
        'parts'         | 'nothingForItem' | []           | '<parts><p>a</p><p>b</p></parts>'      || '<parts><p xmlns:i="http://www.w3.org/2001/XMLSchema-instance" i:nil="true"/><p>b</p></parts>'
        'parts'         | 'wrongItem'      | []           | '<parts><p><name>a</name></p></parts>' || '<parts><p>one</p></parts>'
        'tags'          | 'wrongItem'      | []           | '<tag>a</tag><tag>b</tag>'             || '<tag><x>1</x></tag><tag>b</tag>'
        'tags'          | 'drop'           | []           | '<tag>a</tag><tags>c</tags><tag>b</tag>' || '<tags>c</tags>'
        'tags'          | 'change'         | []           | '<tag>a</tag><tag>b</tag>'             || '<tag>b</tag>'
        'tags'          | 'put'            | ['fraction'] | '<tag>a</tag><tag>b</tag>'             || '<tag>1.5</tag>'
        'tags'          | 'rename'         | ['t']        | '<tag>a</tag><tag>b</tag>'             || '<t>a</t><t>b</t>'
        'tags'          | 'twice'          | []           | '<tag>a</tag><tag>b</tag>'             || '<tag>a</tag><tag>a</tag><tag>b</tag>'
        'tags'          | 'move'           | ['urn:o']    | '<tag>a</tag><tag>b</tag>'             || '<tag xmlns="urn:o">a</tag><tag xmlns="urn:o">b</tag>'
        'tags'          | 'wrap'           | []           | '<tag>a</tag><tag>b</tag>'             || '<tags><tag>a</tag><tag>b</tag></tags>'
    }

    def 'XML with attributes: #how #more at #place'() {
        expect:
        edited(new XmlEdit('<Thing xmlns="urn:t" xmlns:p="urn:p" p:kind="a" version="1"><id>a</id></Thing>'.bytes), place, how, more) == result

        where:
        place     | how           | more         || result
        'version' | 'put'         | ['fraction'] || '<Thing xmlns="urn:t" xmlns:p="urn:p" p:kind="a" version="1.5"><id>a</id></Thing>'
        'version' | 'put'         | ['string']   || '<Thing xmlns="urn:t" xmlns:p="urn:p" p:kind="a" version="one"><id>a</id></Thing>'
        'version' | 'toElement'   | []           || '<Thing xmlns="urn:t" xmlns:p="urn:p" p:kind="a"><version>1</version><id>a</id></Thing>'
        'kind'    | 'toElement'   | []           || '<Thing xmlns="urn:t" xmlns:p="urn:p" version="1"><kind xmlns="urn:p">a</kind><id>a</id></Thing>'
        'kind'    | 'move'        | ['urn:o']    || '<Thing xmlns="urn:t" xmlns:p="urn:p" xmlns:moved="urn:o" moved:kind="a" version="1"><id>a</id></Thing>'
        'kind'    | 'move'        | [null]       || '<Thing xmlns="urn:t" xmlns:p="urn:p" kind="a" version="1"><id>a</id></Thing>'
        'kind'    | 'rename'      | ['b']        || '<Thing xmlns="urn:t" xmlns:p="urn:p" p:b="a" version="1"><id>a</id></Thing>'
        'id'      | 'toAttribute' | []           || '<Thing xmlns="urn:t" xmlns:p="urn:p" id="a" p:kind="a" version="1"/>'
    }

    def 'XML as a whole, every object that may have more gets an element more'() {
        expect:
        new String(new XmlWhole(SPEC, THING, '<Thing version="1"><version/><id>a</id><tag>a</tag><parts><p/><p/></parts><loose/><note/></Thing>'.bytes).widened(), 'UTF-8') ==
                "<Thing version=\"1\"><version>$MORE_XML</version><id>a</id><tag>a</tag><parts><p>$MORE_XML</p><p>$MORE_XML</p></parts><loose>$MORE_XML</loose><note/>$MORE_XML</Thing>"
    }

    def 'XML as a whole: #how #more'() {
        expect:
        new String(new XmlWhole(SPEC, THING, '<Thing xmlns="urn:t" xmlns:p="urn:p" p:kind="a" version="1"><id xmlns:q="urn:q">a</id></Thing>'.bytes)."$how"(*more) as byte[], 'UTF-8') == result

        where:
        how        | more      || result
        'moved'    | ['urn:o'] || '<r:Thing xmlns:a="urn:o" a:kind="a" version="1" xmlns:r="urn:o"><id xmlns="urn:o">a</id></r:Thing>'
        'moved'    | [null]    || '<Thing kind="a" version="1"><id>a</id></Thing>'
        'prefixed' | []        || '<r:Thing xmlns:a="urn:p" a:kind="a" version="1" xmlns:r="urn:t"><id xmlns="urn:t">a</id></r:Thing>'
    }

    def 'another text of the form of #text is #other'() {
        expect:
        BodyEdits.other(text) == other

        where:
        text                                   || other
        '2b000000-0000-4000-8000-000000000000' || '1b000000-0000-4000-8000-000000000000'
        '1b000000-0000-4000-8000-000000000000' || '2b000000-0000-4000-8000-000000000000'
        '2026-11-21T12:00:00Z'                 || '1026-11-21T12:00:00Z'
        '202-1'                                || '202-1 changed'
    }

    def 'the name #name in the other case is #other'() {
        expect:
        BodyEdits.otherCase(name) == other

        where:
        name   || other
        'name' || 'Name'
        'Name' || 'name'
        '1a'   || null
    }
}
