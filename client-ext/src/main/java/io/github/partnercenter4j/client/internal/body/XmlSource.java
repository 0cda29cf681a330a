package io.github.partnercenter4j.client.internal.body;

import com.ctc.wstx.stax.WstxInputFactory;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import javax.xml.stream.util.StreamReaderDelegate;
import org.codehaus.stax2.XMLInputFactory2;

/**
 * Opens XML 1.0 safely. A document type declaration is rejected before it is expanded, an entity other than the five
 * predefined ones is an error, and nothing is loaded from outside.
 */
final class XmlSource {
    /** How .NET serializers encode characters that XML names cannot contain, such as _x003C_ for an angle bracket. */
    private static final Pattern ENCODED_CHARACTER = Pattern.compile("_x([0-9A-Fa-f]{4})_");

    private static final Pattern BACKING_FIELD = Pattern.compile("<(.+)>k__BackingField");

    private final XMLInputFactory factory = new WstxInputFactory();

    XmlSource() {
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        // Otherwise an error in a text is reported late, as an unchecked exception.
        factory.setProperty(XMLInputFactory2.P_LAZY_PARSING, false);
        factory.setXMLResolver((publicId, systemId, baseUri, namespace) -> {
            throw new InvalidXmlException("it refers to an external resource");
        });
    }

    /** Returns a reader before its first event. */
    XMLStreamReader open(BodyText text) throws XMLStreamException, UnreadableBodyException {
        XMLStreamReader reader = factory.createXMLStreamReader(text.xmlReader());
        if (reader.getVersion() != null && !reader.getVersion().equals("1.0")) {
            throw new InvalidXmlException("it is not XML 1.0");
        }
        return new StreamReaderDelegate(reader) {
            @Override
            public int next() throws XMLStreamException {
                int event = super.next();
                if (event == XMLStreamConstants.DTD) {
                    throw new InvalidXmlException("it has a document type declaration");
                }
                if (event == XMLStreamConstants.ENTITY_REFERENCE) {
                    throw new InvalidXmlException("it has an entity that is not predefined");
                }
                return event;
            }
        };
    }

    /** Returns the local name of an element, decoded by the rules of .NET. */
    static String name(XMLStreamReader reader) {
        String name = reader.getLocalName();
        if (name.indexOf('_') < 0) {
            return name;
        }
        String decoded = ENCODED_CHARACTER
                .matcher(name)
                .replaceAll(
                        match -> Matcher.quoteReplacement(String.valueOf((char) Integer.parseInt(match.group(1), 16))));
        Matcher field = BACKING_FIELD.matcher(decoded);
        return field.matches() ? field.group(1) : decoded;
    }

    /** True if the element has the attribute nil, with any prefix, and its value is true or 1. */
    static boolean isNil(XMLStreamReader reader) {
        for (int i = 0; i < reader.getAttributeCount(); i++) {
            if (reader.getAttributeLocalName(i).equals("nil")) {
                String value = reader.getAttributeValue(i).trim().toLowerCase(Locale.ROOT);
                return value.equals("true") || value.equals("1");
            }
        }
        return false;
    }

    /** Skips an element with all its content. */
    static void skip(XMLStreamReader reader) throws XMLStreamException {
        int depth = 1;
        while (depth > 0) {
            int event = reader.next();
            if (event == XMLStreamConstants.START_ELEMENT) {
                depth++;
            } else if (event == XMLStreamConstants.END_ELEMENT) {
                depth--;
            }
        }
    }
}
