package io.github.partnercenter4j.client.internal.body;

import java.io.Reader;
import java.io.StringReader;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Decodes the characters of a body. The encoding is taken from the byte order mark, with which the service's JSON begins,
 * else from the charset parameter, else from the XML declaration, else it is UTF-8. RFC 8259, section 8.1; RFC 7303,
 * section 3. Bytes that are invalid in the encoding are an error; they are never replaced by U+FFFD.
 */
final class BodyText {
    /** An XML declaration is ASCII in every encoding that needs no byte order mark. Also matches an invalid encoding name. */
    private static final Pattern XML_ENCODING =
            Pattern.compile("\\A<\\?xml\\s[^>]*?\\sencoding\\s*=\\s*[\"']([^\"']*)[\"']");

    private static final int MAX_DECLARATION = 256;

    /** In these charsets the bytes below 128 are the characters of ASCII. */
    private static final Set<Charset> ASCII_COMPATIBLE =
            Set.of(StandardCharsets.UTF_8, StandardCharsets.US_ASCII, StandardCharsets.ISO_8859_1);

    private enum ByteOrderMark {
        UTF_8("UTF-8", 0xEF, 0xBB, 0xBF),
        UTF_32_LE("UTF-32LE", 0xFF, 0xFE, 0, 0),
        UTF_32_BE("UTF-32BE", 0, 0, 0xFE, 0xFF),
        UTF_16_LE("UTF-16LE", 0xFF, 0xFE),
        UTF_16_BE("UTF-16BE", 0xFE, 0xFF);

        private final Charset charset;
        private final int[] bytes;

        ByteOrderMark(String charset, int... bytes) {
            this.charset = Charset.forName(charset);
            this.bytes = bytes;
        }

        static @Nullable ByteOrderMark of(byte[] body) {
            for (ByteOrderMark mark : values()) {
                if (mark.isAt(0, body)) {
                    return mark;
                }
            }
            return null;
        }

        private boolean isAt(int start, byte[] body) {
            if (body.length - start < bytes.length) {
                return false;
            }
            for (int i = 0; i < bytes.length; i++) {
                if ((body[start + i] & 0xFF) != bytes[i]) {
                    return false;
                }
            }
            return true;
        }

        /** The end of this mark and its repetitions: a gateway may add one to a body that has one. */
        private int end(byte[] body) {
            int end = 0;
            while (isAt(end, body)) {
                end += bytes.length;
            }
            return end;
        }
    }

    private final byte[] body;
    private final int start;
    private final Charset charset;

    private BodyText(byte[] body, @Nullable String charset) throws UnreadableBodyException {
        ByteOrderMark mark = ByteOrderMark.of(body);
        this.body = body;
        this.start = mark == null ? 0 : mark.end(body);
        this.charset = mark != null ? mark.charset : charset == null ? StandardCharsets.UTF_8 : named(charset);
    }

    static BodyText json(byte[] body, @Nullable String charsetParameter) throws UnreadableBodyException {
        return new BodyText(body, charsetParameter);
    }

    static BodyText xml(byte[] body, @Nullable String charsetParameter) throws UnreadableBodyException {
        return new BodyText(body, charsetParameter == null ? declaredEncoding(body) : charsetParameter);
    }

    /** Returns the text as UTF-8 bytes, usually without copying. */
    ByteBuffer utf8() throws UnreadableBodyException {
        if (!charset.equals(StandardCharsets.UTF_8)) {
            return ByteBuffer.wrap(string().getBytes(StandardCharsets.UTF_8));
        }
        if (!isAscii()) {
            string();
        }
        return ByteBuffer.wrap(body, start, body.length - start);
    }

    String string() throws UnreadableBodyException {
        String text = new String(body, start, body.length - start, charset);
        // U+FFFD replaces malformed bytes, but may also have been sent as such.
        if (text.indexOf('\uFFFD') >= 0) {
            requireWellFormed();
        }
        return text;
    }

    /** Returns a reader of XML, without copying the text if it is ASCII. */
    Reader xmlReader() throws UnreadableBodyException, InvalidXmlException {
        if (ASCII_COMPATIBLE.contains(charset) && isAscii()) {
            return new AsciiReader(body, start);
        }
        String text = string();
        // The parser checks all other characters.
        if (text.indexOf('\uFFFE') >= 0 || text.indexOf('\uFFFF') >= 0) {
            throw new InvalidXmlException("it has a character that XML does not allow");
        }
        return new StringReader(text);
    }

    private void requireWellFormed() throws UnreadableBodyException {
        try {
            charset.newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(body, start, body.length - start));
        } catch (CharacterCodingException e) {
            throw new UnreadableBodyException("it has bytes that are not " + charset.name());
        }
    }

    /** Looks at eight bytes at a time, because a large body is mostly ASCII. */
    private boolean isAscii() {
        long all = 0;
        int i = start;
        ByteBuffer bytes = ByteBuffer.wrap(body).order(ByteOrder.nativeOrder());
        for (; i <= body.length - Long.BYTES; i += Long.BYTES) {
            all |= bytes.getLong(i);
        }
        for (; i < body.length; i++) {
            all |= body[i] & 0x80;
        }
        return (all & 0x8080808080808080L) == 0;
    }

    private static @Nullable String declaredEncoding(byte[] body) {
        String head = new String(body, 0, Math.min(body.length, MAX_DECLARATION), StandardCharsets.ISO_8859_1);
        Matcher matcher = XML_ENCODING.matcher(head);
        return matcher.find() ? matcher.group(1) : null;
    }

    private static Charset named(String charset) throws UnreadableBodyException {
        try {
            return Charset.forName(charset);
        } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
            throw new UnreadableBodyException("its charset is not supported");
        }
    }
}
