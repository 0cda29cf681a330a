package io.github.partnercenter4j.client.internal.text;

/**
 * What may stand in a header that we send: visible ASCII and, between, single spaces. RFC 9110, section 5.5, allows
 * more; nothing that Partner Center documents needs it, and whatever could end the header early is kept out.
 */
public final class HeaderValue {
    /** Follows the name of the option or argument in a message. */
    public static final String RULE = "must be visible ASCII characters, with blanks only between them, and not empty";

    private HeaderValue() {}

    /**
     * Checks a value of the caller's. The message never quotes it: it may be a secret.
     *
     * @throws IllegalArgumentException if the value is empty or has other characters
     */
    public static String require(String name, String value) {
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
