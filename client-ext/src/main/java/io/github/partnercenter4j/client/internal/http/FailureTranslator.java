package io.github.partnercenter4j.client.internal.http;

import io.github.partnercenter4j.client.internal.http.TransportFailure.Kind;
import java.io.IOException;
import java.net.NoRouteToHostException;
import java.net.SocketException;
import java.net.UnknownHostException;
import java.security.cert.CertPathBuilderException;
import java.security.cert.CertPathValidatorException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateExpiredException;
import java.security.cert.CertificateNotYetValidException;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLPeerUnverifiedException;
import org.apache.hc.core5.http.ConnectionClosedException;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.HttpStatus;
import org.apache.hc.core5.http.MalformedChunkCodingException;
import org.apache.hc.core5.http.MessageConstraintException;
import org.apache.hc.core5.http.NoHttpResponseException;
import org.apache.hc.core5.http.TruncatedChunkException;
import org.jspecify.annotations.Nullable;

/** Translates the exceptions of HttpClient to a {@link TransportFailure} with a message that a person can act on. */
final class FailureTranslator {
    private static final int MAX_CAUSE_MESSAGE = 1024;

    private final TransportSettings settings;

    FailureTranslator(TransportSettings settings) {
        this.settings = settings;
    }

    /**
     * Describes an exchange that was stopped. Sets the interrupt flag of the calling thread again if it was interrupted.
     *
     * @param exception what HttpClient threw, or null if the exchange had not begun
     */
    TransportFailure stopped(Exchange exchange, Exchange.StopReason reason, @Nullable Exception exception) {
        if (reason == Exchange.StopReason.INTERRUPTED) {
            Thread.currentThread().interrupt();
        }
        String server = server(exchange);
        String message =
                switch (reason) {
                    case INTERRUPTED ->
                        "The thread was interrupted during the call to " + server + ", " + activity(exchange);
                    case DEADLINE ->
                        "No complete response from " + server + " within the timeout of "
                                + Deadline.seconds(exchange.call().timeout()) + ", " + activity(exchange);
                    case CONNECT_TIMEOUT ->
                        "Could not connect to " + server + " within the connect timeout of "
                                + Deadline.seconds(settings.connectTimeout()) + ", " + activity(exchange);
                    case CLOSED -> "The client was closed during the call to " + server;
                };
        Kind kind =
                switch (reason) {
                    case INTERRUPTED -> Kind.INTERRUPTED;
                    case DEADLINE, CONNECT_TIMEOUT -> Kind.TIMED_OUT;
                    case CLOSED -> Kind.FAILED;
                };
        return failure(exchange, kind, message, exception, reason == Exchange.StopReason.CONNECT_TIMEOUT);
    }

    TransportFailure failed(Exchange exchange, Exception exception) {
        // Another attempt of the same call fixes neither a host name nor a certificate.
        boolean repeatable = !Causes.include(
                exception, UnknownHostException.class, CertificateException.class, SSLPeerUnverifiedException.class);
        return failure(exchange, Kind.FAILED, describe(exchange, exception), exception, repeatable);
    }

    /** The proxy's response body is omitted because anyone on the way may have written it. */
    TransportFailure refusedByProxy(Exchange exchange, int status) {
        String reason = status == HttpStatus.SC_PROXY_AUTHENTICATION_REQUIRED
                ? "it requires a user name and password, or rejected those it was given"
                : "it returned " + status;
        return failure(
                exchange,
                Kind.FAILED,
                "The proxy " + settings.proxy() + " refused the call to " + server(exchange) + ": " + reason,
                null,
                status >= 500);
    }

    private String describe(Exchange exchange, Exception exception) {
        String server = server(exchange);
        if (Causes.include(exception, UnknownHostException.class)) {
            return "The host " + (settings.proxy() == null ? host(exchange) : "of the proxy " + settings.proxy())
                    + " is unknown: check the name, and that this machine can resolve it";
        }
        return switch (exchange.phase()) {
            case WAITING_FOR_CONNECTION, DNS_LOOKUP, CONNECTING ->
                "Could not connect to " + nextHop(exchange) + connectionError(exception)
                        + ": check the address, and whether a firewall or proxy blocks the connection";
            case PROXY_TUNNEL -> nextHop(exchange) + " " + protocolError(exchange, exception);
            case TLS_HANDSHAKE -> "The TLS handshake with " + server + " failed: " + handshakeError(exception);
            case WAITING_FOR_RESPONSE, READING_BODY -> server + " " + protocolError(exchange, exception);
        };
    }

