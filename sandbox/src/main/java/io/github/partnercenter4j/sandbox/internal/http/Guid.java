package io.github.partnercenter4j.sandbox.internal.http;

import java.util.regex.Pattern;

/** Checks the written form of a GUID. The client has the same pattern, but the sandbox must not depend on the client. */
public final class Guid {

    static final Pattern PATTERN = Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");

    private Guid() {}

    public static boolean isGuid(String text) {
        return PATTERN.matcher(text).matches();
    }

    public static void requireCustomerId(String text) {
        if (!isGuid(text)) {
            throw new IllegalArgumentException("The id of a customer must be a GUID, but was: " + text);
        }
    }
}
