package io.github.partnercenter4j.client.internal.body;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Reads the header Content-Type. It has one value, RFC 9110, section 8.3, but a gateway may repeat it or join two equal ones
 * with a comma.
 */
public final class ContentType {
    private static final int MAX_SHOWN = 200;

    private ContentType() {}

    /**
     * Returns the media type that all values have.
     *
     * @throws UnreadableBodyException if there is no value, an invalid one, or two that differ
     */
    public static MediaType of(List<String> lines) throws UnreadableBodyException {
        MediaType only = lines.size() == 1 ? MediaType.parse(lines.get(0).strip()) : null;
        return only == null ? ofAll(lines) : only;
    }

    private static MediaType ofAll(List<String> lines) throws UnreadableBodyException {
        List<String> values = lines.stream()
                .flatMap(line -> split(line).stream())
                .filter(value -> !value.isEmpty())
                .toList();
        if (values.isEmpty()) {
            throw new UnreadableBodyException("its Content-Type is missing");
        }
        MediaType first = null;
        for (String value : values) {
            MediaType type = MediaType.parse(value);
            if (type == null) {
                throw new UnreadableBodyException("its Content-Type is not a media type: " + shown(Set.of(value)));
            }
            if (first != null && !isSame(first, type)) {
                throw new UnreadableBodyException(
                        "it has Content-Types that differ: " + shown(Set.of(values.get(0), value)));
            }
            first = first == null || first.charset() == null ? type : first;
        }
        return first;
    }

    /** A charset that only one of them names is that of both. */
    private static boolean isSame(MediaType one, MediaType other) {
        return one.type().equals(other.type())
                && (one.charset() == null
                        || other.charset() == null
                        || one.charset().equalsIgnoreCase(other.charset()));
    }

    private static String shown(Set<String> values) {
        return values.stream()
                .sorted()
                .map(value -> value.length() > MAX_SHOWN ? value.substring(0, MAX_SHOWN) + "..." : value)
                .collect(Collectors.joining(" and "));
    }

    /** Splits a line at the commas that are not in a quoted string. */
    private static List<String> split(String line) {
        List<String> values = new ArrayList<>();
        int start = 0;
        boolean quoted = false;
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            if (quoted && c == '\\') {
                i++;
            } else if (c == '"') {
                quoted = !quoted;
            } else if (c == ',' && !quoted) {
                values.add(line.substring(start, i).strip());
                start = i + 1;
            }
        }
        values.add(line.substring(start).strip());
        return values;
    }
}
