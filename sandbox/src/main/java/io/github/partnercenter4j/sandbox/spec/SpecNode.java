package io.github.partnercenter4j.sandbox.spec;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A place in the document, with its JSON pointer. Rejects unknown keys. */
record SpecNode(JsonNode document, JsonNode node, String pointer) {

    static SpecNode root(JsonNode document) {
        return new SpecNode(document, document, "");
    }

    /** Rejects every key except these and extensions, which begin with {@code x-}. */
    SpecNode allow(String... keys) {
        Set<String> known = Set.of(keys);
        node.fieldNames().forEachRemaining(key -> {
            if (!known.contains(key) && !key.startsWith("x-")) {
                throw at(key).error("is not supported here");
            }
        });
        return this;
    }

    /** Returns the place itself, or the place that its {@code $ref} names. */
    SpecNode resolved() {
        if (!has("$ref")) {
            return this;
        }
        allow("$ref");
        String reference = text("$ref");
        JsonNode target = reference.startsWith("#/") ? document.at(reference.substring(1)) : MissingNode.getInstance();
        if (target.isMissingNode()) {
            throw at("$ref").error("refers to something that is not in this document: " + reference);
        }
        return new SpecNode(document, target, reference.substring(1));
    }

    boolean has(String key) {
        return node.has(key);
    }

    SpecNode at(String key) {
        return new SpecNode(
                document, node.path(key), pointer + "/" + key.replace("~", "~0").replace("/", "~1"));
    }

    Map<String, SpecNode> entries() {
        Map<String, SpecNode> entries = new LinkedHashMap<>();
        node.fieldNames().forEachRemaining(key -> entries.put(key, at(key)));
        return entries;
    }

    List<SpecNode> elements() {
        List<SpecNode> elements = new ArrayList<>();
        for (int i = 0; i < node.size(); i++) {
            elements.add(new SpecNode(document, node.get(i), pointer + "/" + i));
        }
        return elements;
    }

    List<String> texts(String key) {
        return at(key).elements().stream().map(each -> each.node().asText()).toList();
    }

    String text(String key) {
        if (!node.path(key).isTextual()) {
            throw error("has no string " + key);
        }
        return node.get(key).textValue();
    }

    @Nullable
    String textOrNull(String key) {
        return has(key) ? text(key) : null;
    }

    boolean flag(String key) {
        return node.path(key).asBoolean(false);
    }

    SpecException error(String problem) {
        return new SpecException(pointer, problem);
    }
}
