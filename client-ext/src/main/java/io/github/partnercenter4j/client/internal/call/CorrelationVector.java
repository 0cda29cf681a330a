package io.github.partnercenter4j.client.internal.call;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Counts a caller's MS-CV up, so that each message has a vector of its own. Source: Microsoft's Correlation Vector 2.1,
 * which keeps the rules of version 1, whose base and whole are shorter.
 */
final class CorrelationVector {
    private static final Pattern VECTOR = Pattern.compile("([^.]+)((?:\\.[0-9]+)*\\.)([0-9]{1,10})");
    private static final int BASE_OF_VERSION_2 = 22;
    private static final int LONGEST_OF_VERSION_2 = 127;
    private static final int LONGEST_OF_VERSION_1 = 63;
    private static final long LARGEST_ELEMENT = 0xFFFF_FFFFL;

    private CorrelationVector() {}

    /**
     * Applies the operator Increment.
     *
     * @return the vector with one more in its last element; terminated by an exclamation mark where that would be too
     *     long; as it is where it is terminated already, at its largest, or no vector
     */
    static String increment(String vector) {
        Matcher parts = VECTOR.matcher(vector);
        if (!parts.matches()) {
            return vector;
        }
        long element = Long.parseLong(parts.group(3));
        if (element >= LARGEST_ELEMENT) {
            return vector;
        }
        String next = parts.group(1) + parts.group(2) + (element + 1);
        int longest = parts.group(1).length() == BASE_OF_VERSION_2 ? LONGEST_OF_VERSION_2 : LONGEST_OF_VERSION_1;
        return next.length() > longest ? vector + "!" : next;
    }
}
