package io.github.partnercenter4j.generator;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.regex.Pattern;

/** Finds references that lead out of a document, or nowhere. */
final class ReferenceRefusals {
    /** Parts of the document whose keys are names, and may be any. */
    private static final String NAMED = "/(callbacks|content|examples|headers|links|parameters|properties|requestBodies"
            + "|responses|schemas|securitySchemes)";
    /** Places with a value, and not with a part of the document of such a name. */
    private static final Pattern VALUES = Pattern.compile(".*(?<!" + NAMED + ")/(example|default|enum|x-[^/]*)"
            + "|.*(?<!/(properties|schemas))/examples/[^/]+/value");

    private final SourceDocument document;
    private final List<String> found;

    ReferenceRefusals(SourceDocument document, List<String> found) {
        this.document = document;
        this.found = found;
    }

    /** Anything in another document would not be checked here. An example may look like a reference. */
    void check(String pointer, JsonNode node) {
        if (VALUES.matcher(pointer).matches()) {
            return;
        }
        if (node.path("$ref").isTextual()) {
            reference(pointer + "/$ref", node.path("$ref").asText());
        }
        node.properties()
                .forEach(child -> check(pointer + "/" + SourceDocument.escaped(child.getKey()), child.getValue()));
        for (int i = 0; node.isArray() && i < node.size(); i++) {
            check(pointer + "/" + i, node.get(i));
        }
    }

    private void reference(String pointer, String reference) {
        JsonNode target = document.target(reference);
        if (!reference.startsWith("#")) {
            add(pointer, "refers to another document: " + reference, "Copy what it refers to into this document.");
        } else if (target.isMissingNode()) {
            add(pointer, "refers to nothing: " + reference, "Add what it refers to.");
        } else if (document.resolved(target).has("$ref")) {
            add(pointer, "refers to itself: " + reference, "Describe what it is.");
        }
    }

    private void add(String pointer, String problem, String advice) {
        found.add(Refusals.line(pointer, problem, advice));
    }
}
