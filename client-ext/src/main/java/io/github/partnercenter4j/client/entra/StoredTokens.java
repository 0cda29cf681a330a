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
 * The text in a {@link TokenStore}: MSAL's serialized cache of one sign-in, and beside it for whom it is good. MSAL has
 * no other way to the rotated refresh token.
 */
final class StoredTokens {
    private static final JsonMapper JSON = Mappers.json();
    private static final String OURS = "partnercenter4j";
    private static final String REFRESH_TOKENS = "RefreshToken";

    private final JsonNode cache;

    private StoredTokens(JsonNode cache) {
        this.cache = cache;
    }

    /**
     * Reads what was saved. What is good for another authority or application counts for nothing: no secret may go there.
     *
     * @throws CredentialException if this is no such text
     */
    static StoredTokens read(@Nullable String text, String authority, String clientId) {
        JsonNode cache = text == null ? JSON.createObjectNode() : parse(text);
        JsonNode ours = cache.path(OURS);
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
            // Its message may quote the text.
        }
        throw new CredentialException(
                "The token store holds something else than was saved there: empty it, and sign in again", null);
    }

    /** Null if there is none. */
    @Nullable
    AccessToken accessToken() {
        JsonNode entry = first("AccessToken");
        String expiresOn = entry.path("expires_on").asText();
        return entry.path("secret").isTextual() && expiresOn.matches("[0-9]{1,11}")
                ? new AccessToken(entry.path("secret").textValue(), Instant.ofEpochSecond(Long.parseLong(expiresOn)))
                : null;
    }

    /** Null if there is none. */
    @Nullable
    String refreshToken() {
        return first(REFRESH_TOKENS).path("secret").textValue();
    }

    private JsonNode first(String type) {
        JsonNode entries = cache.path(type);
        return entries.isEmpty() ? JSON.missingNode() : entries.iterator().next();
    }

    /**
     * The text to save after a renewal or sign-in. An authority that sends no new refresh token means the old one to stay.
     */
    String replacedBy(IssuedTokens issued, String authority, String clientId) {
        ObjectNode next = (ObjectNode) parse(issued.cache());
        if (next.path(REFRESH_TOKENS).isEmpty() && refreshToken() != null) {
            next.set(REFRESH_TOKENS, cache.path(REFRESH_TOKENS));
        }
        next.putObject(OURS).put("authority", authority).put("clientId", clientId);
        return next.toString();
    }
}
