package io.github.partnercenter4j.sandbox.internal.http;

import java.util.regex.Pattern;

/** The written form of a GUID. */
public final class Guid {

    static final Pattern PATTERN = Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");

    private Guid() {}

    public static boolean isGuid(String text) {
        return PATTERN.matcher(text).matches();
    }

    public static void requireCustomerId(String text) {
        if (!isGuid(text)) {
            throw new IllegalArgumentException("A customer's id is a GUID, and this is not one: " + text);
        }
    }
}
