package io.github.partnercenter4j.sandbox.internal.body;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The namespaces that are declared at an element: those by prefix, and under an empty prefix the one of names without a prefix.
 *
 * @param namespaces the namespaces by prefix
 * @param declarations the declarations that the last name needs, with a space before each
 */
record XmlScope(Map<String, String> namespaces, String declarations) {

    static final XmlScope EMPTY = new XmlScope(Map.of(), "");

    /** Returns the namespaces at or in something with this name. A name without a namespace declares nothing. */
    XmlScope with(XmlName name) {
        String namespace = name.form().namespace();
        String prefix = prefix(name.form().prefix());
        if (namespace == null || namespace.equals(namespaces.get(prefix))) {
            return new XmlScope(namespaces, "");
        }
        Map<String, String> more = new HashMap<>(namespaces);
        more.put(prefix, namespace);
        StringBuilder declaration = new StringBuilder(prefix.isEmpty() ? " xmlns=\"" : " xmlns:" + prefix + "=\"");
        XmlText.DOCUMENTED.appendAttribute(declaration, namespace);
        return new XmlScope(more, declaration.append('"').toString());
    }

    private static String prefix(@Nullable String prefix) {
        return prefix == null ? "" : prefix;
    }
}
