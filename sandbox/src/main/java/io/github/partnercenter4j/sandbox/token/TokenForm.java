package io.github.partnercenter4j.sandbox.token;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The parameters of a request to the authorization server, from its query or its form. The first of a name wins. */
record TokenForm(Map<String, String> values) {

    static TokenForm parse(@Nullable String encoded) {
        Map<String, String> values = new LinkedHashMap<>();
        for (String pair : encoded == null ? new String[0] : encoded.split("&")) {
            String[] parts = pair.split("=", 2);
            if (!parts[0].isEmpty()) {
                values.putIfAbsent(decoded(parts[0]), parts.length == 2 ? decoded(parts[1]) : "");
            }
        }
        return new TokenForm(Map.copyOf(values));
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }

    /** Returns a parameter, or an empty string if the request does not have it. */
    String get(String name) {
        return values.getOrDefault(name, "");
    }

    /**
     * Returns a required parameter.
     *
     * @throws TokenRefusal if the request does not have it
     */
    String required(String name) {
        String value = get(name);
        if (value.isEmpty()) {
            throw new TokenRefusal(
                    "invalid_request",
                    900144,
                    "The request body must contain the following parameter: '" + name + "'.");
        }
        return value;
    }

    boolean hasScope(String scope) {
        return (" " + get("scope") + " ").contains(" " + scope + " ");
    }

    /** Omits the values, because some are credentials. */
    @Override
    public String toString() {
        return "TokenForm" + values.keySet();
    }
}
