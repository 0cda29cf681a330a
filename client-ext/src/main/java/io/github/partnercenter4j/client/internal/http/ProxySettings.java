package io.github.partnercenter4j.client.internal.http;

import java.net.URI;
import java.net.URISyntaxException;
import org.apache.hc.client5.http.auth.AuthExchange;
import org.apache.hc.client5.http.auth.UsernamePasswordCredentials;
import org.apache.hc.client5.http.impl.auth.BasicScheme;
import org.apache.hc.core5.http.HttpHost;
import org.jspecify.annotations.Nullable;

/**
 * The HTTP proxy that calls go through. Under TLS it sees a tunnel: the name of the service, and nothing of the calls.
 *
 * @param host where it is
 * @param credentials what it is given, or null
 */
public record ProxySettings(HttpHost host, @Nullable UsernamePasswordCredentials credentials) {
    private static final int DEFAULT_PORT = 80;

    /**
     * Reads where a proxy is. The message never quotes the URL: it may have a password in it.
     *
     * @throws IllegalArgumentException if it is no plain HTTP proxy
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
            throw new IllegalArgumentException("The URL of the proxy must have no user: call proxyCredentials(…)");
        }
        if (!url.getRawPath().matches("/?") || url.getRawQuery() != null || url.getRawFragment() != null) {
            throw new IllegalArgumentException("The URL of the proxy must have no path, query or fragment");
        }
        int port = url.getPort() < 0 ? DEFAULT_PORT : url.getPort();
        return new ProxySettings(new HttpHost("http", url.getHost(), port), null);
    }

    /**
     * Checks a user name and a password. RFC 7617, section 2.
     *
     * @throws IllegalArgumentException if Basic authentication can not carry them
     */
    public static UsernamePasswordCredentials credentials(String user, String password) {
        if (user.indexOf(':') >= 0 || (user + password).chars().anyMatch(Character::isISOControl)) {
            throw new IllegalArgumentException(
                    "The user name for the proxy must have no colon, and neither it nor the password control characters");
        }
        return new UsernamePasswordCredentials(user, password.toCharArray());
    }

    /**
     * Completes what a builder was given.
     *
     * @throws IllegalStateException if there are credentials, and no proxy to send them to
     * @throws IllegalArgumentException if a token would travel in clear
     */
    public static @Nullable ProxySettings of(
            @Nullable ProxySettings proxy, @Nullable UsernamePasswordCredentials credentials, URI baseUrl) {
        if (proxy == null) {
            if (credentials != null) {
                throw new IllegalStateException("The proxy is missing that the credentials are for: call proxy(…)");
            }
            return null;
        }
        if (!"https".equalsIgnoreCase(baseUrl.getScheme()) && !BaseUrl.isLoopback(proxy.host.getHostName())) {
            throw new IllegalArgumentException(
                    "A base URL with http:// takes a proxy on a loopback address only, since a token never travels in clear");
        }
        return new ProxySettings(proxy.host, credentials);
    }

    /**
     * Has an exchange bring the credentials with its first request to the proxy. HttpClient's answer to challenges stays
     * off, and with it the round trip, and whatever weaker scheme a proxy may ask for.
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
