package io.github.partnercenter4j.specdiff;

import static io.github.partnercenter4j.specdiff.Change.Kind.ADDED;
import static io.github.partnercenter4j.specdiff.Change.Kind.BROKEN;

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
 * A document beside the one released last. openapi-diff judges what goes over the wire; what it calls compatible and is
 * none for callers of a generated client, and what it does not read, comes from {@link Contract}.
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
                        BROKEN,
                        operation.getHttpMethod() + " " + operation.getPathUrl(),
                        "is incompatible by openapi-diff"));
            }
        }
        this.same = released.equals(current);
    }

    /**
     * Compares two documents.
     *
     * @param released the document released last, in YAML or JSON
     * @param current the document as it is now
     * @return what is different
     * @throws IllegalArgumentException if one of them is no OpenAPI document with a version of the form 1.2.3
     */
    public static Comparison of(String released, String current) {
        // openapi-diff does not ask for it by itself, and the generated method is named after it.
        OpenApiDiffOptions options = OpenApiDiffOptions.builder()
                .configProperty(OPERATION_ID, "true")
                .build();
        return new Comparison(
                OpenApiCompare.fromContents(released, current, null, options), tree(released), tree(current));
    }

    /**
     * Lists the differences, without those of words and examples.
     *
     * @return the differences in the order of the document
     */
    public List<Change> changes() {
        return List.copyOf(changes);
    }

    /**
     * Tells what forbids the document as it stands.
     *
     * @return what is wrong and what to do, or nothing where the version says enough
     */
    public Optional<String> objection() {
        List<Change> broken =
                changes.stream().filter(change -> change.kind() == BROKEN).toList();
        if (broken.isEmpty() || current.major() > released.major()) {
            return Optional.empty();
        }
        StringBuilder text = new StringBuilder("Callers of version " + released + " break:\n");
        broken.forEach(change -> text.append("  - ").append(change).append('\n'));
        return Optional.of(text + "Take it back, or raise info.version in api-spec/partner-center-orders.yaml from "
                + current + " to " + released.nextMajor() + " and tell callers in CHANGELOG.md what to do.");
    }

    /** The least version that says what happened. */
    Version due() {
        if (changes.stream().anyMatch(change -> change.kind() == BROKEN)) {
            return released.nextMajor();
        }
        if (changes.stream().anyMatch(change -> change.kind() == ADDED)) {
            return released.nextMinor();
        }
        return same ? released : released.nextPatch();
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
