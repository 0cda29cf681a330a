package io.github.partnercenter4j.client;

import io.github.partnercenter4j.client.internal.text.AuthenticationError;
import io.github.partnercenter4j.client.internal.text.PlainText;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Composes the message of a {@link ServiceException}: what the service said, and what is known about it. */
final class ServiceMessage {
    /** With status 401, the token was issued for another API. */
    private static final String WRONG_AUDIENCE = "900420";

    private ServiceMessage() {}

    static String of(
            int status,
            @Nullable String code,
            @Nullable String description,
            @Nullable String excerpt,
            @Nullable Duration retryAfter,
            Map<String, List<String>> headers) {
        StringBuilder message = new StringBuilder("The service returned ").append(status);
        if (code != null) {
            message.append(", code ").append(code);
        }
        if (description != null) {
            message.append(": ").append(PlainText.excerpt(description));
        } else if (excerpt != null) {
            message.append(", with a body that is not a fault: ").append(excerpt);
        }
        String refusal = authenticationError(status, headers);
        if (refusal != null) {
            message.append("; WWW-Authenticate: ").append(refusal);
        }
        if (status == 401 && WRONG_AUDIENCE.equals(code)) {
            message.append(
                    "; the token was issued for another API (wrong audience). Refreshing it will not help; request one"
                            + " with the scope of Partner Center, such as " + Cloud.PUBLIC.scope());
        }
        List<String> unread = values(headers, "Retry-After");
        if (retryAfter == null && !unread.isEmpty()) {
            message.append("; its Retry-After cannot be read: ").append(PlainText.excerpt(String.join(", ", unread)));
        }
        return message.toString();
    }

    /** Returns why a token was refused, or null if the response does not say. */
    static @Nullable String authenticationError(int status, Map<String, List<String>> headers) {
        return status == 401 || status == 403 ? AuthenticationError.of(values(headers, "WWW-Authenticate")) : null;
    }

    private static List<String> values(Map<String, List<String>> headers, String name) {
        return headers.entrySet().stream()
                .filter(header -> header.getKey().equalsIgnoreCase(name))
                .flatMap(header -> header.getValue().stream())
                .toList();
    }
}
