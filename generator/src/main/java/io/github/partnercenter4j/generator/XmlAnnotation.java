package io.github.partnercenter4j.generator;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.XML;
import org.openapitools.codegen.utils.ModelUtils;

/**
 * The arguments of the annotation XmlName. They come from the document, because the generator mixes the name of a property
 * with that of the schema to which it refers.
 *
 * @param document the document, in which references are looked up
 */
record XmlAnnotation(OpenAPI document) {
    /** Returns the arguments, or null if the JSON name in a wrapped or simple element is right. */
    String of(String property, Schema<?> schema) {
        Schema<?> target = ModelUtils.getReferencedSchema(document, schema);
        if (target == null) {
            return null;
        }
        XML xml = target.getXml();
        if (ModelUtils.isArraySchema(target)) {
            boolean wrapped = xml != null && Boolean.TRUE.equals(xml.getWrapped());
            return wrapped ? name(xml) : quoted(itemName(property, target)) + ", wrapped = false";
        }
        if (xml != null && Boolean.TRUE.equals(xml.getAttribute())) {
            return quoted(xml.getName() == null ? property : xml.getName()) + ", attribute = true";
        }
        return xml == null ? null : name(xml);
    }

    /** Without a wrapper, the name of the list itself has no effect. */
    private String itemName(String property, Schema<?> list) {
        Schema<?> items = ModelUtils.getReferencedSchema(document, ModelUtils.getSchemaItems(list));
        return items == null || items.getXml() == null || items.getXml().getName() == null
                ? property
                : items.getXml().getName();
    }

    private static String name(XML xml) {
        return xml.getName() == null ? null : '"' + xml.getName() + '"';
    }

    private static String quoted(String name) {
        return "value = \"" + name + '"';
    }
}
