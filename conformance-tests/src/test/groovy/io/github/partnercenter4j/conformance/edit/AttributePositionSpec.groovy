package io.github.partnercenter4j.conformance.edit

import spock.lang.Specification

/** An attribute that is given twice, which a parser refuses and a tree cannot hold. */
class AttributePositionSpec extends Specification {
    def 'the attribute #name is written twice'() {
        given:
        def edit = new XmlEdit("<value xmlns:p=\"urn:a\" $name=\"x\"/>".bytes)

        when:
        new AttributePosition(edit.document.documentElement.getAttributeNode(name)).repeat()
        def text = new String(edit.bytes(), 'UTF-8')

        then:
        text.count("$name=\"x\"") == 2
        !text.contains('suite')

        where:
        name << ['b', 'p:b', 'p:b.c-d']
    }
}
