package io.github.partnercenter4j.client.internal.body;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Locale;
import java.util.regex.Pattern;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * An error in XML as the tree that the same error in JSON is: each element under the root a text, or a list of texts.
 * Names come in lower case. What is deeper, given twice or mixed is left out.
 */
final class XmlFault {
    /** The document's Fault, the ApiFault of .NET, the Error of Web API: what is not called one is none, and is shown as it came. */
    private static final Pattern ROOT = Pattern.compile(".*(fault|error).*", Pattern.CASE_INSENSITIVE);

    private final XmlSource source = new XmlSource();

    JsonNode read(String text) throws XMLStreamException {
        XMLStreamReader reader = source.open(text);
        while (reader.next() != XMLStreamConstants.START_ELEMENT) {
            // A comment, an instruction or white space.
        }
        if (!ROOT.matcher(XmlSource.name(reader)).matches()) {
            throw new InvalidXmlException("its root element is no fault");
        }
        ObjectNode fault = JsonNodeFactory.instance.objectNode();
        for (int event = reader.next(); event != XMLStreamConstants.END_ELEMENT; event = reader.next()) {
            if (event == XMLStreamConstants.START_ELEMENT) {
                String name = XmlSource.name(reader).toLowerCase(Locale.ROOT);
                JsonNode value = value(reader, true);
                fault.set(name, fault.has(name) ? JsonNodeFactory.instance.missingNode() : value);
            }
        }
        while (reader.hasNext()) {
            reader.next();
        }
        return fault;
    }

    private static JsonNode value(XMLStreamReader reader, boolean mayBeList) throws XMLStreamException {
        if (XmlSource.isNil(reader)) {
            XmlSource.skip(reader);
            return JsonNodeFactory.instance.missingNode();
        }
        StringBuilder text = new StringBuilder();
        ArrayNode items = JsonNodeFactory.instance.arrayNode();
        for (int event = reader.next(); event != XMLStreamConstants.END_ELEMENT; event = reader.next()) {
            switch (event) {
                case XMLStreamConstants.START_ELEMENT -> {
                    if (mayBeList) {
                        items.add(value(reader, false));
                    } else {
                        XmlSource.skip(reader);
                        items.addNull();
                    }
                }
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE ->
                    text.append(reader.getText());
                default -> {}
            }
        }
        if (items.isEmpty()) {
            return JsonNodeFactory.instance.textNode(text.toString());
        }
        return mayBeList && text.toString().isBlank() ? items : JsonNodeFactory.instance.missingNode();
    }
}
