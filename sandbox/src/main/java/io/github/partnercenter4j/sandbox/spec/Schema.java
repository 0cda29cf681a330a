package io.github.partnercenter4j.sandbox.spec;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A schema of a value. */
public sealed interface Schema {

    /**
     * Returns the place of the schema in the document.
     *
     * @return a JSON pointer (RFC 6901)
     */
    String pointer();

    /**
     * A reference to a schema of the document's components. It is not resolved, so that a schema may contain itself.
     *
     * @param name the name under {@code #/components/schemas}
     * @param pointer the place of the reference
     */
    record Ref(String name, String pointer) implements Schema {}

    /**
     * An object.
     *
     * @param name the name under {@code #/components/schemas}, or the name of the property for a schema without a name
     * @param xmlName the name of the element if the object is a document or an item of a list
     * @param dotnetType the full name of the .NET class ({@code x-dotnet-type}), or null
     * @param properties the properties in the order of the document
     * @param closed true if other properties are not allowed
     * @param pointer the place of the schema
     */
    record ObjectSchema(
            String name,
            String xmlName,
            @Nullable String dotnetType,
            List<Property> properties,
            boolean closed,
            String pointer)
            implements Schema {}

    /**
     * A list.
     *
     * @param items the schema of its items
     * @param itemXmlName the name of the element that holds an item
     * @param wrapped true if an element with the name of the property surrounds the items
     * @param pointer the place of the schema
     */
    record ArraySchema(Schema items, String itemXmlName, boolean wrapped, String pointer) implements Schema {}

    /**
     * A single value.
     *
     * @param type the type
     * @param format {@code int32}, {@code int64}, {@code float}, {@code double}, {@code uuid}, {@code date} or
     *     {@code date-time}, or null
     * @param bounds the bounds of the value
     * @param values the allowed values; empty allows any value
     * @param pointer the place of the schema
     */
    record Scalar(Type type, @Nullable String format, Bounds bounds, List<String> values, String pointer)
            implements Schema {

        /** The types of single values. */
        public enum Type {
            /** A string. */
            STRING,
            /** A whole number. */
            INTEGER,
            /** A number that may have a fraction. */
            NUMBER,
            /** True or false. */
            BOOLEAN
        }
    }

    /**
     * The bounds of the length of a string or the value of a number, both inclusive.
     *
     * @param minLength the minimum length of a string
     * @param maxLength the maximum length of a string, or null
     * @param minimum the minimum of a number, or null
     * @param maximum the maximum of a number, or null
     */
    record Bounds(
            int minLength,
            @Nullable Integer maxLength,
            @Nullable BigDecimal minimum,
            @Nullable BigDecimal maximum) {

        /** No bounds. */
        public static final Bounds NONE = new Bounds(0, null, null, null);
    }

    /**
     * A property of an object.
     *
     * @param name its name in JSON
     * @param xmlName the name of its element, and of the wrapper if it is a wrapped list
     * @param required true if every object has it
     * @param nullable true if its value may be null
     * @param schema the schema of its value
     * @param pointer the place of the property
     */
    record Property(String name, String xmlName, boolean required, boolean nullable, Schema schema, String pointer) {}
}
