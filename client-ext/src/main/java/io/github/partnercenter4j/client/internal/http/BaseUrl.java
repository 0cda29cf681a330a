package io.github.partnercenter4j.client.internal.http;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.regex.Pattern;

/** The rules for base URLs. A bearer token is sent only over TLS or to this machine: RFC 6750, section 5.3. */
public final class BaseUrl {
    private static final Pattern LOOPBACK = Pattern.compile("localhost|127(\\.\\d{1,3}){3}|\\[(::1|0:0:0:0:0:0:0:1)]");
    private static final Pattern PREFIX = Pattern.compile("(/(?!\\.{1,2}(/|$))[A-Za-z0-9_~.-]+)*");

    private BaseUrl() {}

    /**
     * Parses a base URL. A slash at its end is removed.
     *
     * @throws IllegalArgumentException if it is not a URL that calls may be sent to
     */
    public static URI parse(String text) {
        URI url;
        try {
            url = new URI(text.endsWith("/") ? text.substring(0, text.length() - 1) : text);
        } catch (URISyntaxException e) {
            throw new IllegalArgumentException("The base URL is not a URL");
        }
        boolean https = "https".equalsIgnoreCase(url.getScheme());
        if (!https && !"http".equalsIgnoreCase(url.getScheme()) || url.getHost() == null) {
            throw new IllegalArgumentException(
                    "The base URL must begin with https:// and a host, such as https://api.partnercenter.microsoft.com");
        }
        if (url.getRawUserInfo() != null || url.getRawQuery() != null || url.getRawFragment() != null) {
            throw new IllegalArgumentException("The base URL must not contain a user, query or fragment");
        }
        if (!PREFIX.matcher(url.getRawPath()).matches()) {
            throw new IllegalArgumentException("The path of the base URL must be plain segments, such as /partner");
        }
        if (!https && !isLoopback(url.getHost())) {
            throw new IllegalArgumentException(
                    "The base URL must begin with https://, because a token is never sent unencrypted; http:// is allowed for loopback addresses only");
        }
        return url;
    }

    /** True if the name of the host means this machine, without a DNS lookup. */
    static boolean isLoopback(String host) {
        return LOOPBACK.matcher(host).matches();
    }
}
