package io.github.partnercenter4j.client.internal.call;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Increments a caller's MS-CV, so that each attempt has a different vector. Source: Microsoft's Correlation Vector 2.1.
 * Version 1 has the same rules, with a shorter base and a smaller maximum length.
 */
final class CorrelationVector {
    private static final Pattern VECTOR = Pattern.compile("([^.]+)((?:\\.[0-9]+)*\\.)([0-9]{1,10})");
    private static final int V2_BASE_LENGTH = 22;
    private static final int V2_MAX_LENGTH = 127;
    private static final int V1_MAX_LENGTH = 63;
    private static final long MAX_ELEMENT = 0xFFFF_FFFFL;

    private CorrelationVector() {}

    /**
     * Applies the operator Increment.
     *
     * @return the vector with its last element incremented; with an exclamation mark appended if that would be too long;
     *     unchanged if it is terminated already, at its maximum, or not a vector
     */
    static String increment(String vector) {
        Matcher parts = VECTOR.matcher(vector);
        if (!parts.matches()) {
            return vector;
        }
        long element = Long.parseLong(parts.group(3));
        if (element >= MAX_ELEMENT) {
            return vector;
        }
        String next = parts.group(1) + parts.group(2) + (element + 1);
        int maxLength = parts.group(1).length() == V2_BASE_LENGTH ? V2_MAX_LENGTH : V1_MAX_LENGTH;
        return next.length() > maxLength ? vector + "!" : next;
    }
}
