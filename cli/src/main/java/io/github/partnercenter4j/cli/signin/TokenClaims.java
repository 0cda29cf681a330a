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
 * What an access token says of itself, RFC 7519. It is read and not verified: whom the service believes is its own matter.
 * The names are those of Microsoft's access token claims reference.
 */
public final class TokenClaims {
    private static final JsonMapper JSON = new JsonMapper();

    private final JsonNode claims;

    private TokenClaims(JsonNode claims) {
        this.claims = claims;
    }

    /**
     * Reads a token.
     *
     * @return null if it is opaque: not of the form that could be read
     * @throws IOException if it has the form, and can not be read; its message has nothing of the token in it
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
            // Its message quotes the token.
        }
        throw new IOException("Its middle part is not the Base64 of a JSON object");
    }

    /** Empty if the token does not say, or not in a text. */
    String text(String name) {
        JsonNode value = claims.path(name);
        return value.isTextual() ? value.textValue() : "";
    }

    boolean has(String name) {
        return claims.hasNonNull(name);
    }

    /** The texts of a list, or the one text. */
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

    /** Null if the token does not say, or not in whole seconds that can be meant. */
    @Nullable
    Instant instant(String name) {
        JsonNode value = claims.path(name);
        return value.isIntegralNumber() && value.canConvertToInt() ? Instant.ofEpochSecond(value.longValue()) : null;
    }
}
