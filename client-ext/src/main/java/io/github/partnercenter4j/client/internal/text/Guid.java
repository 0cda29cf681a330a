package io.github.partnercenter4j.client.internal.text;

import java.util.regex.Pattern;

/** The text form of a GUID, RFC 9562, section 4: 32 hexadecimal digits of either case in five groups. */
public final class Guid {
    private static final Pattern GUID = Pattern.compile("[0-9A-Fa-f]{8}(-[0-9A-Fa-f]{4}){3}-[0-9A-Fa-f]{12}");

    private Guid() {}

    public static boolean isValid(String text) {
        return GUID.matcher(text).matches();
    }
}
