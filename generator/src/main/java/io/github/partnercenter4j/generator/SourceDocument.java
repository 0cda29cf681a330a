package io.github.partnercenter4j.generator;

import com.fasterxml.jackson.databind.JsonNode;
import io.swagger.v3.core.util.Yaml;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * An OpenAPI document as it was written. The generator's own parser drops and resolves what {@link Refusals} must see.
 *
 * @param root the document
 */
record SourceDocument(JsonNode root) {
    /** Reads a file, a resource of the class path, or a URL. JSON is YAML too. */
    static SourceDocument read(String location) {
        try (InputStream text = open(location)) {
            return new SourceDocument(Yaml.mapper().readTree(text));
        } catch (IOException e) {
            throw new UncheckedIOException("The OpenAPI document could not be read: " + location, e);
        }
    }

    private static InputStream open(String location) throws IOException {
        if (location.matches("(?i)(https?|file|jar):.*")) {
            return URI.create(location).toURL().openStream();
        }
        Path file = Path.of(location);
        InputStream resource = SourceDocument.class.getClassLoader().getResourceAsStream(location);
        return Files.exists(file) || resource == null ? Files.newInputStream(file) : resource;
    }

    /** Returns the names of the schemas that others refer to. */
    Set<String> schemas() {
        return root.at("/components/schemas")
                .propertyStream()
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
    }

    /** Returns the target of a reference, or the node itself. The target of a wrong reference is a missing node. */
    JsonNode resolved(JsonNode node) {
        JsonNode target = node;
        // A chain of references. More would be a circle.
        for (int i = 0; i < 20 && target.has("$ref"); i++) {
            target = target(target.path("$ref").asText());
        }
        return target;
    }

    /** Returns what a reference names, which may be another reference; a missing node if it is not in this document. */
    JsonNode target(String reference) {
        return reference.startsWith("#/") ? root.at(pointer(reference)) : root.path("no such thing");
    }

    /** Returns the JSON pointer of a reference within the document. In a URL, it may have escapes (RFC 6901 section 6). */
    static String pointer(String reference) {
        try {
            return URLDecoder.decode(reference.substring(1).replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return reference.substring(1);
        }
    }

    /** Escapes a name for a JSON pointer (RFC 6901). */
    static String escaped(String name) {
        return name.replace("~", "~0").replace("/", "~1");
    }
}
