package io.github.partnercenter4j.cli.output;

/** Text of the service made fit to be shown: nothing in it drives a terminal, starts a line or turns its direction. */
public final class Printable {
    private Printable() {}

    /** Writes whatever is not plain as JSON would, such as {@code \u001b}. */
    public static String escape(String text) {
        return escape(text, false);
    }

    /** Does so within each line of a document, and leaves the line feeds that end them. */
    public static String escapeLines(String text) {
        return escape(text, true);
    }

    private static String escape(String text, boolean keepLineFeeds) {
        StringBuilder escaped = new StringBuilder(text.length());
        text.codePoints().forEach(c -> {
            if (isPlain(c) || keepLineFeeds && c == '\n') {
                escaped.appendCodePoint(c);
            } else {
                for (char unit : Character.toChars(c)) {
                    escaped.append(String.format("\\u%04x", (int) unit));
                }
            }
        });
        return escaped.toString();
    }

    private static boolean isPlain(int c) {
        return switch (Character.getType(c)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.SURROGATE,
                    Character.UNASSIGNED -> false;
            default -> true;
        };
    }
}
