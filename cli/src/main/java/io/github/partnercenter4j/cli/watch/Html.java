package io.github.partnercenter4j.cli.watch;

import io.github.partnercenter4j.cli.output.Printable;
import java.util.Locale;

/** Writes text and numbers into a page. */
final class Html {
    private Html() {}

    /** Escapes text from outside, for the content of an element and for a quoted attribute. */
    static String escape(String text) {
        return Printable.escape(text)
                .replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }

    static String number(long value) {
        return String.format(Locale.ROOT, "%,d", value);
    }
}
