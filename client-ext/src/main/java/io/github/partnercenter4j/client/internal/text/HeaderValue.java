package io.github.partnercenter4j.client.internal.text;

/**
 * The rule for values of headers that the client sends: visible ASCII characters with spaces between them. RFC 9110,
 * section 5.5, allows more, but Partner Center documents no header that needs it. Line ends are excluded, because they
 * could add a header.
 */
public final class HeaderValue {
    /** The rule in words, for a message after the name of the option or argument. */
    public static final String RULE =
            "must not be empty, and may contain only visible ASCII characters and spaces between them";

    private HeaderValue() {}

    /**
     * Checks a value that the caller set. The message never quotes it, because it may be a secret.
     *
     * @throws IllegalArgumentException if the value is null, empty or has other characters
     */
    public static String require(String name, String value) {
        if (value == null) {
            throw new IllegalArgumentException(
                    name + " must not be null. If it comes from an environment variable, set that variable");
        }
        if (!isValid(value)) {
            throw new IllegalArgumentException(name + " " + RULE);
        }
        return value;
    }

    public static boolean isValid(String value) {
        return !value.isBlank()
                && value.chars().allMatch(c -> c >= ' ' && c <= '~')
                && value.charAt(0) != ' '
                && value.charAt(value.length() - 1) != ' ';
    }
}
