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
 * Checks and encodes one argument before anything is sent. Path segments that would change the path are rejected, because
 * encoding does not help: servers remove dot segments after decoding, RFC 3986, section 6.2.2.3.
 */
record OperationParameter(String name, Place place, String format, boolean optional) {
    enum Place {
        PATH,
        QUERY,
        HEADER,
        BODY
    }

    /**
     * Reads the annotations of a parameter.
     *
     * @throws IllegalArgumentException if it is sent neither in the path nor in the query, a header or the body
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
            throw new IllegalArgumentException(
                    param.value() + " is a cookie or form parameter, which the client cannot send");
        }
        Place place = at < 0 ? Place.HEADER : path.lastIndexOf('?', at) < 0 ? Place.PATH : Place.QUERY;
        return new OperationParameter(param.value(), place, format == null ? "" : format.value(), optional);
    }

    /**
     * Checks an argument and encodes a path segment. The message never quotes the argument.
     *
     * @return the argument for Feign
     * @throws InvalidArgumentException if the argument cannot be sent unchanged
     */
    @Nullable
    Object encode(@Nullable Object argument) {
        if (argument == null || place != Place.BODY && argument instanceof Collection<?> list && list.isEmpty()) {
            if (!optional) {
                throw new InvalidArgumentException(name, "must not be null or empty");
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

    /** Converts a value to text: lists with commas, date-times with seconds (RFC 3339). */
    private static String text(Object value) {
        return value instanceof Collection<?> list
                ? list.stream().map(OperationParameter::text).collect(Collectors.joining(","))
                : value instanceof OffsetDateTime dateTime
                        ? DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(dateTime)
                        : value.toString();
    }

    /** True for most ids, which need no encoding: letters, digits, hyphens and underscores. */
    private static boolean isUnreserved(String value) {
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if (!(c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || c == '-' || c == '_')) {
                return false;
            }
        }
        return !value.isEmpty();
    }

    /** Encodes all characters but the unreserved ones of RFC 3986. Feign would not encode a percent sign. */
    private String encodeSegment(String value) {
        if (isUnreserved(value)) {
            return value;
        }
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
