package io.github.partnercenter4j.sandbox.internal.http;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Tells whether a program of this machine sent a request, or a web page from elsewhere. A page can reach a loopback address
 * from the user's browser, even under a name of its own (DNS rebinding). The browser then names the page in Host or Origin.
 */
public final class LocalRequests {

    /** The body of a response that refuses a request. */
    public static final String REFUSAL =
            "The sandbox accepts requests for localhost only. Host must name a loopback address"
                    + " or localhost, and Origin, if sent, must be the origin of the sandbox.\n";

    /** A host with a port. The port may differ from that of the sandbox, because ports can be forwarded. */
    private static final Pattern LOOPBACK = Pattern.compile(
            "(?:localhost|127(?:\\.[0-9]{1,3}){3}|\\[(?:::1|0:0:0:0:0:0:0:1)])(?::([0-9]{1,5}))?",
            Pattern.CASE_INSENSITIVE);

    private static final Pattern SCHEME = Pattern.compile("\\Ahttps?://");

    private LocalRequests() {}

    /**
     * Returns false if a web page from elsewhere may have caused the request.
     *
     * @param hosts the values of Host; empty is not accepted, although HTTP/1.0 allows it, because nothing says that the request
     *     is for this machine
     * @param origins the values of Origin
     */
    public static boolean accepts(List<String> hosts, List<String> origins) {
        return !hosts.isEmpty()
                && hosts.stream().allMatch(host -> port(host).isPresent())
                && origins.stream().allMatch(origin -> hosts.stream().anyMatch(host -> isSameServer(origin, host)));
    }

    private static boolean isSameServer(String origin, String host) {
        Matcher scheme = SCHEME.matcher(origin);
        return scheme.find() && port(origin.substring(scheme.end())).equals(port(host));
    }

    /** Returns the port, as an empty text if none is given. Returns nothing if the host is not a loopback address. */
    private static Optional<String> port(String authority) {
        Matcher loopback = LOOPBACK.matcher(authority);
        return loopback.matches() ? Optional.of(Objects.requireNonNullElse(loopback.group(1), "")) : Optional.empty();
    }
}
