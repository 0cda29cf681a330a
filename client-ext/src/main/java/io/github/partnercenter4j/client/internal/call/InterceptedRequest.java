package io.github.partnercenter4j.client.internal.call;

import io.github.partnercenter4j.client.RequestInterceptor;
import io.github.partnercenter4j.client.internal.text.HeaderValue;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** A request as one interceptor sees it: without the token, and with rules for what they add. */
final class InterceptedRequest implements RequestInterceptor.Request {
    /** RFC 9110, section 5.6.2 */
    private static final Pattern NAME = Pattern.compile("[!#$%&'*+.^_`|~0-9A-Za-z-]+");

    private static final Set<String> SECRET = ignoringCase("Authorization", LinkRequest.CONTINUATION_TOKEN);

    /** The client has an option or a rule for these, or HTTP itself does: RFC 9110, sections 6.4.1, 7.2 and 7.6. */
    private static final Set<String> OWNED = ignoringCase(
            "Accept",
            "Accept-Encoding",
            "Authorization",
            "Connection",
            "Content-Encoding",
            "Content-Length",
            "Content-Type",
            "Expect",
            "Host",
            "HTTP2-Settings",
            "Keep-Alive",
            "MS-Contract-Version",
            "MS-CorrelationId",
            "MS-CV",
            "MS-PartnerCenter-Application",
            "MS-RequestId",
            LinkRequest.CONTINUATION_TOKEN,
            "Proxy-Authorization",
            "Proxy-Connection",
            "TE",
            "Trailer",
            "Transfer-Encoding",
            "Upgrade",
            "ValidateMfa",
            "X-Locale");

    private final OperationMethod operation;
    private final Map<String, Collection<String>> headers;
    private volatile boolean ended;

    /**
     * Creates the view of a request.
     *
     * @param headers the headers to send, which this changes
     */
    InterceptedRequest(OperationMethod operation, Map<String, Collection<String>> headers) {
        this.operation = operation;
        this.headers = headers;
    }

    @Override
    public String method() {
        return operation.httpMethod();
    }

    @Override
    public String path() {
        return operation.path();
    }

    @Override
    public Map<String, String> headers() {
        requireValid();
        Map<String, String> shown = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        headers.forEach((name, values) -> {
            if (!SECRET.contains(name)) {
                shown.put(name, String.join(", ", values));
            }
        });
        return Collections.unmodifiableMap(shown);
    }

    @Override
    public void addHeader(String name, String value) {
        requireValid();
        if (name == null || !NAME.matcher(name).matches()) {
            throw new IllegalArgumentException(
                    "The name of a header must not be empty, and may contain only letters, digits and !#$%&'*+-.^_`|~");
        }
        if (OWNED.contains(name)) {
            throw new IllegalArgumentException("The header " + name
                    + " is set by the client: use CallOptions or PartnerCenterBuilder, if they have an option for it");
        }
        if (headers.keySet().stream().anyMatch(name::equalsIgnoreCase)) {
            throw new IllegalArgumentException("The header " + name + " is in the request already");
        }
        headers.put(name, List.of(HeaderValue.require("The value of the header " + name, value)));
    }

    /** Lets the interceptor see the request, and not use it later, when it is being sent or seen by the next one. */
    void passTo(RequestInterceptor interceptor) {
        try {
            interceptor.intercept(this);
        } finally {
            ended = true;
        }
    }

    private void requireValid() {
        if (ended) {
            throw new IllegalStateException(
                    "The request cannot be used any more: it is valid only until intercept returns");
        }
    }

    /** Does not show what was added. */
    @Override
    public String toString() {
        return method() + " " + path();
    }

    private static Set<String> ignoringCase(String... names) {
        Set<String> set = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
        Collections.addAll(set, names);
        return set;
    }
}
