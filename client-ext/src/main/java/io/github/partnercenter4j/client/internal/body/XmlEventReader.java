package io.github.partnercenter4j.client.internal.body;

import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamReader;
import javax.xml.stream.util.StreamReaderDelegate;

/**
 * A StAX reader that reports the events of its subclass: elements and texts, without namespaces and attributes. It
 * implements only the methods that Jackson calls.
 */
abstract class XmlEventReader extends StreamReaderDelegate {
    /** The start or end of an element, with its name, or a text. */
    record Event(int type, String text) {}

    private Event current = new Event(XMLStreamConstants.START_DOCUMENT, "");

    XmlEventReader(XMLStreamReader source) {
        super(source);
    }

    final int show(Event event) {
        current = event;
        return event.type();
    }

    @Override
    public int getEventType() {
        return current.type();
    }

    @Override
    public boolean hasNext() {
        return current.type() != XMLStreamConstants.END_DOCUMENT;
    }

    @Override
    public String getLocalName() {
        return current.text();
    }

    @Override
    public String getNamespaceURI() {
        return "";
    }

    @Override
    public int getAttributeCount() {
        return 0;
    }

    @Override
    public String getText() {
        return current.text();
    }
}
