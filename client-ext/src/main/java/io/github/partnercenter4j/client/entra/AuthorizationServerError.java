package io.github.partnercenter4j.client.entra;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.partnercenter4j.client.CredentialException;
import io.github.partnercenter4j.client.internal.text.Guid;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * An error of the token authority, RFC 6749, section 5.2, in words that a person can act on. The authority's own sentence
 * is left out: it may repeat what was sent. Its numbers are documented under learn.microsoft.com/entra/identity-platform,
 * "error codes".
 */
final class AuthorizationServerError {
    private static final Pattern NAME = Pattern.compile("[a-z_]{1,64}");
    private static final Set<Integer> MFA = Set.of(50072, 50074, 50076, 50078, 50079, 50158);

    private static final Map<Integer, String> BY_NUMBER = Map.ofEntries(
            Map.entry(50173, "the refresh token was revoked: sign in again"),
            Map.entry(53000, "the tenant's Conditional Access wants another device: ask its administrator"),
            Map.entry(53001, "the tenant's Conditional Access wants another device: ask its administrator"),
            Map.entry(53003, "the tenant's Conditional Access blocks this sign-in: ask its administrator"),
            Map.entry(65001, "nobody has consented to the application yet: sign in and consent"),
            Map.entry(90002, "there is no such tenant in this cloud: check the tenant and the cloud"),
            Map.entry(700016, "the tenant does not know the application: check the client id and the tenant"),
            Map.entry(700027, "the certificate is not the application's, or has expired: check it"),
            Map.entry(700082, "the refresh token was not used for too long: sign in again"),
            Map.entry(7000215, "the client secret is wrong: check that it is the secret's value, not its id"),
            Map.entry(7000218, "the application has to prove who it is: give its client secret or certificate"),
            Map.entry(7000222, "the client secret has expired: make a new one"));

    private static final Map<String, String> BY_NAME = Map.of(
            "invalid_grant", "the refresh token or code is no good any more: sign in again",
            "interaction_required", "a person has to sign in: sign in again",
            "invalid_client", "check the client secret or the certificate, and whether it has expired",
            "unauthorized_client", "check the client id, and what the application is registered for",
            "invalid_scope", "check the cloud, and that the application may call Partner Center for a user",
            "expired_token", "nobody entered the code in time: sign in again",
            "authorization_declined", "the person declined: sign in again",
            "access_denied", "the person declined: sign in again",
            "temporarily_unavailable", "try again later");

    private final JsonNode body;
    private final String error;
    private final List<Integer> numbers = new ArrayList<>();

    private AuthorizationServerError(JsonNode body, String error) {
        this.body = body;
        this.error = error;
        for (JsonNode number : body.path("error_codes")) {
            if (number.isInt()) {
                numbers.add(number.intValue());
            }
        }
    }

    /** Null if the body is no such error. */
    static @Nullable AuthorizationServerError read(JsonNode body) {
        String error = body.path("error").asText();
        return NAME.matcher(error).matches() ? new AuthorizationServerError(body, error) : null;
    }

    boolean is(String name) {
        return error.equals(name);
    }

    /** A {@link GrantRejectedException} if the refresh token or code is rejected, else a {@link CredentialException}. */
    RuntimeException toException() {
        CredentialException exception = toCredentialException();
        return is("invalid_grant") ? new GrantRejectedException(exception) : exception;
    }

    CredentialException toCredentialException() {
        boolean mfa = numbers.stream().anyMatch(MFA::contains);
        return CredentialException.builder(
                        mfa ? CredentialException.Kind.MFA_REQUIRED : CredentialException.Kind.UNAVAILABLE,
                        "No token: the token authority answered " + error + numbered() + ". What to do: " + advice(mfa)
                                + quote())
                .build();
    }

    private String numbered() {
        return numbers.isEmpty()
                ? ""
                : numbers.stream().map(number -> "AADSTS" + number).collect(Collectors.joining(", ", " (", ")"));
    }

    private String advice(boolean mfa) {
        if (mfa) {
            return "multi-factor authentication is required: let a person sign in again with it, by browser or device code";
        }
        for (Integer number : numbers) {
            String advice = BY_NUMBER.get(number);
            if (advice != null) {
                return advice;
            }
        }
        return BY_NAME.getOrDefault(error, "check tenant, client id and cloud");
    }

    private String quote() {
        String trace = body.path("trace_id").asText();
        return Guid.isValid(trace) ? "; Microsoft's support finds it by trace id " + trace : "";
    }
}
