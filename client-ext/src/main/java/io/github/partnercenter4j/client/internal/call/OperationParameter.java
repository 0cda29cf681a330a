package io.github.partnercenter4j.client.internal.call;

import feign.Param;
import io.github.partnercenter4j.api.ParameterFormat;
import io.github.partnercenter4j.client.internal.body.JsonEncoder;
import io.github.partnercenter4j.client.internal.text.Guid;
import io.github.partnercenter4j.client.internal.text.HeaderValue;
import java.lang.reflect.Parameter;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Collection;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The rule for one argument, checked before anything is sent. Path segments that a server would take for another path
 * are refused, since no encoding protects them: RFC 3986, section 6.2.2.3, removes dot segments after decoding.
 */
record OperationParameter(String name, Place place, String format, boolean optional) {
    enum Place {
        PATH,
        QUERY,
        HEADER,
        BODY
    }

    /**
     * Reads a parameter of a method.
     *
     * @throws IllegalArgumentException if neither path nor query, header or body takes it
     */
    static OperationParameter of(Parameter parameter, String path, String headers) {
        boolean optional = parameter.getAnnotatedType().isAnnotationPresent(Nullable.class);
        Param param = parameter.getAnnotation(Param.class);
        if (param == null) {
            return new OperationParameter("body", Place.BODY, "", optional);
        }
        ParameterFormat format = parameter.getAnnotation(ParameterFormat.class);
        String template = "{" + param.value() + "}";
        int at = path.indexOf(template);
        if (at < 0 && !headers.contains(template)) {
            throw new IllegalArgumentException(param.value() + " belongs in a cookie or a form, and neither is sent");
        }
        Place place = at < 0 ? Place.HEADER : path.lastIndexOf('?', at) < 0 ? Place.PATH : Place.QUERY;
        return new OperationParameter(param.value(), place, format == null ? "" : format.value(), optional);
    }

    /**
     * Checks an argument, and encodes it where it becomes a path segment. The message never quotes it.
     *
     * @return the argument for Feign
     * @throws InvalidArgumentException if the service could not receive it as it is meant
     */
    @Nullable
    Object encode(@Nullable Object argument) {
        if (argument == null || place != Place.BODY && argument instanceof Collection<?> list && list.isEmpty()) {
            if (!optional) {
                throw new InvalidArgumentException(name, "must be given");
            }
            return place == Place.BODY ? JsonEncoder.NO_BODY : null;
        }
        if (format.equals("uuid") && !Guid.isValid(argument.toString())) {
            throw new InvalidArgumentException(name, "must be a GUID, such as 0c39d6d5-c70d-4c55-bc02-f620844f3fd1");
        }
        return switch (place) {
            case PATH -> encodeSegment(text(argument));
            case HEADER -> headerValue(text(argument));
            case QUERY ->
                format.equals("multi") && argument instanceof Collection<?> list
                        ? list.stream().map(OperationParameter::text).toList()
                        : text(argument);
            case BODY -> argument;
        };
    }

    private String headerValue(String text) {
        if (!HeaderValue.isValid(text)) {
            throw new InvalidArgumentException(name, HeaderValue.RULE);
        }
        return text;
    }

    /** A value in the form that the document means: commas within a list, and a moment with its seconds (RFC 3339). */
    private static String text(Object value) {
        return value instanceof Collection<?> list
                ? list.stream().map(OperationParameter::text).collect(Collectors.joining(","))
                : value instanceof OffsetDateTime moment
                        ? DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(moment)
                        : value.toString();
    }

    /** Encodes all but RFC 3986's unreserved characters. Feign leaves what is encoded as it is, so it comes too late for a %. */
    private String encodeSegment(String value) {
        if (value.isBlank() || value.equals(".") || value.equals("..")) {
            throw new InvalidArgumentException(name, "must not be empty, blank, a dot or two dots");
        }
        if (value.chars().anyMatch(Character::isISOControl)) {
            throw new InvalidArgumentException(name, "must not have control characters");
        }
        if (!StandardCharsets.UTF_8.newEncoder().canEncode(value)) {
            throw new InvalidArgumentException(name, "must not have unpaired surrogates");
        }
        return URLEncoder.encode(value, StandardCharsets.UTF_8)
                .replace("+", "%20")
                .replace("*", "%2A")
                .replace("%7E", "~");
    }
}
