package io.github.partnercenter4j.client.entra;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.partnercenter4j.client.AccessToken;
import io.github.partnercenter4j.client.CredentialException;
import io.github.partnercenter4j.client.internal.body.Mappers;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The text in a {@link TokenStore}: MSAL's serialized cache of one sign-in, and the authorization server and application
 * for which it is valid. MSAL provides the latest refresh token only in its cache.
 */
final class StoredTokens {
    private static final JsonMapper JSON = Mappers.json();
    private static final String OWN_KEY = "partnercenter4j";
    private static final String REFRESH_TOKENS = "RefreshToken";

    private final JsonNode cache;

    private StoredTokens(JsonNode cache) {
        this.cache = cache;
    }

    /**
     * Parses a saved text. A blank one holds nothing. Tokens for another authorization server or application are ignored, because they must not be sent
     * there.
     *
     * @throws CredentialException if the text is not valid
     */
    static StoredTokens read(@Nullable String text, String authority, String clientId) {
        JsonNode cache = text == null || text.isBlank() ? JSON.createObjectNode() : parse(text);
        JsonNode ours = cache.path(OWN_KEY);
        boolean matches = ours.path("authority").asText().equals(authority)
                && ours.path("clientId").asText().equals(clientId);
        return new StoredTokens(matches ? cache : JSON.createObjectNode());
    }

    private static JsonNode parse(String text) {
        try {
            JsonNode cache = JSON.readTree(text);
            if (cache.isObject()) {
                return cache;
            }
        } catch (JacksonException e) {
            // Not used as the cause, because its message may quote the text.
        }
        throw new CredentialException(
                "The token store contains something that this client did not save: empty it and sign in again", null);
    }

    /** Returns null if there is none. */
    @Nullable
    AccessToken accessToken() {
        JsonNode entry = first("AccessToken");
        String expiresOn = entry.path("expires_on").asText();
        return entry.path("secret").isTextual() && expiresOn.matches("[0-9]{1,11}")
                ? new AccessToken(entry.path("secret").textValue(), Instant.ofEpochSecond(Long.parseLong(expiresOn)))
                : null;
    }

    /** Returns null if there is none. */
    @Nullable
    String refreshToken() {
        return first(REFRESH_TOKENS).path("secret").textValue();
    }

    private JsonNode first(String type) {
        JsonNode entries = cache.path(type);
        return entries.isEmpty() ? JSON.missingNode() : entries.iterator().next();
    }

    /**
     * Returns the text to save after an acquisition. If the server issued no new refresh token, the old one is kept.
     */
    String replacedBy(IssuedTokens issued, String authority, String clientId) {
        ObjectNode next = (ObjectNode) parse(issued.cache());
        if (next.path(REFRESH_TOKENS).isEmpty() && refreshToken() != null) {
            next.set(REFRESH_TOKENS, cache.path(REFRESH_TOKENS));
        }
        next.putObject(OWN_KEY).put("authority", authority).put("clientId", clientId);
        return next.toString();
    }
}
