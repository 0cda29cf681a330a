package io.github.partnercenter4j.sandbox.spec;

import io.github.partnercenter4j.sandbox.spec.Schema.XmlForm;

/** Reads the {@code xml} keyword of schemas. */
final class XmlReader {

    private XmlReader() {}

    /** Returns the name of the element, or another name if the schema gives none. */
    static String name(SpecNode schema, String otherwise) {
        String name = xml(schema).textOrNull("name");
        if (name != null && name.contains(":")) {
            throw schema.at("xml").at("name").error("contains a colon: put what is before it into prefix");
        }
        return name == null ? otherwise : name;
    }

    /** Returns how an element or attribute is written. A reference without {@code xml} is written as what it names. */
    static XmlForm element(SpecNode schema) {
        SpecNode xml = xml(schema.has("xml") ? schema : SchemaReader.target(schema));
        String namespace = xml.textOrNull("namespace");
        String prefix = xml.textOrNull("prefix");
        if (prefix != null && namespace == null) {
            throw xml.at("prefix").error("needs a namespace beside it");
        }
        boolean attribute = xml.flag("attribute");
        if (attribute && namespace != null && prefix == null) {
            throw xml.at("namespace").error("needs a prefix beside it, because this is an attribute");
        }
        return namespace == null && !attribute ? XmlForm.NONE : new XmlForm(attribute, namespace, prefix);
    }

    private static SpecNode xml(SpecNode schema) {
        return schema.at("xml").allow("name", "wrapped", "attribute", "namespace", "prefix");
    }
}
