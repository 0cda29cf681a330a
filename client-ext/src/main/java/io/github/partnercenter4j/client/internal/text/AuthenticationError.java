package io.github.partnercenter4j.client.internal.text;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads why a token was not accepted from the header WWW-Authenticate: the attributes error, error_description and scope, RFC
 * 6750, section 3. A line may have several challenges, RFC 9110, section 11.6.1.
 */
public final class AuthenticationError {
    private static final int MAX_LINE = 8 * 1024;
    private static final String TOKEN = "[!#$%&'*+.^_`|~0-9A-Za-z-]+";
    /** An attribute, else the scheme of a challenge with its token68, if any. */
    private static final Pattern PART = Pattern.compile("(" + TOKEN + ")\\s*=\\s*(?:\"((?:[^\"\\\\]|\\\\.)*+)(?:\"|$)|("
            + TOKEN + "))|(" + TOKEN + ")(?:\\s+[A-Za-z0-9._~+/-]+=*(?=\\s*(?:,|$)))?");

    private static final Pattern ESCAPE = Pattern.compile("\\\\(.)");

    private AuthenticationError() {}

    /**
     * Returns the reason, such as invalid_token: The token expired.
     *
     * @param lines the values of the header
     * @return one line of at most 1,024 characters, or null if no challenge gives a reason
     */
    public static @Nullable String of(List<String> lines) {
        String best = null;
        for (String line : lines) {
            for (Map<String, String> challenge : challenges(line)) {
                String reason = reason(challenge);
                if (reason != null && challenge.containsKey("error")) {
                    return PlainText.excerpt(reason);
                }
                best = best == null ? reason : best;
            }
        }
        return best == null ? null : PlainText.excerpt(best);
    }

    private static @Nullable String reason(Map<String, String> challenge) {
        String error = challenge.get("error");
        String description = challenge.get("error_description");
        String scope = challenge.get("scope");
        if (error == null && description == null) {
            return null;
        }
        return (error == null ? "" : error)
                + (error == null || description == null ? "" : ": ")
                + (description == null ? "" : description)
                + (scope == null ? "" : " (scope " + scope + ")");
    }

    /** Removes the escapes of quoted strings that change nothing, so that they cannot hide a token. */
    public static String withoutNeedlessEscapes(String line) {
        return ESCAPE.matcher(line)
                .replaceAll(escape ->
                        Matcher.quoteReplacement("\"\\".contains(escape.group(1)) ? escape.group() : escape.group(1)));
    }

    /** Returns the attributes of each challenge by name in lower case. Of an attribute that is repeated, the first counts. */
    private static List<Map<String, String>> challenges(String line) {
        List<Map<String, String>> challenges = new ArrayList<>();
        Map<String, String> current = new HashMap<>();
        challenges.add(current);
        Matcher part = PART.matcher(line.substring(0, Math.min(line.length(), MAX_LINE)));
        while (part.find()) {
            if (part.group(1) == null) {
                current = new HashMap<>();
                challenges.add(current);
            } else {
                String quoted = part.group(2);
                String value =
                        quoted == null ? part.group(3) : ESCAPE.matcher(quoted).replaceAll("$1");
                if (!value.isBlank()) {
                    current.putIfAbsent(part.group(1).toLowerCase(Locale.ROOT), value.strip());
                }
            }
        }
        return challenges;
    }
}
