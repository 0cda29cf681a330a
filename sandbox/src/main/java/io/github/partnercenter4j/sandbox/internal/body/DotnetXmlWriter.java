package io.github.partnercenter4j.sandbox.internal.body;

import io.github.partnercenter4j.sandbox.spec.Schema;
import io.github.partnercenter4j.sandbox.spec.Schema.ArraySchema;
import io.github.partnercenter4j.sandbox.spec.Schema.ObjectSchema;
import io.github.partnercenter4j.sandbox.spec.Schema.Property;
import io.github.partnercenter4j.sandbox.spec.Schema.Scalar;
import io.github.partnercenter4j.sandbox.spec.SpecModel;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Writes XML as the default formatter of ASP.NET Web API does: with DataContractSerializer, for classes without attributes.
 * Members are in alphabetical order, each class has its namespace, null is nil, and numbers are never absent.
 */
public record DotnetXmlWriter(SpecModel spec) implements BodyWriter {

    private static final String KEY_VALUE_PAIR = "System.Collections.Generic.KeyValuePair[";

    @Override
    public byte[] write(Schema schema, Object tree) {
        if (!(spec.resolve(schema) instanceof ObjectSchema root)) {
            throw new IllegalArgumentException("The root of an XML document must be an object: " + schema.pointer());
        }
        DotnetName name = DotnetName.of(type(root));
        StringBuilder xml = new StringBuilder("<").append(name.local());
        xml.append(" xmlns:i=\"http://www.w3.org/2001/XMLSchema-instance\" xmlns=\"");
        xml.append(name.namespace()).append("\">");
        members(xml, root, BodyWriter.object(root, tree), 1, Map.of(name.namespace(), ""));
        return xml.append("</").append(name.local()).append('>').toString().getBytes(StandardCharsets.UTF_8);
    }

    private static String type(ObjectSchema schema) {
        if (schema.dotnetType() != null) {
            return schema.dotnetType();
        }
        // Neither source document names the class of the fault. The official SDKs call it ApiFault.
        return "Microsoft.Partner.Services.Models." + (schema.name().equals("Fault") ? "ApiFault" : schema.name());
    }

    private void members(
            StringBuilder xml, ObjectSchema schema, Map<?, ?> tree, int depth, Map<String, String> prefixes) {
        // Members are properties in Pascal case, but a pair is a struct whose private fields are written.
        boolean fields = type(schema).startsWith(KEY_VALUE_PAIR);
        Map<String, Property> members = new TreeMap<>();
        for (Property property : schema.properties()) {
            members.put(fields ? property.name() : pascalCase(property.name()), property);
        }
        String prefix = prefixes.get(DotnetName.of(type(schema)).namespace());
        members.forEach((name, property) ->
                element(xml, prefix + name, property.schema(), tree.get(property.name()), depth + 1, prefixes));
    }

    private void element(
            StringBuilder xml,
            String name,
            Schema schema,
            @Nullable Object tree,
            int depth,
            Map<String, String> outer) {
        Schema form = spec.resolve(schema);
        Map<String, String> prefixes = new HashMap<>(outer);
        xml.append('<').append(name);
        String namespace = contentNamespace(form);
        if (namespace != null && !prefixes.containsKey(namespace)) {
            String prefix = "d" + depth + "p1";
            xml.append(" xmlns:").append(prefix).append("=\"").append(namespace).append('"');
            prefixes.put(namespace, prefix + ":");
        }
        Object value = tree == null && form instanceof Scalar scalar ? valueOfNothing(scalar) : tree;
        if (value == null) {
            xml.append(" i:nil=\"true\" />");
        } else if (value instanceof List<?> list && list.isEmpty()) {
            xml.append(" />");
        } else {
            xml.append('>');
            content(xml, form, value, depth, prefixes);
            xml.append("</").append(name).append('>');
        }
    }

    private void content(StringBuilder xml, Schema form, Object tree, int depth, Map<String, String> prefixes) {
        if (form instanceof ObjectSchema object) {
            members(xml, object, BodyWriter.object(object, tree), depth, prefixes);
        } else if (form instanceof ArraySchema array) {
            DotnetName item = itemName(array);
            for (Object each : new ArrayList<Object>((List<?>) tree)) {
                element(xml, prefixes.get(item.namespace()) + item.local(), array.items(), each, depth + 1, prefixes);
            }
        } else {
            XmlText.DOTNET.append(xml, tree.toString());
        }
    }

    private @Nullable String contentNamespace(Schema form) {
        if (form instanceof ObjectSchema object) {
            return DotnetName.of(type(object)).namespace();
        }
        return form instanceof ArraySchema array ? itemName(array).namespace() : null;
    }

    private DotnetName itemName(ArraySchema array) {
        Schema item = spec.resolve(array.items());
        if (item instanceof ObjectSchema object) {
            return DotnetName.of(type(object));
        }
        if (item instanceof Scalar scalar) {
            return new DotnetName(primitive(scalar), DotnetName.ARRAYS);
        }
        throw new IllegalArgumentException("A list of lists is not supported: " + array.pointer());
    }

    private static String primitive(Scalar scalar) {
        return switch (scalar.type()) {
            case STRING -> "string";
            case BOOLEAN -> "boolean";
            case INTEGER -> "int64".equals(scalar.format()) ? "long" : "int";
            case NUMBER -> scalar.format() == null ? "decimal" : scalar.format();
        };
    }

    private static @Nullable Object valueOfNothing(Scalar scalar) {
        return switch (scalar.type()) {
            case STRING -> null;
            case INTEGER, NUMBER -> 0;
            case BOOLEAN -> false;
        };
    }

    private static String pascalCase(String name) {
        return name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1);
    }
}
