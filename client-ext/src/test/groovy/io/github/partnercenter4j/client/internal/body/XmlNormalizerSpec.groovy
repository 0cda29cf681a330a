package io.github.partnercenter4j.client.internal.body

import com.fasterxml.jackson.databind.type.TypeFactory
import io.github.partnercenter4j.client.internal.body.XmlFormsSpec.Pet
import javax.xml.stream.XMLStreamConstants
import spock.lang.Specification

/** The normal form in which Jackson reads XML. An object without content has an empty element that no model knows, because Jackson 2.15 reads an empty element as a text. */
class XmlNormalizerSpec extends Specification {
    static final Map<Integer, String> NAMES = [(XMLStreamConstants.START_ELEMENT): '+', (XMLStreamConstants.END_ELEMENT): '-', (XMLStreamConstants.CHARACTERS): '', (XMLStreamConstants.END_DOCUMENT): '.']

    def 'the events of #xml are #events, and there are no more'() {
        given:
        def normalizer = XmlNormalizer.open(new XmlSource().open(BodyText.xml(xml.bytes, null)), new Shapes(TypeFactory.defaultInstance()).of(TypeFactory.defaultInstance().constructType(Pet)))

        expect: 'the root is open already, as Jackson needs it'
        normalizer.eventType == XMLStreamConstants.START_ELEMENT
        normalizer.localName == 'root'

        when:
        def read = events.collect {
            assert normalizer.hasNext()
            def event = normalizer.next()
            assert normalizer.eventType == event
            assert normalizer.attributeCount == 0 && normalizer.namespaceURI == ''
            NAMES[event] + (event == XMLStreamConstants.CHARACTERS ? normalizer.text : normalizer.localName)
        }

        then:
        read == events
        !normalizer.hasNext()

        where:
        xml                                                                    || events
        '<Pet KEY="a"/>'                                                       || ['+id', 'a', '-id', '-root', '.']
        '<Pet><nick>a</nick></Pet>'                                            || ['+nicks', '+item', 'a', '-item', '-nicks', '-root', '.']
        '<Pet><nick>a</nick><NICK>b</NICK><sizes><x>1</x></sizes></Pet>'       || ['+nicks', '+item', 'a', '-item', '+item', 'b', '-item', '-nicks', '+sizes', '+item', '1', '-item', '-sizes', '-root', '.']
        '<Pet><sizes/><first/><unknown><first>a</first></unknown></Pet>'       || ['+_', '', '-_', '-root', '.']
        '<Pet><sizes><x>1</x></sizes><first><x/></first></Pet>'                || ['+sizes', '+item', '1', '-item', '-sizes', '+first', '+_', '', '-_', '-first', '-root', '.']
        '<Pet><p:First xmlns:p="urn:p" id="1"><name> a</name></p:First></Pet>' || ['+first', '+id', '1', '-id', '+name', ' a', '-name', '-first', '-root', '.']
    }
}
