package io.github.partnercenter4j.sandbox.spec;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A place in the document, which knows its JSON pointer and complains of what its reader does not know. */
record SpecNode(JsonNode document, JsonNode node, String pointer) {

    static SpecNode root(JsonNode document) {
        return new SpecNode(document, document, "");
    }

    /** Refuses every key but these and the extensions, which begin with {@code x-}. */
    SpecNode understanding(String... keys) {
        Set<String> known = Set.of(keys);
        node.fieldNames().forEachRemaining(key -> {
            if (!known.contains(key) && !key.startsWith("x-")) {
                throw at(key).error("is not understood here");
            }
        });
        return this;
    }

    /** What is meant: the place itself, or the one its {@code $ref} names. */
    SpecNode resolved() {
        if (!has("$ref")) {
            return this;
        }
        understanding("$ref");
        String reference = text("$ref");
        JsonNode target = reference.startsWith("#/") ? document.at(reference.substring(1)) : MissingNode.getInstance();
        if (target.isMissingNode()) {
            throw at("$ref").error("refers to nothing in this document: " + reference);
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
            throw error("has no text " + key);
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
