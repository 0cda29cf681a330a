package io.github.partnercenter4j.sandbox.spec;

import io.github.partnercenter4j.sandbox.spec.Schema.ArraySchema;
import io.github.partnercenter4j.sandbox.spec.Schema.ObjectSchema;
import io.github.partnercenter4j.sandbox.spec.Schema.Property;
import io.github.partnercenter4j.sandbox.spec.Schema.Scalar;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Rejects bodies that XML has no form for, or more than one. */
final class XmlCheck {

    private final SpecModel model;
    private final Set<Schema> checked = new HashSet<>();

    XmlCheck(SpecModel model) {
        this.model = model;
    }

    void check(Schema body) {
        if (!(model.resolve(body) instanceof ObjectSchema root)) {
            throw error(body, "must be an object, because it is the root of an XML document");
        }
        form(body);
        requireName(root.xmlName(), body.pointer());
    }

    private void form(Schema schema) {
        Schema resolved = model.resolve(schema);
        if (!checked.add(resolved)) {
            return;
        }
        if (resolved instanceof ArraySchema array) {
            requireName(array.itemXmlName(), array.items().pointer());
            if (model.resolve(array.items()) instanceof ArraySchema inner && !inner.wrapped()) {
                throw error(
                        array.items(), "is a list within a list, without a wrapper. Add xml with wrapped: true to it");
            }
            form(array.items());
        } else if (resolved instanceof ObjectSchema object) {
            object(object);
        }
    }

    private void object(ObjectSchema object) {
        if (object.additional() != null) {
            throw error(object.additional(), "is supported in JSON only, but is in an XML body too");
        }
        Map<String, String> names = new HashMap<>();
        for (Property property : object.properties()) {
            boolean attribute = property.xml().attribute();
            if (attribute && !(model.resolve(property.schema()) instanceof Scalar)) {
                throw new SpecException(property.pointer(), "is not a single value, but an attribute in XML");
            }
            String kind = attribute ? "the attribute " : "the element ";
            String name = name(property);
            requireName(property.xmlName(), property.pointer());
            // Partner Center reads names in any case.
            String other = names.put(kind + name.toLowerCase(Locale.ROOT), property.name());
            if (other != null) {
                throw new SpecException(
                        property.pointer(),
                        "has " + kind + name + " in XML, as " + other + " has. Give each an xml.name of its own");
            }
            form(property.schema());
        }
    }

    /** Returns the name of the element of a property, or of each item of a list without a wrapper. */
    private String name(Property property) {
        return model.resolve(property.schema()) instanceof ArraySchema array && !array.wrapped()
                ? array.itemXmlName()
                : property.xmlName();
    }

    private static void requireName(String name, String pointer) {
        if (!name.matches("[\\p{L}_][\\p{L}\\p{N}\\p{M}._-]*")) {
            throw new SpecException(
                    pointer,
                    (name.isEmpty() ? "has no name" : name + " is not a name") + " in XML. Give it an xml.name");
        }
    }

    private static SpecException error(Schema schema, String problem) {
        return new SpecException(schema.pointer(), problem);
    }
}
