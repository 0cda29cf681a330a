package io.github.partnercenter4j.sandbox.internal.http;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** One element of an Accept header: a range of media types and its quality (RFC 9110, section 12.5.1). */
record MediaRange(String type, String subtype, double quality) {

    /** Returns the valid elements of an Accept header, in order. */
    static List<MediaRange> parse(String accept) {
        List<MediaRange> ranges = new ArrayList<>();
        for (String element : accept.split(",")) {
            String[] parts = element.split(";", -1);
            String[] names = parts[0].strip().toLowerCase(Locale.ROOT).split("/", -1);
            double quality = quality(parts);
            if (names.length == 2 && quality >= 0) {
                ranges.add(new MediaRange(names[0], names[1], quality));
            }
        }
        return ranges;
    }

    private static double quality(String[] parts) {
        for (int i = 1; i < parts.length; i++) {
            String parameter = parts[i].strip().toLowerCase(Locale.ROOT);
            if (parameter.startsWith("q=")) {
                String weight = parameter.substring(2);
                return weight.matches("0(\\.\\d{0,3})?|1(\\.0{0,3})?") ? Double.parseDouble(weight) : -1;
            }
        }
        return 1;
    }

    boolean matches(String mediaType) {
        int slash = mediaType.indexOf('/');
        return (type.equals("*") || type.equals(mediaType.substring(0, slash)))
                && (subtype.equals("*") || subtype.equals(mediaType.substring(slash + 1)));
    }

    /** Returns how specific the range is. A more specific range takes precedence. */
    int specificity() {
        return (type.equals("*") ? 0 : 1) + (subtype.equals("*") ? 0 : 1);
    }
}
