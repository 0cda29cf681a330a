package io.github.partnercenter4j.client.internal.body;

import java.util.regex.Pattern;

/**
 * The names that the root element of a document may have: the one of the OpenAPI document and, for a collection, the ones
 * that .NET makes of its generic ResourceCollection, with a hash of the namespaces where DataContractSerializer writes it.
 */
record RootNames(Pattern permitted) {
    private static final String COLLECTION = "Collection";
    private static final String HASH = "([A-Za-z0-9_]{8,16})?";

    static RootNames of(Shape.OfObject shape) {
        String name = shape.rootName();
        String names = Pattern.quote(name);
        if (name.endsWith(COLLECTION)) {
            String item = name.substring(0, name.length() - COLLECTION.length());
            names += "|ResourceCollectionOf" + Pattern.quote(item) + HASH;
        }
        return new RootNames(Pattern.compile(names, Pattern.CASE_INSENSITIVE));
    }

    boolean permit(String name) {
        return permitted.matcher(name).matches();
    }
}
