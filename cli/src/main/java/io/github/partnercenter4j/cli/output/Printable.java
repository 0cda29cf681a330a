package io.github.partnercenter4j.cli.output;

import io.github.partnercenter4j.client.internal.text.PlainText;

/** Escapes text from outside, so that it cannot control the terminal, start a new line or reverse the text direction. */
public final class Printable {
    private Printable() {}

    /** Replaces each control, format or unassigned character by its JSON escape, such as {@code \u001b}. */
    public static String escape(String text) {
        return escape(text, false);
    }

    /** Does the same, but keeps line feeds. */
    public static String escapeLines(String text) {
        return escape(text, true);
    }

    private static String escape(String text, boolean keepLineFeeds) {
        StringBuilder escaped = new StringBuilder(text.length());
        text.codePoints().forEach(c -> {
            if (PlainText.isPlain(c) || keepLineFeeds && c == '\n') {
                escaped.appendCodePoint(c);
            } else {
                for (char unit : Character.toChars(c)) {
                    escaped.append(String.format("\\u%04x", (int) unit));
                }
            }
        });
        return escaped.toString();
    }
}
