package io.github.partnercenter4j.sandbox.spec;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The form of a value. */
public sealed interface Schema {

    /**
     * The place of the schema in the document.
     *
     * @return a JSON pointer (RFC 6901)
     */
    String pointer();

    /**
     * A schema of the document's components, by name. References stay what they are, so that a schema may contain itself.
     *
     * @param name the name under {@code #/components/schemas}
     * @param pointer the place of the reference
     */
    record Ref(String name, String pointer) implements Schema {}

    /**
     * An object.
     *
     * @param name the name under {@code #/components/schemas}, or for a schema without one the name of its property
     * @param xmlName the element's name where the object is a document or an item of a list
     * @param dotnetType the full name of the .NET class ({@code x-dotnet-type}), if the document gives one
     * @param properties the properties in the order of the document
     * @param closed whether other properties are forbidden
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
     * @param items the form of its items
     * @param itemXmlName the name of the element that holds an item
     * @param wrapped whether an element named after the property surrounds the items
     * @param pointer the place of the schema
     */
    record ArraySchema(Schema items, String itemXmlName, boolean wrapped, String pointer) implements Schema {}

    /**
     * A single value.
     *
     * @param type the type
     * @param format {@code int32}, {@code int64}, {@code float}, {@code double}, {@code uuid}, {@code date} or
     *     {@code date-time}, if the document gives one
     * @param bounds what it keeps to besides
     * @param values the only values that are allowed; any if there are none
     * @param pointer the place of the schema
     */
    record Scalar(Type type, @Nullable String format, Bounds bounds, List<String> values, String pointer)
            implements Schema {

        /** The types of single values. */
        public enum Type {
            /** Text. */
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
     * How long a string and how large a number may be. A bound is itself allowed.
     *
     * @param minLength how many characters a string has at least
     * @param maxLength how many characters a string has at most, if the document says so
     * @param minimum the lowest number, if the document gives one
     * @param maximum the highest number, if the document gives one
     */
    record Bounds(
            int minLength,
            @Nullable Integer maxLength,
            @Nullable BigDecimal minimum,
            @Nullable BigDecimal maximum) {

        /** Those of a value of which the document says nothing. */
        public static final Bounds NONE = new Bounds(0, null, null, null);
    }

    /**
     * A property of an object.
     *
     * @param name its name in JSON
     * @param xmlName the name of its element, and of the wrapper if it is a wrapped list
     * @param required whether every object has it
     * @param nullable whether null may stand for its value
     * @param schema the form of its value
     * @param pointer the place of the property
     */
    record Property(String name, String xmlName, boolean required, boolean nullable, Schema schema, String pointer) {}
}
