package io.github.partnercenter4j.client.internal.body;

import com.fasterxml.jackson.databind.JavaType;
import java.util.Locale;
import java.util.Map;
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
    record OfList(JavaType item) implements Shape {}

    /**
     * A property.
     *
     * @param name its name in JSON
     * @param index its position among the properties of its object
     */
    record Property(String name, JavaType type, int index) {}

    /**
     * A record of the model.
     *
     * @param rootName the name of its element if it is the root
     * @param byJsonName its properties
     * @param byXmlName its properties by element name, as documented and in lower case
     */
    record OfObject(String rootName, Map<String, Property> byJsonName, Map<String, Property> byXmlName)
            implements Shape {
        @Nullable
        Property xml(String name) {
            Property documented = byXmlName.get(name);
            return documented != null ? documented : byXmlName.get(name.toLowerCase(Locale.ROOT));
        }
    }
}
