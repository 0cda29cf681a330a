package io.github.partnercenter4j.client.entra;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.partnercenter4j.client.CredentialException;
import io.github.partnercenter4j.client.internal.text.Guid;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * An error response of the authorization server, RFC 6749, section 5.2, with advice for a person. The server's own
 * description is left out, because it may repeat what was sent. The AADSTS numbers are documented under
 * learn.microsoft.com/entra/identity-platform, "error codes".
 */
final class AuthorizationServerError {
    private static final Pattern ERROR_NAME = Pattern.compile("[a-z_]{1,64}");
    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,9}");
    private static final Pattern NUMBER_IN_TEXT = Pattern.compile("AADSTS([0-9]{1,9}):");
    private static final Set<Integer> MFA_NUMBERS = Set.of(50072, 50074, 50076, 50078, 50079, 50158);

    private static final Map<Integer, String> ADVICE_BY_NUMBER = Map.ofEntries(
            Map.entry(50173, "the refresh token was revoked: sign in again"),
            Map.entry(53000, "the tenant's Conditional Access requires another device: ask its administrator"),
            Map.entry(53001, "the tenant's Conditional Access requires another device: ask its administrator"),
            Map.entry(53003, "the tenant's Conditional Access blocks this sign-in: ask its administrator"),
            Map.entry(65001, "no user has consented to the application yet: sign in and consent"),
            Map.entry(90002, "the tenant does not exist in this cloud: check the tenant and the cloud"),
            Map.entry(700016, "the tenant does not know the application: check the client id and the tenant"),
            Map.entry(700027, "the certificate is not the application's, or has expired: check it"),
            Map.entry(700082, "the refresh token was not used for too long: sign in again"),
            Map.entry(7000215, "the client secret is wrong: check that it is the secret's value, not its id"),
            Map.entry(7000218, "the application must authenticate: set its client secret or certificate"),
            Map.entry(7000222, "the client secret has expired: create a new one"));

    private static final Map<String, String> ADVICE_BY_NAME = Map.of(
            "invalid_grant", "the refresh token or code is no longer valid: sign in again",
            "interaction_required", "a person must sign in: sign in again",
            "invalid_client", "check the client secret or the certificate, and whether it has expired",
            "unauthorized_client", "check the client id, and what the application is registered for",
            "invalid_scope", "check the cloud, and that the application may call Partner Center for a user",
            "expired_token", "the code was not entered in time: sign in again",
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
            addNumber(number.asText());
        }
        Matcher described =
                NUMBER_IN_TEXT.matcher(body.path("error_description").asText());
        if (numbers.isEmpty() && described.lookingAt()) {
            addNumber(described.group(1));
        }
    }

    private void addNumber(String text) {
        if (NUMBER.matcher(text).matches()) {
            numbers.add(Integer.valueOf(text));
        }
    }

    /** Returns null if the body is not such an error. */
    static @Nullable AuthorizationServerError read(JsonNode body) {
        String error = body.path("error").asText();
        return ERROR_NAME.matcher(error).matches() ? new AuthorizationServerError(body, error) : null;
    }

    boolean is(String name) {
        return error.equals(name);
    }

    /** Returns a {@link GrantRejectedException} if the refresh token or code is rejected, else a {@link CredentialException}. */
    RuntimeException toException() {
        CredentialException exception = toCredentialException();
        return is("invalid_grant") ? new GrantRejectedException(exception) : exception;
    }

    CredentialException toCredentialException() {
        boolean mfa = numbers.stream().anyMatch(MFA_NUMBERS::contains);
        return CredentialException.builder(
                        mfa ? CredentialException.Kind.MFA_REQUIRED : CredentialException.Kind.UNAVAILABLE,
                        "No token: the authorization server returned " + error + numbersText() + ". What to do: "
                                + advice(mfa) + traceText())
                .build();
    }

    private String numbersText() {
        return numbers.isEmpty()
                ? ""
                : numbers.stream().map(number -> "AADSTS" + number).collect(Collectors.joining(", ", " (", ")"));
    }

    private String advice(boolean mfa) {
        if (mfa) {
            return "MFA is required: sign in again using MFA, by browser or device code";
        }
        for (Integer number : numbers) {
            String advice = ADVICE_BY_NUMBER.get(number);
            if (advice != null) {
                return advice;
            }
        }
        return ADVICE_BY_NAME.getOrDefault(error, "check tenant, client id and cloud");
    }

    private String traceText() {
        String trace = body.path("trace_id").asText();
        return Guid.isValid(trace) ? "; quote trace id " + trace + " to Microsoft's support" : "";
    }
}
