package io.github.partnercenter4j.client;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The characters of a body. A byte order mark decides on the encoding, since the service's JSON begins with one; then
 * the charset parameter; then, in XML, the declaration; then it is UTF-8. RFC 8259, section 8.1; RFC 7303, section 3.
 * Bytes that are not of the encoding are an error, never U+FFFD.
 */
final class BodyText {
    /** An XML declaration is ASCII in every encoding that can be told without a byte order mark. A name that is none is seen too. */
    private static final Pattern XML_ENCODING =
            Pattern.compile("\\A<\\?xml\\s[^>]*?\\sencoding\\s*=\\s*[\"']([^\"']*)[\"']");

    private static final int LONGEST_DECLARATION = 256;

    private enum ByteOrderMark {
        UTF_8("UTF-8", "\u00EF\u00BB\u00BF"),
        // Before UTF-16, whose mark it begins with.
        UTF_32_LE("UTF-32LE", "\u00FF\u00FE\0\0"),
        UTF_32_BE("UTF-32BE", "\0\0\u00FE\u00FF"),
        UTF_16_LE("UTF-16LE", "\u00FF\u00FE"),
        UTF_16_BE("UTF-16BE", "\u00FE\u00FF");

        private final Charset charset;
        private final String bytes;

        ByteOrderMark(String charset, String bytes) {
            this.charset = Charset.forName(charset);
            this.bytes = bytes;
        }
    }

    private BodyText() {}

    static String json(byte[] body, @Nullable String charsetParameter) throws UnreadableBodyException {
        return decode(body, charsetParameter);
    }

    static String xml(byte[] body, @Nullable String charsetParameter) throws UnreadableBodyException {
        return decode(body, charsetParameter == null ? declaredEncoding(body) : charsetParameter);
    }

    private static String decode(byte[] body, @Nullable String charset) throws UnreadableBodyException {
        String head = new String(body, 0, Math.min(body.length, 4), StandardCharsets.ISO_8859_1);
        for (ByteOrderMark mark : ByteOrderMark.values()) {
            if (head.startsWith(mark.bytes)) {
                return decode(body, mark.bytes.length(), mark.charset);
            }
        }
        return decode(body, 0, charset == null ? StandardCharsets.UTF_8 : named(charset));
    }

    private static String decode(byte[] body, int start, Charset charset) throws UnreadableBodyException {
        String text = new String(body, start, body.length - start, charset);
        // This stands for what is malformed, and may also have been sent.
        if (text.indexOf('\uFFFD') < 0) {
            return text;
        }
        try {
            return charset.newDecoder()
                    .decode(ByteBuffer.wrap(body, start, body.length - start))
                    .toString();
        } catch (CharacterCodingException e) {
            throw new UnreadableBodyException("it has bytes that are not " + charset.name());
        }
    }

    private static @Nullable String declaredEncoding(byte[] body) {
        String head = new String(body, 0, Math.min(body.length, LONGEST_DECLARATION), StandardCharsets.ISO_8859_1);
        Matcher matcher = XML_ENCODING.matcher(head);
        return matcher.find() ? matcher.group(1) : null;
    }

    private static Charset named(String charset) throws UnreadableBodyException {
        try {
            return Charset.forName(charset);
        } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
            throw new UnreadableBodyException("its charset is not known");
        }
    }
}
