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
 * What a link of the service becomes on the wire, if nothing speaks against it: a GET below the configured base URL, with
 * no header of the link's but the continuation token. No refusal quotes the link, for it may echo the token.
 *
 * @param url below the base URL, with the version of the document's paths
 * @param continuationToken where the page begins, or null
 */
record LinkRequest(String url, @Nullable String continuationToken) {
    static final String CONTINUATION_TOKEN = "MS-ContinuationToken";

    private static final Pattern PATH = Pattern.compile("(/[^/]+)+/?");
    private static final Pattern CONTROL_CHARACTER = Pattern.compile("%([01][0-9A-Fa-f]|7[Ff])");
    /**
     * A dot segment, and what parts it from its neighbours, plain or percent-encoded any number of times: a server removes
     * it after decoding, RFC 3986, section 6.2.2.3.
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
            throw refused("its method is another than GET");
        }
        return new LinkRequest(url(link.uri(), baseUrl), continuationToken(link.headers()));
    }

    private static String url(@Nullable String text, URI baseUrl) {
        if (text == null || !text.chars().allMatch(c -> c > ' ' && c <= '~')) {
            throw refused("it has no URI, or one with characters that no URI has");
        }
        URI uri;
        try {
            uri = new URI(text);
        } catch (URISyntaxException e) {
            throw refused("its URI is malformed");
        }
        if (text.startsWith("//") || uri.getScheme() != null && !isSameOrigin(uri, baseUrl)) {
            throw refused("its URI leads away from the configured base URL, and a token goes nowhere else");
        }
        String path = uri.getRawPath();
        if (path == null || !PATH.matcher(path).matches() || uri.getRawFragment() != null) {
            throw refused("its URI has no plain path, or has a fragment");
        }
        if (DOT_SEGMENT.matcher(path).find() || CONTROL_CHARACTER.matcher(text).find()) {
            throw refused("its URI has a dot segment or a control character");
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

    /** A gateway may have put its own prefix into the links. */
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
            throw refused("it asks for headers other than one " + CONTINUATION_TOKEN);
        }
        if (header.value() == null || !HeaderValue.isValid(header.value())) {
            throw refused("its " + CONTINUATION_TOKEN + " has characters that no header can carry, or is empty");
        }
        return header.value();
    }

    static DecodingException refused(String reason) {
        return DecodingException.builder(
                        DecodingException.Kind.UNREADABLE, "The link was refused, and nothing was sent: " + reason)
                .build();
    }
}
