package io.github.partnercenter4j.client.internal.body;

import com.fasterxml.jackson.databind.JavaType;
import java.util.Map;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/** The structure of a type of the model, as far as it is needed to distinguish invalid bodies from empty ones. */
sealed interface Shape {
    /** A simple value. */
    enum OfScalar implements Shape {
        TEXT,
        INTEGER,
        /** A number with a fraction, a boolean, a date. */
        OTHER
    }

    /** A list or set. */
    record OfList(Lazy item) implements Shape {}

    /**
     * A property.
     *
     * @param name its name in JSON
     * @param index its position among the properties of its object
     * @param wrapped false for a list whose items are directly in the element of the object
     */
    record Property(String name, Lazy shape, int index, boolean wrapped) {}

    /** A shape that is derived when it is first needed, because a schema may contain itself. Then it is kept: it is asked for each element. */
    final class Lazy {
        private final Shapes shapes;
        private final JavaType type;
        // Several threads may derive it. They derive the same.
        private @Nullable Shape shape;

        Lazy(Shapes shapes, JavaType type) {
            this.shapes = shapes;
            this.type = type;
        }

        Shape get() {
            Shape known = shape;
            if (known == null) {
                known = shapes.of(type);
                shape = known;
            }
            return known;
        }
    }

    /**
     * A record of the model.
     *
     * @param rootName the name of its element if it is the root
     * @param rootNames what else a serializer may call it
     * @param byJsonName its properties
     * @param byXmlName its properties by element name, as documented
     * @param byXmlNameInAnyCase its properties by element name, compared without case
     * @param byAttribute its properties that are attributes in XML, by name, compared without case
     */
    record OfObject(
            String rootName,
            RootNames rootNames,
            Map<String, Property> byJsonName,
            Map<String, Property> byXmlName,
            SortedMap<String, Property> byXmlNameInAnyCase,
            SortedMap<String, Property> byAttribute)
            implements Shape {
        @Nullable
        Property xml(String name) {
            Property documented = byXmlName.get(name);
            return documented != null ? documented : byXmlNameInAnyCase.get(name);
        }

        /** True if an element without content is an object whose lists are empty. */
        boolean mayBeEmptyInXml() {
            return byXmlName.values().stream().anyMatch(property -> !property.wrapped());
        }

        /** The number of properties. */
        int size() {
            return byJsonName.size();
        }
    }
}
