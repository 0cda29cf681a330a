package io.github.partnercenter4j.client.internal.body;

import com.fasterxml.jackson.databind.JavaType;
import java.util.ArrayDeque;
import java.util.BitSet;
import java.util.Queue;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/**
 * Reports XML from any .NET serializer in one normal form: elements with the names of the model, in their order, without
 * namespaces, attributes and elements that are unknown, nil or empty, and with numbers trimmed. Ambiguous XML is an error:
 * the wrong root, a repeated element, text where elements are expected, elements where text is expected, a list without
 * its wrapper, a nil item.
 */
final class XmlNormalizer extends XmlEventReader {
    /** Jackson ignores the names of list items. */
    private static final String ITEM = "item";

    /** An element that is not closed yet: an object or a list. */
    private static final class Frame {
        private final @Nullable Frame parent;
        private final String name;
        private final Shape shape;
        private final BitSet seen = new BitSet();
        private boolean shown;
        private boolean hasContent;

        private Frame(@Nullable Frame parent, String name, Shape shape) {
            this.parent = parent;
            this.name = name;
            this.shape = shape;
        }
    }

    private final XMLStreamReader source;
    private final Shapes shapes;
    private final Queue<Event> ready = new ArrayDeque<>();
    private @Nullable Frame innermost;

    private XmlNormalizer(XMLStreamReader source, Shapes shapes) {
        super(source);
        this.source = source;
        this.shapes = shapes;
    }

    /** Opens XML of the type and checks its root element. */
    static XmlNormalizer open(XMLStreamReader source, JavaType type, Shapes shapes) throws XMLStreamException {
        XmlNormalizer normalizer = new XmlNormalizer(source, shapes);
        normalizer.openRoot(shapes.of(type));
        return normalizer;
    }

    private void openRoot(Shape shape) throws XMLStreamException {
        while (source.next() != XMLStreamConstants.START_ELEMENT) {
            // A comment, an instruction or white space.
        }
        if (shape instanceof Shape.OfObject object && !RootNames.of(object).allow(XmlSource.name(source))) {
            throw new InvalidXmlException("its root element is not " + object.rootName());
        }
        if (XmlSource.isNil(source)) {
            throw new InvalidXmlException("its root element is nil");
        }
        show(new Event(XMLStreamConstants.START_ELEMENT, "root"));
        innermost = new Frame(null, "root", shape);
        innermost.shown = true;
    }

    @Override
    public int next() throws XMLStreamException {
        while (ready.isEmpty()) {
            advance();
        }
        return show(ready.remove());
    }

    private void advance() throws XMLStreamException {
        Frame frame = innermost;
        if (frame == null) {
            ready.add(new Event(XMLStreamConstants.END_DOCUMENT, ""));
            return;
        }
        switch (source.next()) {
            case XMLStreamConstants.START_ELEMENT -> {
                begin(frame);
                if (frame.shape instanceof Shape.OfObject object) {
                    property(frame, object);
                } else if (frame.shape instanceof Shape.OfList list) {
                    item(frame, list);
                } else {
                    throw new InvalidXmlException("it has elements where text is expected");
                }
            }
            case XMLStreamConstants.END_ELEMENT -> close(frame);
            case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> {
                if (!source.isWhiteSpace()) {
                    throw new InvalidXmlException("it has text where elements are expected, in " + frame.name);
                }
            }
            default -> {}
        }
    }

    private void property(Frame frame, Shape.OfObject object) throws XMLStreamException {
        Shape.Property property = object.xml(XmlSource.name(source));
        if (property == null) {
            XmlSource.skip(source);
            return;
        }
        if (frame.seen.get(property.index())) {
            throw new InvalidXmlException("it has " + property.name() + " twice");
        }
        frame.seen.set(property.index());
        if (XmlSource.isNil(source)) {
            XmlSource.skip(source);
            return;
        }
        Shape shape = shapes.of(property.type());
        if (shape instanceof Shape.OfScalar scalar) {
            String text = text(property.name(), scalar);
            if (!text.isEmpty()) {
                element(frame, property.name(), text);
            }
        } else {
            // Reported with its first child. Without children it is absent.
            innermost = new Frame(frame, property.name(), shape);
        }
    }

