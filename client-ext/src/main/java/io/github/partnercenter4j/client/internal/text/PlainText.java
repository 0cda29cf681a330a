package io.github.partnercenter4j.client.internal.text;

/** Makes text from outside safe for logs and terminals. */
public final class PlainText {
    private static final int MAX_EXCERPT = 1024;

    private PlainText() {}

    /** Returns the beginning of a text: one line, at most 1,024 characters, with all other characters escaped. */
    public static String excerpt(String text) {
        StringBuilder excerpt = new StringBuilder(Math.min(text.length(), MAX_EXCERPT));
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            String shown = isPlain(c) ? String.valueOf(c) : String.format("\\u%04x", (int) c);
            if (excerpt.length() + shown.length() > MAX_EXCERPT) {
                break;
            }
            excerpt.append(shown);
        }
        return excerpt.toString();
    }

    /** True if the character cannot start a new line, control a terminal or change the direction of writing. */
    public static boolean isPlain(int codePoint) {
        return switch (Character.getType(codePoint)) {
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
