package io.github.partnercenter4j.client.internal.body

import io.github.partnercenter4j.model.XmlName
import spock.lang.Specification

/** Forms of XML that our OpenAPI document does not have, and documents of other projects do. */
class XmlFormsSpec extends Specification {
    static record Tag(@XmlName(value = 'id', attribute = true) Integer id, String name) {}

    static record Pet(@XmlName(value = 'key', attribute = true) String id, @XmlName(value = 'tag', wrapped = false) List<Tag> tags,
                      @XmlName(value = 'nick', wrapped = false) List<String> nicks, List<Integer> sizes, Tag first) {}

    static record Wide(@XmlName(value = 'a', attribute = true) String a, @XmlName(value = 'b', attribute = true) String b, @XmlName(value = 'c', attribute = true) String c,
                       @XmlName(value = 'd', attribute = true) String d, Integer number) {}

    static record Shop(List<Tag> tags) {}

    static record Owner(Pet pet, String name, String name2) {}

    def 'a pet is read: #xml'() {
        expect:
        read(xml).toString() == "Pet[id=$id, tags=$tags, nicks=$nicks, sizes=$sizes, first=$first]"

        where:
        xml                                                                     || id    | tags                                          | nicks    | sizes  | first
        '<Pet key="a"><first/></Pet>'                                           || 'a'   | null                                          | null     | null   | null
        '<Pet KEY=" a "/>'                                                      || ' a ' | null                                          | null     | null   | null
        '<Pet other="a"/>'                                                      || null  | null                                          | null     | null   | null
        '<Pet key=""/>'                                                         || null  | null                                          | null     | null   | null
        '<Pet key="a"><key>b</key></Pet>'                                       || 'a'   | null                                          | null     | null   | null
        '<Pet p:key="a" xmlns:p="urn:p" other="b"/>'                            || 'a'   | null                                          | null     | null   | null
        '<Pet><tag id=" 1 "/><tag/><tag id="2"><name>b</name></tag></Pet>'      || null  | '[Tag[id=1, name=null], Tag[id=null, name=null], Tag[id=2, name=b]]' | null | null | null
        '<Pet><tag><id>1</id></tag></Pet>'                                      || null  | '[Tag[id=null, name=null]]'                   | null     | null   | null
        '<Pet><nick>a</nick><TAG/><unknown/></Pet>'                             || null  | '[Tag[id=null, name=null]]'                   | '[a]'    | null   | null
        '<Pet><nick>a</nick><unknown/>\n<nick/><sizes><v>1</v></sizes></Pet>'   || null  | null                                          | '[a, ]'  | '[1]'  | null
        '<Pet><first id="1"/></Pet>'                                            || null  | null                                          | null     | null   | 'Tag[id=1, name=null]'
        '<Pet><first id="1"><name>b</name></first><nick>c</nick></Pet>'         || null  | null                                          | '[c]'    | null   | 'Tag[id=1, name=b]'
        '<Pet><first nil="1"><id>1</id></first><sizes><v>1</v></sizes></Pet>'   || null  | null                                          | null     | '[1]'  | null
        '<Pet key="a"/><!-- c --> '                                             || 'a'   | null                                          | null     | null   | null
        '<Pet><first id=""/><nick>c</nick></Pet>'                               || null  | null                                          | '[c]'    | null   | null
    }

    def 'a pet is refused: #xml'() {
        when:
        read(xml)

        then:
        def e = thrown(UnreadableBodyException)
        e.message == 'it is not XML of the documented form: ' + problem

        where:
        xml                                                          || problem
        '<Pet key="a" p:key="b" xmlns:p="urn:p"/>'                   || 'it has id twice'
        '<Pet><first id="x"/></Pet>'                                 || 'id is not a whole number'
        '<Pet><nick>a</nick><first/><nick>b</nick></Pet>'            || 'it has nicks in several places, with other elements between its items'
        '<Pet><nick><a/></nick></Pet>'                               || 'it has elements where text is expected, in item'
        '<Pet><nick n:nil="true" xmlns:n="urn:n"/></Pet>'            || 'it has a nil item in root'
        '<Pet><sizes/><sizes/></Pet>'                                || 'it has sizes twice'
        '<Tag other="a"/>'                                           || 'it has none of the properties of Tag'
        '<Pet><nick>a</nick>b</Pet>'                                 || 'it has text where elements are expected, in root'
        '<Cat><nick>a</nick></Cat>'                                  || 'its root element is not Pet'
    }

