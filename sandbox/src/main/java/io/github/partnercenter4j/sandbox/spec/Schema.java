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
     * @param additional the schema of other properties, or null if the document gives none; JSON only
     * @param xml the namespace of the element if the object is a document
     * @param pointer the place of the schema
     */
    record ObjectSchema(
            String name,
            String xmlName,
            @Nullable String dotnetType,
            List<Property> properties,
            boolean closed,
            @Nullable Schema additional,
            XmlForm xml,
            String pointer)
            implements Schema {

        /**
         * Creates an object without a schema for other properties and without a namespace.
         *
         * @param name the name under {@code #/components/schemas}, or the name of the property
         * @param xmlName the name of the element
         * @param dotnetType the full name of the .NET class, or null
         * @param properties the properties in the order of the document
         * @param closed true if other properties are not allowed
         * @param pointer the place of the schema
         */
        public ObjectSchema(
                String name,
                String xmlName,
                @Nullable String dotnetType,
                List<Property> properties,
                boolean closed,
                String pointer) {
            this(name, xmlName, dotnetType, properties, closed, null, XmlForm.NONE, pointer);
        }
    }

    /**
     * A list.
     *
     * @param items the schema of its items
     * @param itemXmlName the name of the element that holds an item
     * @param wrapped true if an element with the name of the property surrounds the items
     * @param itemXml the namespace of the elements that hold the items
     * @param pointer the place of the schema
     */
    record ArraySchema(Schema items, String itemXmlName, boolean wrapped, XmlForm itemXml, String pointer)
            implements Schema {

        /**
         * Creates a list whose items have no namespace.
         *
         * @param items the schema of its items
         * @param itemXmlName the name of the element that holds an item
         * @param wrapped true if an element with the name of the property surrounds the items
         * @param pointer the place of the schema
         */
        public ArraySchema(Schema items, String itemXmlName, boolean wrapped, String pointer) {
            this(items, itemXmlName, wrapped, XmlForm.NONE, pointer);
        }
    }

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
     * What a value must satisfy besides its type.
     *
     * @param minLength the minimum length of a string
     * @param maxLength the maximum length of a string, or null
     * @param minimum the minimum of a number, or null
     * @param maximum the maximum of a number, or null
     * @param exclusiveMinimum true if a number must be larger than the minimum
     * @param exclusiveMaximum true if a number must be smaller than the maximum
     * @param multipleOf the number that a number must be a multiple of, or null
     * @param pattern the regular expression that must be found in a string, or null
     */
    record Bounds(
            int minLength,
            @Nullable Integer maxLength,
            @Nullable BigDecimal minimum,
            @Nullable BigDecimal maximum,
            boolean exclusiveMinimum,
            boolean exclusiveMaximum,
            @Nullable BigDecimal multipleOf,
            @Nullable String pattern) {

        /** No bounds. */
        public static final Bounds NONE = new Bounds(0, null, null, null);

        /**
         * Creates inclusive bounds.
         *
         * @param minLength the minimum length of a string
         * @param maxLength the maximum length of a string, or null
         * @param minimum the minimum of a number, or null
         * @param maximum the maximum of a number, or null
         */
        public Bounds(
                int minLength,
                @Nullable Integer maxLength,
                @Nullable BigDecimal minimum,
                @Nullable BigDecimal maximum) {
            this(minLength, maxLength, minimum, maximum, false, false, null, null);
        }
    }

    /**
     * How a value is written in XML, besides its name.
     *
     * @param attribute true if it is an attribute of the element that it belongs to
     * @param namespace the namespace of its name, or null
     * @param prefix the prefix of its name, or null; without a prefix, a namespace applies to the elements inside too
     */
    record XmlForm(
            boolean attribute,
            @Nullable String namespace,
            @Nullable String prefix) {

        /** An element without a namespace. */
        public static final XmlForm NONE = new XmlForm(false, null, null);
    }

    /**
     * A property of an object.
     *
     * @param name its name in JSON
     * @param xmlName the name of its element or attribute, and of the wrapper if it is a wrapped list
     * @param required true if every object has it
     * @param nullable true if its value may be null
     * @param schema the schema of its value
     * @param readOnly true if a request need not have it, even if it is required
     * @param xml how it is written in XML
     * @param pointer the place of the property
     */
    record Property(
            String name,
            String xmlName,
            boolean required,
            boolean nullable,
            Schema schema,
            boolean readOnly,
            XmlForm xml,
            String pointer) {

        /**
         * Creates a property that is an element without a namespace.
         *
         * @param name its name in JSON
         * @param xmlName the name of its element
         * @param required true if every object has it
         * @param nullable true if its value may be null
         * @param schema the schema of its value
         * @param pointer the place of the property
         */
        public Property(
                String name, String xmlName, boolean required, boolean nullable, Schema schema, String pointer) {
            this(name, xmlName, required, nullable, schema, false, XmlForm.NONE, pointer);
        }
    }
}
