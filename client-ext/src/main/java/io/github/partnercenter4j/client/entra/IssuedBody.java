package io.github.partnercenter4j.client.entra;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/**
 * Reads the JSON of an issued token (RFC 6749, section 5.1) or device code (RFC 8628, section 3.2), and writes it as MSAL
 * expects it. Servers also send numbers as strings. Times that are missing get a default, because both may be omitted.
 */
final class IssuedBody {
    /** Shorter than the lifetime of Microsoft's tokens, 60 to 90 minutes. A token that expires earlier is refreshed after a 401. */
    private static final Duration TOKEN_LIFETIME = Duration.ofHours(1);
    /** As Microsoft documents it. */
    private static final Duration CODE_LIFETIME = Duration.ofMinutes(15);
    /** RFC 8628, section 3.2. */
    private static final Duration INTERVAL = Duration.ofSeconds(5);

    private static final int MAX_DIGITS = 40;

    private final AuthorizationServerResponse response;
    private final JsonNode body;

    IssuedBody(AuthorizationServerResponse response) {
        this.response = response;
        this.body = response.body();
    }

    boolean isToken() {
        return !text("access_token").isEmpty();
    }

    boolean isDeviceCode() {
        return !text("device_code").isEmpty() && !userCode().isEmpty() && !page().isEmpty();
    }

    /** Returns only what MSAL needs. Its parser never ends if it finds a list where it expects a text. */
    String token() {
        ObjectNode token = JsonNodeFactory.instance
                .objectNode()
                .put("token_type", "Bearer")
                .put("access_token", text("access_token"))
                .put("scope", scope())
                .put("expires_in", lifetime(TOKEN_LIFETIME).toSeconds());
        if (!text("refresh_token").isEmpty()) {
            token.put("refresh_token", text("refresh_token"));
        }
        for (String optional : new String[] {"ext_expires_in", "refresh_in"}) {
            Duration seconds = seconds(optional, RoundingMode.FLOOR);
            if (seconds != null) {
                token.put(optional, seconds.toSeconds());
            }
        }
        return token.toString();
    }

    /** A scope is a text with blanks. Servers also send a list. */
    private String scope() {
        JsonNode scope = body.path("scope");
        return scope.isArray()
                ? StreamSupport.stream(scope.spliterator(), false)
                        .map(JsonNode::asText)
                        .collect(Collectors.joining(" "))
                : text("scope");
    }

    /** Returns the device code with an interval of 0, because {@link DevicePolling} waits instead of MSAL. */
    String deviceCode() {
        String message = text("message");
        return JsonNodeFactory.instance
                .objectNode()
                .put("device_code", text("device_code"))
                .put("user_code", userCode())
                .put("verification_uri", page())
                .put("expires_in", codeLifetime().toSeconds())
                .put("interval", 0)
                .put(
                        "message",
                        message.isEmpty()
                                ? "To sign in, open the page " + page() + " and enter the code " + userCode() + "."
                                : message)
                .toString();
    }

    Duration codeLifetime() {
        return lifetime(CODE_LIFETIME);
    }

    /** Returns the wait between two polls, at least a second. */
    Duration interval() {
        Duration asked = seconds("interval", RoundingMode.CEILING);
        if (asked == null || asked.isNegative()) {
            return INTERVAL;
        }
        return asked.isZero() ? Duration.ofSeconds(1) : asked;
    }

    private Duration lifetime(Duration missing) {
        if (!body.hasNonNull("expires_in")) {
            return missing;
        }
        Duration seconds = seconds("expires_in", RoundingMode.FLOOR);
        if (seconds == null) {
            throw response.problem(
                    "with an expires_in that is not a number of seconds",
                    "check the authorization server and the proxy");
        }
        return seconds;
    }

    /** Returns null if there is no number. A number that no int can hold becomes the closest int. */
    private @Nullable Duration seconds(String name, RoundingMode rounding) {
        JsonNode value = body.path(name);
        String text = value.asText().strip();
        if (!value.isNumber() && !value.isTextual() || text.length() > MAX_DIGITS) {
            return null;
        }
        try {
            BigDecimal number = new BigDecimal(text)
                    .min(BigDecimal.valueOf(Integer.MAX_VALUE))
                    .max(BigDecimal.valueOf(Integer.MIN_VALUE));
            return Duration.ofSeconds(number.setScale(0, rounding).intValueExact());
        } catch (ArithmeticException | NumberFormatException e) {
            return null;
        }
    }

    private String userCode() {
        return body.path("user_code").isNumber() ? body.path("user_code").asText() : text("user_code");
    }

    /** Version 1 of Microsoft's endpoint and other servers call it verification_url. */
    private String page() {
        String page = text("verification_uri");
        return page.isEmpty() ? text("verification_url") : page;
    }

    private String text(String name) {
        JsonNode value = body.path(name);
        return value.isTextual() ? value.textValue().strip() : "";
    }
}
