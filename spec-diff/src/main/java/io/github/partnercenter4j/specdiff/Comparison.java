package io.github.partnercenter4j.specdiff;

import static io.github.partnercenter4j.specdiff.Change.Kind.ADDED;
import static io.github.partnercenter4j.specdiff.Change.Kind.BREAKING;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.swagger.v3.core.util.Yaml;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.openapitools.openapidiff.core.OpenApiCompare;
import org.openapitools.openapidiff.core.compare.OpenApiDiffOptions;
import org.openapitools.openapidiff.core.model.ChangedOpenApi;
import org.openapitools.openapidiff.core.model.ChangedOperation;

/**
 * Compares an OpenAPI document with the last released one. openapi-diff finds incompatible changes of the HTTP interface.
 * {@link Contract} adds the changes that break only callers of a generated client, and elements that openapi-diff ignores.
 */
public final class Comparison {
    private static final String OPERATION_ID = "incompatible.operation.id.changed";

    private final ChangedOpenApi openApiDiff;
    private final Version released;
    private final Version current;
    private final List<Change> changes;
    private final boolean same;

    private Comparison(ChangedOpenApi openApiDiff, JsonNode released, JsonNode current) {
        this.openApiDiff = openApiDiff;
        this.released = version(released);
        this.current = version(current);
        this.changes = new ArrayList<>(ContractChanges.between(Contract.of(released), Contract.of(current)));
        for (ChangedOperation operation : openApiDiff.getChangedOperations()) {
            if (operation.isIncompatible()) {
                changes.add(new Change(
                        BREAKING,
                        operation.getHttpMethod() + " " + operation.getPathUrl(),
                        "incompatible according to openapi-diff"));
            }
        }
        this.same = released.equals(current);
    }

    /**
     * Compares two documents.
     *
     * @param released the last released document, in YAML or JSON
     * @param current the current document
     * @return the comparison
     * @throws IllegalArgumentException if a document is not YAML, or its version does not have the form 1.2.3
     */
    public static Comparison of(String released, String current) {
        // Off by default in openapi-diff, but generated methods are named after the operation id.
        OpenApiDiffOptions options = OpenApiDiffOptions.builder()
                .configProperty(OPERATION_ID, "true")
                .build();
        return new Comparison(
                OpenApiCompare.fromContents(released, current, null, options), tree(released), tree(current));
    }

    /**
     * Returns the changes, except those of descriptions and examples.
     *
     * @return the changes in the order of the document
     */
    public List<Change> changes() {
        return List.copyOf(changes);
    }

    /**
     * Returns why the document cannot be released.
     *
     * @return what is wrong and what to do; empty if no change is breaking or the major version was raised
     */
    public Optional<String> objection() {
        List<Change> broken =
                changes.stream().filter(change -> change.kind() == BREAKING).toList();
        if (broken.isEmpty() || current.major() > released.major()) {
            return Optional.empty();
        }
        StringBuilder text = new StringBuilder("Breaking changes since version " + released + ":\n");
        broken.forEach(change -> text.append("  - ").append(change).append('\n'));
        return Optional.of(text + "Undo them, or raise info.version in api-spec/partner-center-orders.yaml from "
                + current + " to " + released.nextMajor() + " and say in CHANGELOG.md what callers have to do.");
    }

    /** Returns the lowest version that the changes allow under Semantic Versioning. A released version never changes. */
    Version requiredVersion() {
        if (has(BREAKING)) {
            return released.nextMajor();
        }
        if (has(ADDED)) {
            return released.nextMinor();
        }
        return same ? released : released.nextPatch();
    }

    /**
     * Returns what the changes mean for the version.
     *
     * @return one sentence
     */
    public String advice() {
        if (same) {
            return "The document is the released one, version " + released + ".";
        }
        String reason = has(BREAKING)
                ? "a change is breaking"
                : has(ADDED)
                        ? "something was added"
                        : changes.isEmpty() ? "only texts and examples changed" : "no change affects callers";
        return requiredVersion().compareTo(current) <= 0
                ? "Version " + current + " is right for a release: " + reason + " since " + released + "."
                : "A release needs version " + requiredVersion() + " or later, and info.version is " + current + ": "
                        + reason + " since " + released + ".";
    }

    private boolean has(Change.Kind kind) {
        return changes.stream().anyMatch(change -> change.kind() == kind);
    }

    Version released() {
        return released;
    }

    Version current() {
        return current;
    }

    ChangedOpenApi openApiDiff() {
        return openApiDiff;
    }

    private static Version version(JsonNode document) {
        return Version.of(document.at("/info/version").asText());
    }

    private static JsonNode tree(String document) {
        try {
            return Yaml.mapper().readTree(document);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("The document is not YAML: " + e.getOriginalMessage(), e);
        }
    }
}
