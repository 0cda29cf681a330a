package io.github.partnercenter4j.cli.option;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.regex.Pattern;

/** Checks the URL of a database. No message quotes it, because it may contain a password. */
final class DatabaseUrl {
    static final String PREFIX = "jdbc:postgresql:";
    /** Any URL, but not a drive letter of Windows. */
    private static final Pattern URL = Pattern.compile("(?i)([a-z][a-z0-9+.]+:.*|[^/?]*://.*)");

    private DatabaseUrl() {}

    /** Returns true for a URL, false for the name of a file. */
    static boolean isUrl(String text) {
        return URL.matcher(text).matches();
    }

    /**
     * Checks a URL.
     *
     * @param passwordOption what to use for the password
     * @throws IllegalArgumentException if it is not a URL of PostgreSQL, or contains a password
     */
    static String check(String url, String passwordOption) {
        if (!url.startsWith(PREFIX)) {
            throw new IllegalArgumentException(
                    "only a file or PostgreSQL is supported: give the name of a file, or jdbc:postgresql://HOST/DATABASE");
        }
        String[] parts = url.substring(PREFIX.length()).split("\\?", 2);
        boolean password = parts.length > 1
                && Arrays.stream(parts[1].split("&"))
                        .map(parameter -> name(parameter.split("=", 2)[0]))
                        .anyMatch(name -> name.equals("password") || name.equals("sslpassword"));
        if (password || parts[0].contains("@")) {
            throw new IllegalArgumentException(
                    "the URL must not contain a user and password, because other users could read them: use --store-user, and for the password "
                            + passwordOption);
        }
        return url;
    }

    private static String name(String encoded) {
        try {
            return URLDecoder.decode(encoded, StandardCharsets.UTF_8).strip().toLowerCase(Locale.ROOT);
        } catch (IllegalArgumentException e) {
            return encoded;
        }
    }
}
