package io.github.partnercenter4j.cli.signin;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The claims of an access token (RFC 7519). The signature is not verified, because only the service decides which tokens
 * it accepts. The claim names come from Microsoft's access token claims reference.
 */
public final class TokenClaims {
    private static final JsonMapper JSON = new JsonMapper();

    private final JsonNode claims;

    private TokenClaims(JsonNode claims) {
        this.claims = claims;
    }

    /**
     * Reads the claims of a token.
     *
     * @return null if the token is opaque, that is, not a JWT
     * @throws IOException if the token is a JWT but its claims cannot be read; the message quotes nothing of it
     */
    public static @Nullable TokenClaims read(String token) throws IOException {
        String[] parts = token.split("\\.", -1);
        if (parts.length != 3) {
            return null;
        }
        try {
            JsonNode claims = JSON.readTree(Base64.getUrlDecoder().decode(parts[1]));
            if (claims.isObject()) {
                return new TokenClaims(claims);
            }
        } catch (IllegalArgumentException | JacksonException e) {
            // Not passed on: its message quotes the token.
        }
        throw new IOException("Its middle part is not the Base64 of a JSON object");
    }

    /** Returns a claim, or the empty string if it is missing or not a string. */
    String text(String name) {
        JsonNode value = claims.path(name);
        return value.isTextual() ? value.textValue() : "";
    }

    boolean has(String name) {
        return claims.hasNonNull(name);
    }

    /** Returns the strings of a claim, which may be one string or a list. */
    List<String> texts(String name) {
        JsonNode value = claims.path(name);
        List<String> texts = new ArrayList<>();
        if (value.isTextual()) {
            texts.add(value.textValue());
        }
        for (JsonNode item : value) {
            if (item.isTextual()) {
                texts.add(item.textValue());
            }
        }
        return texts;
    }

    /** Returns a claim in seconds since 1970, or null if it is missing or not a plausible number. */
    @Nullable
    Instant instant(String name) {
        JsonNode value = claims.path(name);
        return value.isIntegralNumber() && value.canConvertToInt() ? Instant.ofEpochSecond(value.longValue()) : null;
    }
}
