package io.github.partnercenter4j.sandbox.internal.body;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.github.partnercenter4j.sandbox.spec.Schema;
import io.github.partnercenter4j.sandbox.spec.Schema.ArraySchema;
import io.github.partnercenter4j.sandbox.spec.Schema.ObjectSchema;
import io.github.partnercenter4j.sandbox.spec.Schema.Property;
import io.github.partnercenter4j.sandbox.spec.Schema.Scalar;
import io.github.partnercenter4j.sandbox.spec.SpecModel;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.DefaultHandler;

/** Reads XML by the {@code xml} rules of the schemas, as the tree that the same value has in JSON. Namespaces make no difference. */
public record XmlTree(SpecModel spec) {

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final String INSTANCE = "http://www.w3.org/2001/XMLSchema-instance";

    /**
     * Reads a document.
     *
     * @throws IllegalArgumentException if it is not well formed, has a DOCTYPE, or another root than the schema
     */
    public JsonNode read(Schema schema, byte[] xml) {
        Element root = root(xml);
        if (!(spec.resolve(schema) instanceof ObjectSchema object)
                || !root.getLocalName().equals(object.xmlName())) {
            throw new IllegalArgumentException("The root has another name");
        }
        return value(object, root);
    }

    private static Element root(byte[] xml) {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
            factory.setNamespaceAware(true);
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            DocumentBuilder builder = factory.newDocumentBuilder();
            // By default, an error is printed too.
            builder.setErrorHandler(new DefaultHandler());
            return builder.parse(new ByteArrayInputStream(xml)).getDocumentElement();
        } catch (SAXException | IOException e) {
            // The latter if it is not in its encoding.
            throw new IllegalArgumentException(e);
        } catch (ParserConfigurationException e) {
            throw new IllegalStateException(e);
        }
    }

    private JsonNode value(Schema schema, Element element) {
        if (element.getAttributeNS(INSTANCE, "nil").equals("true")) {
            return NullNode.instance;
        }
        Schema form = spec.resolve(schema);
        if (form instanceof ObjectSchema object) {
            return object(object, element);
        } else if (form instanceof ArraySchema array) {
            return items(array, children(element));
        }
        return children(element).isEmpty() ? scalar((Scalar) form, element.getTextContent()) : NODES.objectNode();
    }

    private ObjectNode object(ObjectSchema schema, Element element) {
        ObjectNode tree = NODES.objectNode();
        List<Element> others = new ArrayList<>(children(element));
        for (Property property : schema.properties()) {
            Schema form = spec.resolve(property.schema());
            if (property.xml().attribute()) {
                attribute(property, element).ifPresent(text -> tree.set(property.name(), scalar((Scalar) form, text)));
                continue;
            }
            boolean items = form instanceof ArraySchema array && !array.wrapped();
            String name = items ? ((ArraySchema) form).itemXmlName() : property.xmlName();
            List<Element> own = others.stream()
                    .filter(each -> each.getLocalName().equals(name))
                    .toList();
            others.removeAll(own);
            if (items && !own.isEmpty()) {
                tree.set(property.name(), items((ArraySchema) form, own));
            } else if (own.size() == 1) {
                tree.set(property.name(), value(property.schema(), own.get(0)));
            } else if (!own.isEmpty()) {
                // A value of no schema that is not a map.
                tree.set(property.name(), NODES.pojoNode(own));
            }
        }
        others.forEach(each -> tree.put(each.getLocalName(), each.getTextContent()));
        return tree;
    }

    private static Optional<String> attribute(Property property, Element element) {
        return Stream.iterate(0, i -> i < element.getAttributes().getLength(), i -> i + 1)
                .map(element.getAttributes()::item)
                .filter(each -> property.xmlName().equals(each.getLocalName()))
                .map(Node::getNodeValue)
                .findFirst();
    }

    private ArrayNode items(ArraySchema array, List<Element> elements) {
        ArrayNode items = NODES.arrayNode();
        elements.forEach(each -> items.add(
                each.getLocalName().equals(array.itemXmlName()) ? value(array.items(), each) : NODES.pojoNode(each)));
        return items;
    }

    /** Returns a text where the value has another type, which is not valid there. */
    private static JsonNode scalar(Scalar scalar, String text) {
        String value = text.strip();
        return switch (scalar.type()) {
            case STRING -> TextNode.valueOf(text);
            case BOOLEAN ->
                value.matches("true|false") ? BooleanNode.valueOf(value.equals("true")) : TextNode.valueOf(value);
            case INTEGER, NUMBER ->
                value.matches("[+-]?[0-9]{1,400}(\\.[0-9]{1,400})?([eE][+-]?[0-9]{1,4})?")
                        ? DecimalNode.valueOf(new BigDecimal(value))
                        : TextNode.valueOf(value);
        };
    }

    private static List<Element> children(Element element) {
        List<Element> children = new ArrayList<>();
        for (Node child = element.getFirstChild(); child != null; child = child.getNextSibling()) {
            if (child instanceof Element each) {
                children.add(each);
            }
        }
        return children;
    }
}
