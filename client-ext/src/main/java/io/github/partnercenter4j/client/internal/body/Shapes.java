package io.github.partnercenter4j.client.internal.body;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonRootName;
import com.fasterxml.jackson.annotation.JsonValue;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.type.TypeFactory;
import io.github.partnercenter4j.model.XmlName;
import java.lang.reflect.RecordComponent;
import java.math.BigInteger;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

/** Derives shapes from the generated records. */
final class Shapes {
    private static final Set<Class<?>> INTEGERS = Set.of(Integer.class, Long.class, BigInteger.class);

    private final TypeFactory types;
    private final Map<JavaType, Shape> shapes = new ConcurrentHashMap<>();

    Shapes(TypeFactory types) {
        this.types = types;
    }

    Shape of(JavaType type) {
        Shape known = shapes.get(type);
        if (known == null) {
            known = derive(type);
            shapes.put(type, known);
        }
        return known;
    }

    private Shape derive(JavaType type) {
        Class<?> raw = type.getRawClass();
        if (Collection.class.isAssignableFrom(raw)) {
            return new Shape.OfList(new Shape.Lazy(this, type.getContentType()));
        }
        if (raw.isRecord() && !isOpenEnumeration(raw)) {
            return ofRecord(raw);
        }
        if (INTEGERS.contains(raw)) {
            return Shape.OfScalar.INTEGER;
        }
        return raw == String.class || raw.isRecord() ? Shape.OfScalar.TEXT : Shape.OfScalar.OTHER;
    }

    private Shape.OfObject ofRecord(Class<?> type) {
        Map<String, Shape.Property> byJsonName = new LinkedHashMap<>();
        Map<String, Shape.Property> byXmlName = new LinkedHashMap<>();
        SortedMap<String, Shape.Property> byXmlNameInAnyCase = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        SortedMap<String, Shape.Property> byAttribute = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        for (RecordComponent component : type.getRecordComponents()) {
            JsonProperty json = component.getAccessor().getAnnotation(JsonProperty.class);
            XmlName xml = component.getAnnotation(XmlName.class);
            String name = json == null ? component.getName() : json.value();
            Shape.Property property = new Shape.Property(
                    name,
                    new Shape.Lazy(this, types.constructType(component.getGenericType())),
                    byJsonName.size(),
                    xml == null || xml.wrapped());
            byJsonName.put(name, property);
            String xmlName = xml == null ? name : xml.value();
            if (xml != null && xml.attribute()) {
                byAttribute.put(xmlName, property);
            } else {
                byXmlName.put(xmlName, property);
                byXmlNameInAnyCase.put(xmlName, property);
            }
        }
        JsonRootName root = type.getAnnotation(JsonRootName.class);
        String rootName = root == null ? type.getSimpleName() : root.value();
        return new Shape.OfObject(
                rootName, RootNames.of(rootName), byJsonName, byXmlName, byXmlNameInAnyCase, byAttribute);
    }

    private static boolean isOpenEnumeration(Class<?> type) {
        RecordComponent[] components = type.getRecordComponents();
        return components.length == 1 && components[0].getAccessor().isAnnotationPresent(JsonValue.class);
    }
}
