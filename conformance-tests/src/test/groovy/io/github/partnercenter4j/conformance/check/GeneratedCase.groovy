package io.github.partnercenter4j.conformance.check

import com.fasterxml.jackson.databind.SerializationFeature
import com.fasterxml.jackson.databind.json.JsonMapper
import groovy.transform.CompileStatic
import groovy.transform.Immutable
import java.nio.file.Files
import java.nio.file.Path

/** A generated body that a server is told to respond with, in a media type and with a status. A failing case is written to a file. */
@CompileStatic
@Immutable(knownImmutableClasses = [Map])
class GeneratedCase {
    private static final JsonMapper JSON = JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build()

    String operation
    int status
    String mediaType
    Map<String, Object> tree

    GeneratedCase with(Map<String, Object> other) {
        new GeneratedCase(operation, status, mediaType, other)
    }

    void write(Path file) {
        Files.createDirectories(file.parent)
        Files.writeString(file, JSON.writeValueAsString([operation: operation, status: status, mediaType: mediaType, tree: tree]))
    }

    static GeneratedCase read(Path file) {
        Map<String, Object> fields = JSON.readValue(file.toFile(), Map) as Map<String, Object>
        new GeneratedCase(fields.operation as String, fields.status as int, fields.mediaType as String, fields.tree as Map<String, Object>)
    }

    @Override
    String toString() {
        "$operation $status $mediaType ${JSON.writer().without(SerializationFeature.INDENT_OUTPUT).writeValueAsString(tree)}"
    }
}
