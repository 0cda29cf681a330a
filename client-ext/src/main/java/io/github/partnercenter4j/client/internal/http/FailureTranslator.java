package io.github.partnercenter4j.client.internal.http;

import io.github.partnercenter4j.client.internal.http.TransportFailure.Kind;
import java.io.IOException;
import java.net.SocketException;
import java.net.UnknownHostException;
import java.security.cert.CertPathBuilderException;
import java.security.cert.CertPathValidatorException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateExpiredException;
import java.security.cert.CertificateNotYetValidException;
import java.util.Objects;
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

/** Says in words what became of an exchange that brought no complete answer. */
final class FailureTranslator {
    private static final int LONGEST_CAUSE = 1024;

    private final TransportSettings settings;

    FailureTranslator(TransportSettings settings) {
        this.settings = settings;
    }

    /** Sets the interrupt flag of the calling thread again where that was the reason. */
    TransportFailure ended(Exchange exchange, Exchange.End end, @Nullable Exception failure) {
        if (end == Exchange.End.INTERRUPTED) {
            Thread.currentThread().interrupt();
        }
        String server = server(exchange);
        String message =
                switch (end) {
                    case INTERRUPTED ->
                        "The thread was interrupted during the call to " + server + ": " + standing(exchange);
                    case DEADLINE ->
                        "No complete answer from " + server + " within the timeout of "
                                + Deadline.seconds(exchange.call().timeout()) + ": " + standing(exchange);
                    case CONNECT_TIMEOUT ->
                        "Could not connect to " + server + " within the connect timeout of "
                                + Deadline.seconds(settings.connectTimeout()) + ": " + standing(exchange);
                    case CLOSED -> "The client was closed during the call to " + server;
                };
        Kind kind =
                switch (end) {
                    case INTERRUPTED -> Kind.INTERRUPTED;
                    case DEADLINE, CONNECT_TIMEOUT -> Kind.TIMED_OUT;
                    case CLOSED -> Kind.FAILED;
                };
        return exception(exchange, kind, message, failure, end == Exchange.End.CONNECT_TIMEOUT);
    }

    TransportFailure failed(Exchange exchange, Exception failure) {
        // Neither a name nor a certificate comes right within a call.
        boolean repeatable = !Causes.include(
                failure, UnknownHostException.class, CertificateException.class, SSLPeerUnverifiedException.class);
        return exception(exchange, Kind.FAILED, describe(exchange, failure), failure, repeatable);
    }

    /** The answer itself is left out: whoever is between us and the service could say anything. */
    TransportFailure refusedByProxy(Exchange exchange, int status) {
        String reason = status == HttpStatus.SC_PROXY_AUTHENTICATION_REQUIRED
                ? "it wants a user name and password, or others than it was given"
                : "it answered " + status;
        return exception(
                exchange,
                Kind.FAILED,
                "The proxy " + settings.proxy() + " did not let the call through to " + server(exchange) + ": "
                        + reason,
                null,
                status >= 500);
    }

    private String describe(Exchange exchange, Exception failure) {
        String server = server(exchange);
        if (Causes.include(failure, UnknownHostException.class)) {
            return "The host " + (settings.proxy() == null ? host(exchange) : "of the proxy " + settings.proxy())
                    + " is unknown: check its name, and that this machine can look it up";
        }
        return switch (exchange.phase()) {
            case WAITING_FOR_CONNECTION, LOOKING_UP, CONNECTING ->
                "Could not connect to " + nextHop(exchange) + " ("
                        + failure.getClass().getSimpleName()
                        + "): check the address, and whether a firewall or proxy is in between";
            case ASKING_PROXY -> nextHop(exchange) + " " + misbehaviour(exchange, failure);
            case SHAKING_HANDS -> "The TLS handshake with " + server + " failed: " + handshake(failure);
            case WAITING_FOR_ANSWER, READING_BODY -> server + " " + misbehaviour(exchange, failure);
        };
    }

    private static String handshake(Exception failure) {
        if (Causes.include(failure, CertificateExpiredException.class)) {
            return "its certificate has expired";
        }
        if (Causes.include(failure, CertificateNotYetValidException.class)) {
            return "its certificate is not valid yet; check the clock of this machine";
        }
        if (Causes.include(failure, CertPathBuilderException.class, CertPathValidatorException.class)) {
            return "its certificate is not signed by an authority that this JVM trusts";
        }
        if (Causes.include(failure, CertificateException.class)) {
            return "its certificate is not valid for this host name";
        }
        return Causes.include(failure, SSLException.class)
                ? "the two sides found no common ground"
                : "the connection was closed";
    }

    private static String misbehaviour(Exchange exchange, Exception failure) {
        if (Causes.include(failure, MessageConstraintException.class)) {
            return "sent headers larger than 1 MiB, or a line larger than 128 KiB";
        }
        if (Causes.include(failure, NoHttpResponseException.class)) {
            return "closed the connection without an answer";
        }
        if (Causes.include(failure, ConnectionClosedException.class, TruncatedChunkException.class)) {
            return "closed the connection " + place(exchange);
        }
        if (Causes.include(failure, SocketException.class, SSLException.class)) {
            return "reset the connection " + place(exchange);
        }
        if (Causes.include(failure, MalformedChunkCodingException.class)) {
            return "sent a malformed chunk " + place(exchange);
        }
        if (Causes.include(failure, HttpException.class)) {
            return "sent what is not an HTTP/1.1 answer";
        }
        return "broke off the exchange " + place(exchange) + " ("
                + failure.getClass().getSimpleName() + ")";
    }

    private static String place(Exchange exchange) {
        return exchange.phase() == Exchange.Phase.READING_BODY
                ? "after " + bytes(exchange) + " of the body"
                : "before the answer was complete";
    }

    private String standing(Exchange exchange) {
        return switch (exchange.phase()) {
            case WAITING_FOR_CONNECTION ->
                "it waited for one of the " + settings.maxConnections() + " connections to be free";
            case LOOKING_UP -> "it was looking up the host name";
            case CONNECTING -> "it was trying to connect";
            case ASKING_PROXY -> "it had connected to " + nextHop(exchange) + " and asked for a tunnel";
            case SHAKING_HANDS -> "it had connected and was in the TLS handshake";
            case WAITING_FOR_ANSWER -> "the request was sent and it waited for the answer";
            case READING_BODY -> "it had received " + bytes(exchange) + " of the body";
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

    private static TransportFailure exception(
            Exchange exchange, Kind kind, String message, @Nullable Exception failure, boolean repeatable) {
        return TransportFailure.ofConnection(
                kind,
                message,
                failure instanceof IOException && isFitToShow(failure, exchange.call()) ? failure : null,
                repeatable);
    }

    /** HttpClient quotes what the server sent, which may be what we sent it. */
    private static boolean isFitToShow(Throwable failure, CallContext call) {
        return !Causes.include(failure, HttpException.class, MalformedChunkCodingException.class)
                && Causes.of(failure)
                        .map(Throwable::getMessage)
                        .filter(Objects::nonNull)
                        .allMatch(message -> message.length() <= LONGEST_CAUSE
                                && message.chars().noneMatch(Character::isISOControl)
                                && call.redact(message).equals(message));
    }
}
