package io.github.partnercenter4j.client;

import feign.Param;
import io.github.partnercenter4j.api.ParameterFormat;
import java.lang.reflect.Parameter;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The rule for one argument, checked before anything is sent. Path segments that a server would take for another path
 * are refused, since no encoding protects them: RFC 3986, section 6.2.2.3, removes dot segments after decoding.
 */
record OperationParameter(String name, Place place, boolean guid) {
    private static final Pattern GUID =
            Pattern.compile("[0-9A-Fa-f]{8}-[0-9A-Fa-f]{4}-[0-9A-Fa-f]{4}-[0-9A-Fa-f]{4}-[0-9A-Fa-f]{12}");

    enum Place {
        PATH,
        QUERY,
        HEADER,
        BODY
    }

    static OperationParameter of(Parameter parameter, String path) {
        Param param = parameter.getAnnotation(Param.class);
        if (param == null) {
            return new OperationParameter("body", Place.BODY, false);
        }
        ParameterFormat format = parameter.getAnnotation(ParameterFormat.class);
        int at = path.indexOf("{" + param.value() + "}");
        int query = path.indexOf('?');
        Place place = at < 0 ? Place.HEADER : query >= 0 && at > query ? Place.QUERY : Place.PATH;
        return new OperationParameter(
                param.value(), place, format != null && format.value().equals("uuid"));
    }

    /**
     * Checks an argument, and encodes it where it becomes a path segment. The message never quotes it.
     *
     * @return the argument for Feign
     * @throws IllegalArgumentException if the service could not receive it as it is meant
     */
    @Nullable
    Object encode(@Nullable Object argument) {
        if (argument == null) {
            if (place == Place.PATH || place == Place.BODY) {
                throw new IllegalArgumentException(name + " must be given");
            }
            return null;
        }
        if (guid && !GUID.matcher(argument.toString()).matches()) {
            throw new IllegalArgumentException(name + " must be a GUID, such as 0c39d6d5-c70d-4c55-bc02-f620844f3fd1");
        }
        return switch (place) {
            case PATH -> encodeSegment(argument.toString());
            case HEADER -> HeaderValue.require(name, argument.toString());
            case QUERY, BODY -> argument;
        };
    }

    /** Encodes all but RFC 3986's unreserved characters. Feign leaves what is encoded as it is, so it comes too late for a %. */
    private String encodeSegment(String value) {
        if (value.isBlank() || value.equals(".") || value.equals("..")) {
            throw new IllegalArgumentException(name + " must not be empty, blank, a dot or two dots");
        }
        if (value.chars().anyMatch(Character::isISOControl)) {
            throw new IllegalArgumentException(name + " must not have control characters");
        }
        if (!StandardCharsets.UTF_8.newEncoder().canEncode(value)) {
            throw new IllegalArgumentException(name + " must not have unpaired surrogates");
        }
        return URLEncoder.encode(value, StandardCharsets.UTF_8)
                .replace("+", "%20")
                .replace("*", "%2A")
                .replace("%7E", "~");
    }
}
