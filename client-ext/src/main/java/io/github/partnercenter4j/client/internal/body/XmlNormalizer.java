package io.github.partnercenter4j.client.internal.body;

import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/**
 * Reports XML from any .NET serializer in one normal form: elements with the names of the model, in their order, without
 * namespaces and elements that are unknown, nil or empty, with attributes as elements, and with numbers trimmed. Ambiguous XML is an error:
 * the wrong root, a repeated element, text where elements are expected, elements where text is expected, a list without
 * its wrapper, a nil item.
 */
final class XmlNormalizer extends XmlEventReader {
    /** Jackson ignores the names of list items. */
    private static final String ITEM = "item";

    private static final boolean[] NONE = {};

    /** An element that is not closed yet: an object or a list. */
    private static final class Frame {
        private final @Nullable Frame parent;
        private final String name;
        private final Shape shape;
        /** By the index of a property. */
        private final boolean[] seen;

        /** The name of the item that was read last. */
        private @Nullable String item;

        /** The list without a wrapper whose items were read last. */
        private Shape.@Nullable Property list;

        private boolean shown;
        private boolean hasContent;
        private boolean hasProperty;

        private Frame(@Nullable Frame parent, String name, Shape shape) {
            this.parent = parent;
            this.name = name;
            this.shape = shape;
            this.seen = shape instanceof Shape.OfObject object ? new boolean[object.size()] : NONE;
        }
    }

    private final XMLStreamReader source;
    private final SimpleValueReader values;
    private @Nullable Frame innermost;

    private XmlNormalizer(XMLStreamReader source) {
        super(source);
        this.source = source;
        this.values = new SimpleValueReader(source);
    }

    /** Opens XML of the type and checks its root element. */
    static XmlNormalizer open(XMLStreamReader source, Shape shape) throws XMLStreamException {
        XmlNormalizer normalizer = new XmlNormalizer(source);
        normalizer.openRoot(shape);
        return normalizer;
    }

    private void openRoot(Shape shape) throws XMLStreamException {
        while (source.next() != XMLStreamConstants.START_ELEMENT) {
            // A comment, an instruction or white space.
        }
        if (shape instanceof Shape.OfObject object && !object.rootNames().allow(XmlSource.name(source))) {
            throw new InvalidXmlException("its root element is not " + object.rootName());
        }
        if (XmlSource.isNil(source)) {
            throw new InvalidXmlException("its root element is nil");
        }
        add(XMLStreamConstants.START_ELEMENT, "root");
        next();
        Frame root = new Frame(null, "root", shape);
        root.shown = true;
        open(root);
    }

    @Override
    void advance() throws XMLStreamException {
        Frame frame = innermost;
        if (frame == null) {
            add(XMLStreamConstants.END_DOCUMENT, "");
            return;
        }
        switch (source.next()) {
            case XMLStreamConstants.START_ELEMENT -> {
                begin(frame);
                if (frame.shape instanceof Shape.OfObject object) {
                    property(frame, object);
                } else if (frame.shape instanceof Shape.OfList list) {
                    requireItem(frame, list);
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
        Shape shape = property.shape().get();
        if (property.wrapped() || !(shape instanceof Shape.OfList list)) {
            see(frame, property);
            element(frame, property, shape);
            return;
        }
        if (frame.list != property) {
            see(frame, property);
            frame.list = property;
            add(XMLStreamConstants.START_ELEMENT, property.name());
        }
        item(frame, list);
    }

    /** Notes a property. Reports the end of the list before it: its items must be next to each other. */
    private void see(Frame frame, Shape.Property property) throws XMLStreamException {
        if (frame.seen[property.index()]) {
            throw new InvalidXmlException("it has " + property.name()
                    + (property.wrapped() ? " twice" : " in several places, with other elements between its items"));
        }
        frame.seen[property.index()] = true;
        frame.hasProperty = true;
        closeList(frame);
    }

    private void closeList(Frame frame) {
        if (frame.list != null) {
            add(XMLStreamConstants.END_ELEMENT, frame.list.name());
            frame.list = null;
        }
    }

    private void element(Frame frame, Shape.Property property, Shape shape) throws XMLStreamException {
        if (XmlSource.isNil(source)) {
            XmlSource.skip(source);
        } else if (shape instanceof Shape.OfScalar scalar) {
            String text = values.element(property.name(), scalar);
            if (!text.isEmpty()) {
                element(frame, property.name(), text);
            }
        } else {
            // Reported with its first child. Without children it is absent.
            open(new Frame(frame, property.name(), shape));
        }
    }

    /** Rejects the properties of an item in place of the item. */
    private void requireItem(Frame frame, Shape.OfList list) throws InvalidXmlException {
        String name = source.getLocalName();
        if (name.equals(frame.item)) {
            return;
        }
        if (list.item().get() instanceof Shape.OfObject object && object.xml(XmlSource.name(source)) != null) {
            throw new InvalidXmlException("it has the list " + frame.name + " without its wrapper");
        }
        frame.item = name;
    }

    private void item(Frame frame, Shape.OfList list) throws XMLStreamException {
        if (XmlSource.isNil(source)) {
            throw new InvalidXmlException("it has a nil item in " + frame.name);
        }
        Shape shape = list.item().get();
        if (shape instanceof Shape.OfScalar scalar) {
            element(frame, ITEM, values.element(ITEM, scalar));
        } else {
            Frame item = new Frame(frame, ITEM, shape);
            begin(item);
            open(item);
        }
    }

    /** Enters an element, and reports its attributes as if they were elements. */
    private void open(Frame frame) throws XMLStreamException {
        innermost = frame;
        if (!(frame.shape instanceof Shape.OfObject object)
                || object.byAttribute().isEmpty()) {
            return;
        }
        for (int i = 0; i < source.getAttributeCount(); i++) {
            Shape.Property property = object.byAttribute().get(source.getAttributeLocalName(i));
            if (property != null && property.shape().get() instanceof Shape.OfScalar scalar) {
                see(frame, property);
                String text = values.attribute(i, property.name(), scalar);
                if (!text.isEmpty()) {
                    begin(frame);
                    element(frame, property.name(), text);
                }
            }
        }
    }

    private void begin(Frame frame) {
        if (!frame.shown) {
            frame.shown = true;
            frame.parent.hasContent = true;
            add(XMLStreamConstants.START_ELEMENT, frame.name);
        }
    }

    private void element(Frame parent, String name, String text) {
        parent.hasContent = true;
        add(XMLStreamConstants.START_ELEMENT, name);
        add(XMLStreamConstants.CHARACTERS, text);
        add(XMLStreamConstants.END_ELEMENT, name);
    }

    private void close(Frame frame) throws XMLStreamException {
        innermost = frame.parent;
        if (!frame.shown) {
            return;
        }
        closeList(frame);
        if (frame.parent == null) {
            closeRoot(frame);
        }
        if (!frame.hasContent && frame.shape instanceof Shape.OfObject) {
            // Jackson reads an empty element as an empty text, but an element with an unknown child as an object.
            element(frame, "_", "");
        }
        add(XMLStreamConstants.END_ELEMENT, frame.name);
    }

    private void closeRoot(Frame frame) throws XMLStreamException {
        if (frame.shape instanceof Shape.OfObject object && !frame.hasProperty && !object.mayBeEmptyInXml()) {
            throw new InvalidXmlException("it has none of the properties of " + object.rootName());
        }
        // The parser rejects anything but comments, instructions and white space after the root.
        while (source.hasNext()) {
            source.next();
        }
    }
}
