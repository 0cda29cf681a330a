package io.github.partnercenter4j.sandbox;

import io.github.partnercenter4j.sandbox.spec.Schema;
import java.util.LinkedHashMap;
import java.util.Map;

/** What the service answers, before it is known in which media type. */
record Answer(int status, Schema schema, Object tree, Map<String, String> headers) {

    Answer(int status, Schema schema, Object tree) {
        this(status, schema, tree, Map.of());
    }

    Answer withHeader(String name, String value) {
        return withHeaders(Map.of(name, value));
    }

    Answer withHeaders(Map<String, String> others) {
        Map<String, String> more = new LinkedHashMap<>(headers);
        more.putAll(others);
        return new Answer(status, schema, tree, more);
    }

    Answer withTree(Object other) {
        return new Answer(status, schema, other, headers);
    }
}
