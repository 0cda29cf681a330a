package io.github.partnercenter4j.client.internal.body

import io.github.partnercenter4j.model.XmlName
import spock.lang.Specification

/** Forms of XML that our OpenAPI document does not have, and documents of other projects do. */
class XmlFormsSpec extends Specification {
    static record Tag(@XmlName(value = 'id', attribute = true) Integer id, String name) {}

    static record Pet(@XmlName(value = 'key', attribute = true) String id, @XmlName(value = 'tag', wrapped = false) List<Tag> tags,
                      @XmlName(value = 'nick', wrapped = false) List<String> nicks, List<Integer> sizes, Tag first) {}

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
    }

    private static Object read(String xml) {
        new BodyDecoder(Mappers.json()).decode(xml.getBytes('UTF-8'), MediaType.parse('application/xml'), xml.startsWith('<Tag') ? Tag : Pet)
    }
}
