package io.github.partnercenter4j.sandbox.internal.http;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** Percent-encodes one segment of a path (RFC 3986, section 3.3). */
public final class PathSegment {

    private PathSegment() {}

    public static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8)
                .replace("+", "%20")
                .replace("*", "%2A")
                .replace("%7E", "~");
    }
}
