package io.github.partnercenter4j.client.internal.body;

import java.util.Arrays;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import javax.xml.stream.util.StreamReaderDelegate;

/**
 * A StAX reader that reports the events of its subclass: elements and texts, without namespaces and attributes. It
 * implements only the methods that Jackson calls.
 */
abstract class XmlEventReader extends StreamReaderDelegate {
    // The events that are ready: their types, and the name of the element or the text. Reused, because there are many.
    private int[] types = new int[8];
    private String[] texts = new String[8];
    private int ready;
    private int shown = -1;
    private int type = XMLStreamConstants.START_DOCUMENT;
    private String text = "";

    XmlEventReader(XMLStreamReader source) {
        super(source);
    }

    /** Adds an event after those that are ready. */
    final void add(int eventType, String eventText) {
        if (ready == types.length) {
            types = Arrays.copyOf(types, 2 * ready);
            texts = Arrays.copyOf(texts, 2 * ready);
        }
        types[ready] = eventType;
        texts[ready] = eventText;
        ready++;
    }

    /** Makes at least one event ready, or none if the event that was read is not reported. */
    abstract void advance() throws XMLStreamException;

    @Override
    public final int next() throws XMLStreamException {
        shown++;
        if (shown >= ready) {
            shown = 0;
            ready = 0;
            while (ready == 0) {
                advance();
            }
        }
        type = types[shown];
        text = texts[shown];
        return type;
    }

    @Override
    public int getEventType() {
        return type;
    }

    @Override
    public boolean hasNext() {
        return type != XMLStreamConstants.END_DOCUMENT;
    }

    @Override
    public String getLocalName() {
        return text;
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
        return text;
    }
}
