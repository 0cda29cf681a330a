package io.github.partnercenter4j.client.internal.body

import javax.xml.stream.XMLStreamException
import javax.xml.stream.XMLStreamReader
import spock.lang.Specification

class XmlSourceSpec extends Specification {
    def 'the element #element has the name #name'() {
        expect:
        XmlSource.name(first("<$element xmlns:p='urn:p'/>")) == name

        where:
        element                                || name
        'a'                                    || 'a'
        'p:a'                                  || 'a'
        'a_b'                                  || 'a_b'
        '_'                                    || '_'
        '_x0031_'                              || '1'
        'a_x0020_b_x0024_'                     || 'a b$'
        'a_x002_'                              || 'a_x002_'
        'a_xG000_'                             || 'a_xG000_'
        '_x003C_Name_x003E_k__BackingField'    || 'Name'
        '_x003C_Name_x003E_k__BackingFields'   || '<Name>k__BackingFields'
    }

    def 'an element with #attributes is nil: #nil'() {
        expect:
        XmlSource.isNil(first("<a xmlns:p='urn:p' $attributes/>")) == nil

        where:
        attributes              || nil
        ''                      || false
        'nil="true"'            || true
        'p:nil="true"'          || true
        'nil="1"'               || true
        'nil=" TRUE "'          || true
        'b="c" nil="true"'      || true
        'nil="false"'           || false
        'nil="0"'               || false
        'nil="10"'              || false
        'nil=""'                || false
        'b="true"'              || false
        'nil2="true"'           || false
    }

    def 'an element is skipped with its content: #content'() {
        given:
        def reader = first("<a>$content</a>")
        reader.next()

        when:
        XmlSource.skip(reader)

        then:
        reader.endElement && reader.localName == 'b'
        reader.next()
        reader.startElement && reader.localName == 'next'

        where:
        content << ['<b/><next/>', '<b><b><c/></b>text<b/></b><next/>', '<b><!-- c --><![CDATA[</b>]]><?p i?></b><next/>']
    }

    def 'other XML than 1.0, a document type and its entities are refused: #xml'() {
        when:
        def reader = open(xml)
        while (reader.hasNext()) {
            reader.next()
        }

        then:
        def e = thrown(XMLStreamException)
        InvalidXmlException.describe(e) == message

        where:
        xml                                                        || message
        '<?xml version="1.1"?><a/>'                                || 'it is not XML 1.0'
        '<!DOCTYPE a><a/>'                                         || 'it has a document type declaration'
        '<!DOCTYPE a [<!ENTITY e "x">]><a>&e;</a>'                 || 'it has a document type declaration'
        '<!DOCTYPE a SYSTEM "file:///nowhere"><a/>'                || 'it has a document type declaration'
    }

    def 'XML 1.0 is accepted, also without a declaration: #xml'() {
        expect:
        open(xml).with { next() == START_ELEMENT && next() == CHARACTERS && text == '<' }

        where:
        xml << ['<a>&lt;</a>', '<?xml version="1.0"?><a>&lt;</a>', '<?xml version="1.0" standalone="yes"?><a>&#60;</a>']
    }

    private static XMLStreamReader open(String xml) {
        new XmlSource().open(BodyText.xml(xml.bytes, null))
    }

    private static XMLStreamReader first(String xml) {
        open(xml).tap { next() }
    }
}
