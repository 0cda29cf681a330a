package io.github.partnercenter4j.client.internal.body;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A media type, RFC 9110, section 8.3.1.
 *
 * @param type the type and subtype in lower case
 * @param charset the charset parameter, or null
 */
public record MediaType(String type, @Nullable String charset) {
    private static final String TOKEN = "[!#$%&'*+.^_`|~0-9A-Za-z-]+";
    private static final Pattern TYPE = Pattern.compile("\\s*(" + TOKEN + "/" + TOKEN + ")\\s*");
    private static final Pattern PARAMETER =
            Pattern.compile(";\\s*(?:(" + TOKEN + ")=(?:(" + TOKEN + ")|\"((?:[^\"\\\\]|\\\\.)*)\"))?\\s*");

    /** The last result, because a service sends the same value with most responses. */
    private static volatile Parsed last = new Parsed("", null);

    private record Parsed(String text, @Nullable MediaType type) {}

    /**
     * Parses a media type.
     *
     * @return the type, or null if the text is not a media type or has two charsets that differ
     */
    public static @Nullable MediaType parse(String text) {
        Parsed parsed = last;
        if (!parsed.text().equals(text)) {
            parsed = new Parsed(text, parseNew(text));
            last = parsed;
        }
        return parsed.type();
    }

    private static @Nullable MediaType parseNew(String text) {
        Matcher matcher = TYPE.matcher(text);
        if (!matcher.lookingAt()) {
            return null;
        }
        String type = matcher.group(1).toLowerCase(Locale.ROOT);
        String charset = null;
        int at = matcher.end();
        Matcher parameter = PARAMETER.matcher(text);
        while (at < text.length()) {
            if (!parameter.find(at) || parameter.start() != at) {
                return null;
            }
            if ("charset".equalsIgnoreCase(parameter.group(1))) {
                String named = parameter.group(2) != null ? parameter.group(2) : parameter.group(3);
                if (charset != null && !charset.equalsIgnoreCase(named)) {
                    return null;
                }
                charset = named;
            }
            at = parameter.end();
        }
        return new MediaType(type, charset);
    }

    public boolean isJson() {
        return type.equals("application/json") || type.equals("text/json") || type.endsWith("+json");
    }

    public boolean isXml() {
        return type.equals("application/xml") || type.equals("text/xml") || type.endsWith("+xml");
    }
}
