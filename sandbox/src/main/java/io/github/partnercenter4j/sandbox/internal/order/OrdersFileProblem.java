package io.github.partnercenter4j.sandbox.internal.order;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.exc.StreamReadException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonMappingException.Reference;
import com.fasterxml.jackson.databind.exc.InvalidNullException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.databind.exc.ValueInstantiationException;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Describes where an orders file is wrong and what is expected there, without names of Java classes. */
final class OrdersFileProblem {

    private OrdersFileProblem() {}

    /** Returns a description such as {@code line 3: customers[0].orders[1].lines: is not a known name}. */
    static String describe(JsonProcessingException e, String yaml) {
        Throwable syntax = e instanceof StreamReadException ? e : e.getCause();
        if (syntax instanceof StreamReadException unreadable) {
            return "line " + unreadable.getLocation().getLineNr() + ": " + problem(unreadable);
        }
        List<Reference> path = e instanceof JsonMappingException mapping ? mapping.getPath() : List.of();
        return "line " + line(path, yaml) + ": " + place(path) + problem(e);
    }

    private static String problem(StreamReadException e) {
        // Lines that begin with a space quote the file. The last of the others says what is wrong.
        return e.getOriginalMessage()
                .lines()
                .filter(line -> !line.startsWith(" "))
                .reduce("", (context, problem) -> problem);
    }

    private static String problem(JsonProcessingException e) {
        if (e instanceof UnrecognizedPropertyException unrecognized) {
            return unrecognized.getKnownPropertyIds().stream()
                    .map(String::valueOf)
                    .sorted()
                    .collect(Collectors.joining(", ", "is not a known name; known here: ", ""));
        } else if (e instanceof InvalidNullException) {
            return "is empty";
        } else if (e instanceof ValueInstantiationException && e.getCause() instanceof IllegalArgumentException check) {
            return check.getMessage();
        }
        return expected(e instanceof MismatchedInputException mismatch ? mismatch.getTargetType() : null);
    }

    private static String expected(@Nullable Class<?> type) {
        if (type == Integer.class || type == int.class) {
            return "must be a whole number";
        } else if (type == Boolean.class || type == boolean.class) {
            return "must be true or false";
        } else if (type == String.class) {
            return "must be text";
        } else if (type != null && List.class.isAssignableFrom(type)) {
            return "must be a list";
        }
        return "must have names and values, such as " + (type == OrdersFile.Document.class ? "customers: []" : "id: 1");
    }

    private static String place(List<Reference> path) {
        String place = path.stream()
                .map(step -> step.getFieldName() == null ? "[" + step.getIndex() + "]" : "." + step.getFieldName())
                .collect(Collectors.joining());
        return place.isEmpty() ? "" : place.substring(1) + ": ";
    }

    /** The location in the exception is where the parser stopped, which is after the wrong entry. */
    private static int line(List<Reference> path, String yaml) {
        Map<String, Integer> lines = lines(yaml);
        StringBuilder pointer = new StringBuilder();
        int line = 1;
        for (Reference step : path) {
            String name = step.getFieldName() == null ? Integer.toString(step.getIndex()) : step.getFieldName();
            pointer.append('/').append(name.replace("~", "~0").replace("/", "~1"));
            line = lines.getOrDefault(pointer.toString(), line);
        }
        return line;
    }

    /** The line on which each value begins, by its JSON pointer (RFC 6901). */
    private static Map<String, Integer> lines(String yaml) {
        Map<String, Integer> lines = new HashMap<>();
        try (JsonParser parser = new YAMLFactory().createParser(yaml)) {
            while (parser.nextToken() != null) {
                lines.putIfAbsent(
                        parser.getParsingContext().pathAsPointer().toString(),
                        parser.currentTokenLocation().getLineNr());
            }
        } catch (JsonProcessingException e) {
            // Only lines before the first problem are needed.
            return lines;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return lines;
    }
}
