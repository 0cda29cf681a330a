package io.github.partnercenter4j.client.internal.call;

import io.github.partnercenter4j.api.Apis;
import io.github.partnercenter4j.client.DecodingException;
import io.github.partnercenter4j.client.internal.text.HeaderValue;
import io.github.partnercenter4j.model.KeyValuePair;
import io.github.partnercenter4j.model.Link;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The GET request for a link of the service. It stays below the configured base URL. The only link header it sends is
 * MS-ContinuationToken. Messages never quote the link, because it may contain the token.
 *
 * @param url a URL below the base URL, with the version of the OpenAPI document's paths
 * @param continuationToken where the page begins, or null
 */
record LinkRequest(String url, @Nullable String continuationToken) {
    static final String CONTINUATION_TOKEN = "MS-ContinuationToken";

    private static final Pattern PATH = Pattern.compile("(/[^/]+)+/?");
    private static final Pattern CONTROL_CHARACTER = Pattern.compile("%([01][0-9A-Fa-f]|7[Ff])");
    /**
     * A dot segment with its separators, plain or percent-encoded any number of times. A server removes it after decoding,
     * RFC 3986, section 6.2.2.3.
     */
    private static final Pattern DOT_SEGMENT = Pattern.compile(
            "(?:[/;]|%(?:25)*(?:2f|3b|5c))(?:\\.|%(?:25)*2e){1,2}(?:[/;]|%(?:25)*(?:2f|3b|5c)|$)",
            Pattern.CASE_INSENSITIVE);

    /**
     * Checks a link.
     *
     * @throws DecodingException if it must not be followed
     */
    static LinkRequest of(Link link, URI baseUrl) {
        if (link.method() != null && !link.method().equalsIgnoreCase("GET")) {
            throw rejected("its method is not GET");
        }
        return new LinkRequest(url(link.uri(), baseUrl), continuationToken(link.headers()));
    }

    private static String url(@Nullable String text, URI baseUrl) {
        if (text == null || !text.chars().allMatch(c -> c > ' ' && c <= '~')) {
            throw rejected("its URI is missing or has invalid characters");
        }
        URI uri;
        try {
            uri = new URI(text);
        } catch (URISyntaxException e) {
            throw rejected("its URI is malformed");
        }
        if (text.startsWith("//") || uri.getScheme() != null && !isSameOrigin(uri, baseUrl)) {
            throw rejected("its URI is outside the configured base URL, and the token must not be sent elsewhere");
        }
        String path = uri.getRawPath();
        if (path == null || !PATH.matcher(path).matches() || uri.getRawFragment() != null) {
            throw rejected("its URI has no absolute path, or has a fragment");
        }
        if (DOT_SEGMENT.matcher(path).find() || CONTROL_CHARACTER.matcher(text).find()) {
            throw rejected("its URI has a dot segment or a control character");
        }
        return baseUrl
                + versioned(withoutPrefix(path, baseUrl.getRawPath()))
                + (uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery());
    }

    private static boolean isSameOrigin(URI uri, URI baseUrl) {
        return uri.getRawUserInfo() == null
                && baseUrl.getScheme().equalsIgnoreCase(uri.getScheme())
                && baseUrl.getHost().equalsIgnoreCase(uri.getHost())
                && port(baseUrl) == port(uri);
    }

    private static int port(URI uri) {
        return uri.getPort() >= 0 ? uri.getPort() : "https".equalsIgnoreCase(uri.getScheme()) ? 443 : 80;
    }

    /** Removes the prefix of a gateway, which may have added it to the links. */
    private static String withoutPrefix(String path, String prefix) {
        return isBelow(path, prefix) ? path.substring(prefix.length()) : path;
    }

    private static String versioned(String path) {
        return isBelow(path, Apis.basePath()) ? path : Apis.basePath() + path;
    }

    private static boolean isBelow(String path, String prefix) {
        return path.regionMatches(true, 0, prefix, 0, prefix.length()) && path.startsWith("/", prefix.length());
    }

    private static @Nullable String continuationToken(List<KeyValuePair> headers) {
        if (headers.isEmpty()) {
            return null;
        }
        KeyValuePair header = headers.get(0);
        if (headers.size() > 1 || !CONTINUATION_TOKEN.equalsIgnoreCase(header.key())) {
            throw rejected("it requests headers other than a single " + CONTINUATION_TOKEN);
        }
        if (header.value() == null || !HeaderValue.isValid(header.value())) {
            throw rejected("its " + CONTINUATION_TOKEN + " is empty or has characters that a header cannot contain");
        }
        return header.value();
    }

    static DecodingException rejected(String reason) {
        return DecodingException.builder(
                        DecodingException.Kind.UNREADABLE, "The link was rejected, and nothing was sent: " + reason)
                .build();
    }
}
