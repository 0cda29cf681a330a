package io.github.partnercenter4j.sandbox.token;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The parameters of a request to the token authority, from its query or its form. The first of a name counts. */
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

    /** Empty if it was not sent. */
    String get(String name) {
        return values.getOrDefault(name, "");
    }

    /**
     * A parameter that the request cannot do without.
     *
     * @throws TokenRefusal if it was not sent
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

    /** Some of the values are credentials. */
    @Override
    public String toString() {
        return "TokenForm" + values.keySet();
    }
}