    private void item(Frame frame, Shape.OfList list) throws XMLStreamException {
        Shape shape = shapes.of(list.item());
        if (shape instanceof Shape.OfObject object && object.xml(XmlSource.name(source)) != null) {
            throw new InvalidXmlException("it has the list " + frame.name + " without its wrapper");
        }
        if (XmlSource.isNil(source)) {
            throw new InvalidXmlException("it has a nil item in " + frame.name);
        }
        if (shape instanceof Shape.OfScalar scalar) {
            element(frame, ITEM, text(ITEM, scalar));
        } else {
            innermost = new Frame(frame, ITEM, shape);
            begin(innermost);
        }
    }

    private void begin(Frame frame) {
        if (!frame.shown) {
            frame.shown = true;
            frame.parent.hasContent = true;
            ready.add(new Event(XMLStreamConstants.START_ELEMENT, frame.name));
        }
    }

    private void element(Frame parent, String name, String text) {
        parent.hasContent = true;
        ready.add(new Event(XMLStreamConstants.START_ELEMENT, name));
        ready.add(new Event(XMLStreamConstants.CHARACTERS, text));
        ready.add(new Event(XMLStreamConstants.END_ELEMENT, name));
    }

    private void close(Frame frame) throws XMLStreamException {
        innermost = frame.parent;
        if (!frame.shown) {
            return;
        }
        if (frame.parent == null) {
            closeRoot(frame);
        }
        if (!frame.hasContent && frame.shape instanceof Shape.OfObject) {
            // Jackson reads an empty element as an empty text, but an element with an unknown child as an object.
            element(frame, "_", "");
        }
        ready.add(new Event(XMLStreamConstants.END_ELEMENT, frame.name));
    }

    private void closeRoot(Frame frame) throws XMLStreamException {
        if (frame.shape instanceof Shape.OfObject object && frame.seen.isEmpty()) {
            throw new InvalidXmlException("it has none of the properties of " + object.rootName());
        }
        // The parser rejects anything but comments, instructions and white space after the root.
        while (source.hasNext()) {
            source.next();
        }
    }

    /** Reads the text of a scalar. Only strings keep their white space. */
    private String text(String name, Shape.OfScalar scalar) throws XMLStreamException {
        String text = text(name);
        if (scalar == Shape.OfScalar.TEXT) {
            return text;
        }
        String trimmed = text.strip();
        if (scalar == Shape.OfScalar.INTEGER && !trimmed.isEmpty() && !isInteger(trimmed)) {
            throw new InvalidXmlException(name + " is not a whole number");
        }
        return trimmed;
    }

    private String text(String name) throws XMLStreamException {
        String first = "";
        StringBuilder more = null;
        for (int event = source.next(); event != XMLStreamConstants.END_ELEMENT; event = source.next()) {
            switch (event) {
                // Usually one event. Comments, CDATA and long texts cause several.
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE -> {
                    if (first.isEmpty()) {
                        first = source.getText();
                    } else {
                        more = more == null ? new StringBuilder(first) : more;
                        more.append(source.getText());
                    }
                }
                case XMLStreamConstants.START_ELEMENT ->
                    throw new InvalidXmlException("it has elements where text is expected, in " + name);
                default -> {}
            }
        }
        return more == null ? first : more.toString();
    }

    /** True for digits without a leading zero, optionally after a minus. */
    private static boolean isInteger(String text) {
        int start = text.charAt(0) == '-' ? 1 : 0;
        for (int i = start; i < text.length(); i++) {
            if (text.charAt(i) < '0' || text.charAt(i) > '9') {
                return false;
            }
        }
        int digits = text.length() - start;
        return digits == 1 || digits > 1 && text.charAt(start) != '0';
    }
}
