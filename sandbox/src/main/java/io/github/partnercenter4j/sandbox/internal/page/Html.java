package io.github.partnercenter4j.sandbox.internal.page;

/** Escapes text for HTML, also in attributes with quotes. */
final class Html {

    private Html() {}

    static String escape(String text) {
        StringBuilder html = new StringBuilder(text.length());
        text.codePoints().forEach(character -> {
            switch (character) {
                case '&' -> html.append("&amp;");
                case '<' -> html.append("&lt;");
                case '>' -> html.append("&gt;");
                case '"' -> html.append("&quot;");
                case '\'' -> html.append("&#39;");
                default -> html.appendCodePoint(character);
            }
        });
        return html.toString();
    }
}
