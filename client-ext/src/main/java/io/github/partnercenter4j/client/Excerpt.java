package io.github.partnercenter4j.client;

/** The beginning of what the service sent, fit for a log: bounded, and in one line. */
final class Excerpt {
    private static final int LIMIT = 1024;

    private Excerpt() {}

    /** Escapes whatever could start a new line or drive a terminal, and cuts what is too long. */
    static String escape(String text) {
        StringBuilder escaped = new StringBuilder(Math.min(text.length(), LIMIT));
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            String shown = isPlain(c) ? String.valueOf(c) : String.format("\\u%04x", (int) c);
            if (escaped.length() + shown.length() > LIMIT) {
                break;
            }
            escaped.append(shown);
        }
        return escaped.toString();
    }

    private static boolean isPlain(char c) {
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
