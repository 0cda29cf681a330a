package io.github.partnercenter4j.client.internal.body;

import java.util.regex.Pattern;

/**
 * The allowed names of a root element: the name in the OpenAPI document and, for a collection, the names that .NET
 * serializers give to the generic ResourceCollection. DataContractSerializer appends a hash of the namespaces.
 */
record RootNames(String documented, Pattern allowed) {
    private static final String COLLECTION = "Collection";
    private static final String HASH = "([A-Za-z0-9_]{8,16})?";

    static RootNames of(String name) {
        String names = Pattern.quote(name);
        if (name.endsWith(COLLECTION)) {
            String item = name.substring(0, name.length() - COLLECTION.length());
            names += "|ResourceCollectionOf" + Pattern.quote(item) + HASH;
        }
        return new RootNames(name, Pattern.compile(names, Pattern.CASE_INSENSITIVE));
    }

    boolean allow(String name) {
        return name.equals(documented) || allowed.matcher(name).matches();
    }
}
