package io.github.partnercenter4j.client.internal.http;

import java.net.URI;
import java.net.URISyntaxException;
import org.apache.hc.client5.http.auth.AuthExchange;
import org.apache.hc.client5.http.auth.UsernamePasswordCredentials;
import org.apache.hc.client5.http.impl.auth.BasicScheme;
import org.apache.hc.core5.http.HttpHost;
import org.jspecify.annotations.Nullable;

/**
 * The HTTP proxy that calls go through. For https URLs the proxy opens a tunnel, so it sees the host name of the service
 * but not the calls.
 *
 * @param host the address of the proxy
 * @param credentials the user name and password for the proxy, or null
 */
public record ProxySettings(HttpHost host, @Nullable UsernamePasswordCredentials credentials) {
    private static final int DEFAULT_PORT = 80;

    /**
     * Parses the URL of a proxy. The message never quotes the URL, because it may contain a password.
     *
     * @throws IllegalArgumentException if it is not the URL of an HTTP proxy
     */
    public static ProxySettings parse(String text) {
        URI url;
        try {
            url = new URI(text);
        } catch (URISyntaxException e) {
            throw new IllegalArgumentException("The URL of the proxy is not a URL");
        }
        if (!"http".equalsIgnoreCase(url.getScheme()) || url.getHost() == null) {
            throw new IllegalArgumentException(
                    "The URL of the proxy must begin with http:// and a host, such as http://proxy.example:3128");
        }
        if (url.getRawUserInfo() != null) {
            throw new IllegalArgumentException(
                    "The URL of the proxy must not contain a user: call proxyCredentials(…)");
        }
        if (!url.getRawPath().matches("/?") || url.getRawQuery() != null || url.getRawFragment() != null) {
            throw new IllegalArgumentException("The URL of the proxy must not contain a path, query or fragment");
        }
        int port = url.getPort() < 0 ? DEFAULT_PORT : url.getPort();
        return new ProxySettings(new HttpHost("http", url.getHost(), port), null);
    }

    /**
     * Checks a user name and a password. RFC 7617, section 2.
     *
     * @throws IllegalArgumentException if Basic authentication cannot transmit them
     */
    public static UsernamePasswordCredentials credentials(String user, String password) {
        if (user.indexOf(':') >= 0 || (user + password).chars().anyMatch(Character::isISOControl)) {
            throw new IllegalArgumentException(
                    "The proxy user name must not contain a colon, and neither it nor the password may contain control characters");
        }
        return new UsernamePasswordCredentials(user, password.toCharArray());
    }

    /**
     * Combines the settings of a builder.
     *
     * @throws IllegalStateException if there are credentials but no proxy
     * @throws IllegalArgumentException if a token would be sent unencrypted
     */
    public static @Nullable ProxySettings of(
            @Nullable ProxySettings proxy, @Nullable UsernamePasswordCredentials credentials, URI baseUrl) {
        if (proxy == null) {
            if (credentials != null) {
                throw new IllegalStateException("Proxy credentials are set, but no proxy: call proxy(…)");
            }
            return null;
        }
        if (!"https".equalsIgnoreCase(baseUrl.getScheme()) && !BaseUrl.isLoopback(proxy.host.getHostName())) {
            throw new IllegalArgumentException(
                    "A base URL with http:// allows only a proxy on a loopback address, because a token is never sent unencrypted");
        }
        return new ProxySettings(proxy.host, credentials);
    }

    /**
     * Sends the credentials with the first request to the proxy. HttpClient's handling of challenges stays disabled: it
     * costs a round trip and would accept other schemes.
     */
    void authorize(Exchange exchange) {
        if (credentials != null) {
            BasicScheme basic = new BasicScheme();
            basic.initPreemptive(credentials);
            AuthExchange authExchange = new AuthExchange();
            authExchange.select(basic);
            exchange.setAuthExchange(host, authExchange);
        }
    }

    @Override
    public String toString() {
        return host.toHostString();
    }
}