    def 'the whole number #text is #value'() {
        expect:
        read("<Wide><number>$text</number></Wide>", Wide).number() == value

        where:
        text             || value
        '0'              || 0
        '9'              || 9
        '10'             || 10
        '-1'             || -1
        '-0'             || 0
        '-909'           || -909
        '1<!-- c -->2'   || 12
        '\n2 '           || 2
        ''               || null
        ' '              || null
    }

    def '<#text> is not a whole number'() {
        when:
        read("<Wide><number>$text</number></Wide>", Wide)

        then:
        def e = thrown(UnreadableBodyException)
        e.message == 'it is not XML of the documented form: number is not a whole number'

        where:
        text << ['-', '--1', '1-', '+1', '00', '01', '-01', '1/', '/1', '1:', ':1', '1.0', '1 2', 'x']
    }

    def 'an element with more attributes than usual is read'() {
        expect:
        read('<Wide a="1" b="2" c="3" d="4"><number>5</number></Wide>', Wide) == new Wide('1', '2', '3', '4', 5)
    }

    def 'a list without a wrapper ends with its object'() {
        expect:
        read('<Owner><pet><nick>a</nick><tag id="1"/></pet><name>n</name><name2>m</name2></Owner>', Owner) ==
                new Owner(new Pet(null, [new Tag(1, null)], ['a'], null, null), 'n', 'm')
    }

    def 'the items of a list may have any names but those of their properties: #content'() {
        expect:
        read("<Shop><tags>$content</tags></Shop>", Shop).tags()*.name() == names

        where:
        content                                         || names
        '<a/><b><name>n</name></b><a/>'                 || [null, 'n', null]
        '<Tag><name>n</name></Tag><Tag nil="0"></Tag>'  || ['n', null]
    }

    def 'a body is refused for its #what'() {
        when:
        read(xml, type)

        then:
        def e = thrown(UnreadableBodyException)
        e.message.startsWith('it is not XML of the documented form: ' + problem)

        where:
        what                      | type | xml                                                     || problem
        'missing wrapper'         | Shop | '<Shop><tags><name>n</name></tags></Shop>'              || 'it has the list tags without its wrapper'
        'missing wrapper, later'  | Shop | '<Shop><tags><a/><NAME>n</NAME></tags></Shop>'          || 'it has the list tags without its wrapper'
        'text after the root'     | Pet  | '<Pet key="a"/>x'                                       || 'malformed (line 1, column '
        'second root'             | Pet  | '<Pet key="a"/><Pet key="a"/>'                          || 'malformed (line 1, column '
        'number beyond its range' | Wide | '<Wide><number>2147483648</number></Wide>'              || 'the value at number is invalid'
    }

    def 'equal short texts are one String'() {
        given:
        def pet = read('<Pet><nick>a</nick><nick>a</nick></Pet>') as Pet

        expect:
        pet.nicks()[0].is(pet.nicks()[1])
    }

    def 'an error late in a text is found when the text is read: #text.inspect()'() {
        when:
        read("<Tag><name>$text</name></Tag>")

        then:
        def e = thrown(UnreadableBodyException)
        e.message.startsWith('it is not XML of the documented form: ')

        where:
        text << ['abc&#x1;', 'abc &unknown;', 'abc]]>', 'abc\u0001', '<![CDATA[abc\u0001]]>', 'a' * 10_000 + '&#x1;']
    }

    private static Object read(String xml, Class<?> type = xml.startsWith('<Tag') ? Tag : Pet) {
        new BodyDecoder(Mappers.json()).decode(xml.getBytes('UTF-8'), MediaType.parse('application/xml'), type)
    }
}
