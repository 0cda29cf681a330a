package io.github.partnercenter4j.sandbox.token;

import io.github.partnercenter4j.sandbox.internal.credential.Jwt;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;

/**
 * A planned response to a request for a token, for {@link AuthorizationServer#next(TokenResponse)}. Errors have the form and
 * the numbers of the Microsoft identity platform.
 */
public final class TokenResponse {

    private static final DateTimeFormatter TIMESTAMP =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);

    /** How the server responds. */
    enum Kind {
        USUAL,
        SILENCE,
        DISCONNECT,
        ERROR,
        BODY
    }

    final Kind kind;
    final int status;
    private final String text;
    private final int number;
    private final String description;
    final String retryAfter;
    final Duration delay;

    private TokenResponse(Kind kind, int status, String text, int number, String description) {
        this(kind, status, text, number, description, "", Duration.ZERO);
    }

    private TokenResponse(
            Kind kind, int status, String text, int number, String description, String retryAfter, Duration delay) {
        this.kind = kind;
        this.status = status;
        this.text = text;
        this.number = number;
        this.description = description;
        this.retryAfter = retryAfter;
        this.delay = delay;
    }

    /**
     * The response that the server sends when nothing is planned.
     *
     * @return the usual response
     */
    public static TokenResponse usual() {
        return new TokenResponse(Kind.USUAL, 200, "", 0, "");
    }

    /**
     * No response, until the server is closed.
     *
     * @return a response that is never sent
     */
    public static TokenResponse silence() {
        return new TokenResponse(Kind.SILENCE, 0, "", 0, "");
    }

    /**
     * No response: the connection is closed.
     *
     * @return a response that is never sent
     */
    public static TokenResponse disconnect() {
        return new TokenResponse(Kind.DISCONNECT, 0, "", 0, "");
    }

    /**
     * AADSTS700082: the refresh token has expired. The user has to sign in again.
     *
     * @return the error {@code invalid_grant}
     */
    public static TokenResponse invalidGrant() {
        return error("invalid_grant", 700082, "The refresh token has expired due to inactivity.");
    }

    /**
     * AADSTS50076: the user has to sign in with multi-factor authentication.
     *
     * @return the error {@code invalid_grant}
     */
    public static TokenResponse mfaRequired() {
        return error(
                "invalid_grant",
                50076,
                "Due to a configuration change made by your administrator, or because you moved to a new location,"
                        + " you must use multi-factor authentication to access the resource.");
    }

    /**
     * AADSTS7000222: the client secret has expired.
     *
     * @return the error {@code invalid_client}
     */
    public static TokenResponse expiredClientSecret() {
        return error("invalid_client", 7000222, "The provided client secret keys are expired.");
    }

    /**
     * AADSTS70016: the user has not entered the device code yet (RFC 8628).
     *
     * @return the error {@code authorization_pending}
     */
    public static TokenResponse authorizationPending() {
        return error("authorization_pending", 70016, "OAuth 2.0 device flow error. Authorization is pending.");
    }

    /**
     * The client polls too often. It has to wait 5 seconds longer from now on (RFC 8628).
     *
     * @return the error {@code slow_down}
     */
    public static TokenResponse slowDown() {
        return error("slow_down", 50196, "The device code is polled too often.");
    }

    /**
     * AADSTS70020: the user did not enter the device code in time.
     *
     * @return the error {@code expired_token}
     */
    public static TokenResponse expiredToken() {
        return error("expired_token", 70020, "The provided value for the input parameter 'device_code' has expired.");
    }

    /**
     * AADSTS70017: the user declined to sign in.
     *
     * @return the error {@code authorization_declined}
     */
    public static TokenResponse declined() {
        return error("authorization_declined", 70017, "Authorization was declined.");
    }

    /**
     * 500 with an HTML page instead of JSON.
     *
     * @return the error
     */
    public static TokenResponse serverError() {
        return body(500, "<html><head><title>Error</title></head><body>We are sorry.</body></html>");
    }

    /**
     * Any error.
     *
     * @param error the error code of OAuth, such as {@code invalid_grant}
     * @param number the number after {@code AADSTS}
     * @param description a sentence
     * @return the error, with status 401 for {@code invalid_client} and 400 for all others
     */
    public static TokenResponse error(String error, int number, String description) {
        return new TokenResponse(Kind.ERROR, error.equals("invalid_client") ? 401 : 400, error, number, description);
    }

    /**
     * Any body. Its Content-Type is HTML if it begins with {@code <}, JSON if it begins with a brace or bracket or is empty,
     * else plain text.
     *
     * @param status the status
     * @param body the body
     * @return the response
     */
    public static TokenResponse body(int status, String body) {
        return new TokenResponse(Kind.BODY, status, body, 0, "");
    }

    /**
     * Adds the header Retry-After.
     *
     * @param value the value of the header, sent as it is
     * @return a copy of this error or body with the header
     */
    public TokenResponse retryAfter(String value) {
        return new TokenResponse(kind, status, text, number, description, value, delay);
    }

    /**
     * Sends the response later. The request is processed at once.
     *
     * @param time how long to wait before the response is sent
     * @return a copy of this response with the delay
     */
    public TokenResponse delay(Duration time) {
        return new TokenResponse(kind, status, text, number, description, retryAfter, time);
    }

    String contentType() {
        if (kind == Kind.BODY && text.startsWith("<")) {
            return "text/html; charset=utf-8";
        }
        return kind != Kind.BODY || text.isEmpty() || text.startsWith("{") || text.startsWith("[")
                ? "application/json; charset=utf-8"
                : "text/plain; charset=utf-8";
    }

    String body(Clock clock) {
        if (kind == Kind.BODY) {
            return text;
        }
        String time = TIMESTAMP.format(clock.instant());
        String trace = UUID.randomUUID().toString();
        String correlation = UUID.randomUUID().toString();
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("error", text);
        fields.put(
                "error_description",
                "AADSTS%s: %s Trace ID: %s Correlation ID: %s Timestamp: %s"
                        .formatted(number, description, trace, correlation, time));
        fields.put("error_codes", List.of(number));
        fields.put("timestamp", time);
        fields.put("trace_id", trace);
        fields.put("correlation_id", correlation);
        fields.put("error_uri", "https://login.microsoftonline.com/error?code=" + number);
        return Jwt.json(fields);
    }
}
