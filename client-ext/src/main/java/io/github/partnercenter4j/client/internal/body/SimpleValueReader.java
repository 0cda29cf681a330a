package io.github.partnercenter4j.client.internal.body;

import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** Reads simple values from elements and attributes. Only strings keep their white space. */
final class SimpleValueReader {
    private final XMLStreamReader source;
    private final RecentTexts texts = new RecentTexts();

    SimpleValueReader(XMLStreamReader source) {
        this.source = source;
    }

    /** Reads the current element to its end. */
    String element(String name, Shape.OfScalar scalar) throws XMLStreamException {
        return value(name, scalar, text(name));
    }

    /** Reads an attribute of the current element. */
    String attribute(int index, String name, Shape.OfScalar scalar) throws XMLStreamException {
        return value(name, scalar, source.getAttributeValue(index));
    }

    private static String value(String name, Shape.OfScalar scalar, String text) throws InvalidXmlException {
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
                        first = texts.of(source.getTextCharacters(), source.getTextStart(), source.getTextLength());
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
