package io.github.partnercenter4j.client.internal.body;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import java.util.stream.Collectors;

/** Says where a document is wrong without quoting it: Jackson's own messages may show what was read. */
final class JacksonProblem {
    private JacksonProblem() {}

    static String describe(JsonProcessingException e) {
        String path = e instanceof JsonMappingException mapping ? path(mapping) : "";
        JsonLocation location = e.getLocation();
        String place = location == null || location.getLineNr() < 1
                ? ""
                : " (line " + location.getLineNr() + ", column " + location.getColumnNr() + ")";
        return (!path.isEmpty()
                        ? "the value at " + path + " does not fit"
                        : e instanceof JsonMappingException ? "its root does not fit" : "malformed")
                + place;
    }

    private static String path(JsonMappingException e) {
        return e.getPath().stream()
                .map(reference -> reference.getFieldName() == null
                        ? "[" + reference.getIndex() + "]"
                        : "." + reference.getFieldName())
                .collect(Collectors.joining())
                .replaceFirst("^\\.", "");
    }
}
