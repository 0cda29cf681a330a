package io.github.partnercenter4j.sandbox.internal.body;

import java.util.Locale;

/** Writes escaped character data of an XML document. */
enum XmlText {
    /** Rejects characters that XML 1.0 does not allow. */
    DOCUMENTED {
        @Override
        void control(StringBuilder xml, int character) {
            if (character != '\r') {
                throw new IllegalArgumentException("XML 1.0 does not allow U+%04X".formatted(character));
            }
            xml.append("&#xD;");
        }
    },

    /** Follows .NET's XmlWriter in Web API: normalizes line ends, and writes references even where XML 1.0 forbids them. */
    DOTNET {
        @Override
        void append(StringBuilder xml, String text) {
            super.append(xml, text.replace("\r\n", "\n").replace('\r', '\n'));
        }

        @Override
        void control(StringBuilder xml, int character) {
            xml.append("&#x")
                    .append(Integer.toHexString(character).toUpperCase(Locale.ROOT))
                    .append(';');
        }
    };

    void append(StringBuilder xml, String text) {
        text.codePoints().forEach(character -> {
            switch (character) {
                case '&' -> xml.append("&amp;");
                case '<' -> xml.append("&lt;");
                case '>' -> xml.append("&gt;");
                case '\t', '\n' -> xml.append((char) character);
                default -> {
                    if (character < ' ' || character == 0xFFFE || character == 0xFFFF || isSurrogate(character)) {
                        control(xml, character);
                    } else {
                        xml.appendCodePoint(character);
                    }
                }
            }
        });
    }

    /** Writes the value of an attribute, between double quotes. A parser would make blanks of tabs and line ends. */
    void appendAttribute(StringBuilder xml, String value) {
        StringBuilder text = new StringBuilder();
        append(text, value);
        xml.append(
                text.toString().replace("\"", "&quot;").replace("\t", "&#x9;").replace("\n", "&#xA;"));
    }

    private static boolean isSurrogate(int character) {
        return character >= Character.MIN_SURROGATE && character <= Character.MAX_SURROGATE;
    }

    abstract void control(StringBuilder xml, int character);
}