    /** Why the connection could not be opened, in parentheses; empty if the reason is not known. */
    private static String connectionError(Exception exception) {
        if (Causes.include(exception, NoRouteToHostException.class)) {
            return " (there is no route to the host)";
        }
        // The JDK has no exception for each reason.
        String messages = Causes.of(exception)
                .map(cause -> String.valueOf(cause.getMessage()).toLowerCase(Locale.ROOT))
                .collect(Collectors.joining("\n"));
        return messages.contains("refused")
                ? " (the connection was refused)"
                : messages.contains("unreachable") ? " (the network is unreachable)" : "";
    }

    private static String handshakeError(Exception exception) {
        if (Causes.include(exception, CertificateExpiredException.class)) {
            return "its certificate has expired";
        }
        if (Causes.include(exception, CertificateNotYetValidException.class)) {
            return "its certificate is not valid yet; check the clock of this machine";
        }
        if (Causes.include(exception, CertPathBuilderException.class, CertPathValidatorException.class)) {
            return "its certificate is not signed by a trusted authority";
        }
        if (Causes.include(exception, CertificateException.class)) {
            return "its certificate is not valid for this host name";
        }
        return Causes.include(exception, SSLException.class)
                ? "client and server could not agree on a secure connection"
                : "the connection was closed";
    }

    private static String protocolError(Exchange exchange, Exception exception) {
        if (Causes.include(exception, MessageConstraintException.class)) {
            return "sent headers larger than 1 MiB, or a line larger than 128 KiB";
        }
        if (Causes.include(exception, NoHttpResponseException.class)) {
            return "closed the connection without a response";
        }
        if (Causes.include(exception, ConnectionClosedException.class, TruncatedChunkException.class)) {
            return "closed the connection " + progress(exchange);
        }
        if (Causes.include(exception, SocketException.class, SSLException.class)) {
            return "reset the connection " + progress(exchange);
        }
        if (Causes.include(exception, MalformedChunkCodingException.class)) {
            return "sent a malformed chunk " + progress(exchange);
        }
        if (Causes.include(exception, HttpException.class)) {
            return "sent an invalid HTTP/1.1 response";
        }
        return "ended the exchange " + progress(exchange);
    }

    private static String progress(Exchange exchange) {
        return exchange.phase() == Exchange.Phase.READING_BODY
                ? "after " + bytes(exchange) + " of the body"
                : "before the response was complete";
    }

    private String activity(Exchange exchange) {
        return switch (exchange.phase()) {
            case WAITING_FOR_CONNECTION -> "while waiting for one of the " + settings.maxConnections() + " connections";
            case DNS_LOOKUP -> "while looking up the host name";
            case CONNECTING -> "while connecting";
            case PROXY_TUNNEL -> "while waiting for " + nextHop(exchange) + " to open a tunnel";
            case TLS_HANDSHAKE -> "during the TLS handshake";
            case WAITING_FOR_RESPONSE -> "while waiting for the response";
            case READING_BODY -> "after receiving " + bytes(exchange) + " of the body";
        };
    }

    private static String bytes(Exchange exchange) {
        return exchange.receivedBytes()
                + (exchange.expectedBytes() < 0 ? "" : " of " + exchange.expectedBytes())
                + " bytes";
    }

    private static String server(Exchange exchange) {
        int port = exchange.request().getAuthority().getPort();
        return host(exchange) + ":" + (port < 0 ? exchange.isSecure() ? 443 : 80 : port);
    }

    private String nextHop(Exchange exchange) {
        return settings.proxy() == null ? server(exchange) : "the proxy " + settings.proxy();
    }

    private static String host(Exchange exchange) {
        return exchange.request().getAuthority().getHostName();
    }

    private static TransportFailure failure(
            Exchange exchange, Kind kind, String message, @Nullable Exception exception, boolean repeatable) {
        return TransportFailure.ofConnection(
                kind,
                message,
                exception instanceof IOException && isSafeToShow(exception, exchange.call()) ? exception : null,
                repeatable);
    }

    /** HttpClient quotes what the server sent, and the server may have sent the token back. */
    private static boolean isSafeToShow(Throwable exception, CallContext call) {
        return !Causes.include(exception, HttpException.class, MalformedChunkCodingException.class)
                && Causes.of(exception)
                        .map(Throwable::getMessage)
                        .filter(Objects::nonNull)
                        .allMatch(message -> message.length() <= MAX_CAUSE_MESSAGE
                                && message.chars().noneMatch(Character::isISOControl)
                                && call.redact(message).equals(message));
    }
}
