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
 * Reads an error in XML as the same tree as an error in JSON. Each element below the root becomes a text or a list of
 * texts, with its name in lower case. Elements that are nested deeper, repeated or mixed with text are left out.
 */
final class XmlFault {
    /** Matches the Fault of the spec, the ApiFault of .NET and the Error of Web API. Any other XML is not read as an error. */
    private static final Pattern ROOT = Pattern.compile(".*(fault|error).*", Pattern.CASE_INSENSITIVE);

    private final XmlSource source = new XmlSource();

    JsonNode read(BodyText text) throws XMLStreamException, UnreadableBodyException {
        XMLStreamReader reader = source.open(text);
        while (reader.next() != XMLStreamConstants.START_ELEMENT) {
            // A comment, an instruction or white space.
        }
        if (!ROOT.matcher(XmlSource.name(reader)).matches()) {
            throw new InvalidXmlException("its root element is not a fault");
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
