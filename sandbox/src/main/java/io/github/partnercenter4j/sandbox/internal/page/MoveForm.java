package io.github.partnercenter4j.sandbox.internal.page;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

/**
 * The form that sets the status of a line item.
 *
 * @param line the number of the line item, or -1 if the form has none
 * @param find the text that the orders of the page contain; empty for any order
 */
record MoveForm(String key, String customer, String order, int line, String status, String find) {

    /** Reads a form in the encoding that browsers use. What is missing is empty. */
    static MoveForm of(String body) {
        Map<String, String> fields = new HashMap<>();
        for (String field : body.split("&")) {
            String[] parts = field.split("=", 2);
            if (parts.length == 2) {
                fields.put(decoded(parts[0]), decoded(parts[1]));
            }
        }
        String line = fields.getOrDefault("line", "");
        return new MoveForm(
                fields.getOrDefault("key", ""),
                fields.getOrDefault("customer", ""),
                fields.getOrDefault("order", ""),
                line.matches("[0-9]{1,9}") ? Integer.parseInt(line) : -1,
                fields.getOrDefault("status", ""),
                fields.getOrDefault("find", ""));
    }

    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return text;
        }
    }
}
