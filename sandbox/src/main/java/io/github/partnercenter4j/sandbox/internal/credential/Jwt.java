package io.github.partnercenter4j.sandbox.internal.credential;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;

/** A JSON Web Token (RFC 7519). Its signature is not checked. */
public record Jwt(JsonNode header, JsonNode claims, String signed, byte[] signature) {

    private static final JsonMapper JSON = new JsonMapper();
    private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();

    /**
     * Parses a token.
     *
     * @throws IllegalArgumentException if the text is not a token
     */
    public static Jwt parse(String text) {
        String[] parts = text.split("\\.", -1);
        if (parts.length != 3) {
            throw new IllegalArgumentException("A JWT has three parts");
        }
        Base64.Decoder decoder = Base64.getUrlDecoder();
        try {
            return new Jwt(
                    JSON.readTree(decoder.decode(parts[0])),
                    JSON.readTree(decoder.decode(parts[1])),
                    parts[0] + "." + parts[1],
                    decoder.decode(parts[2]));
        } catch (IOException e) {
            throw new IllegalArgumentException("A part of the JWT is not JSON", e);
        }
    }

    /** Returns a token without a signature, for clients that only read it. */
    public static String unsigned(Map<String, ?> claims) {
        return encoded(Map.of("typ", "JWT", "alg", "none")) + "." + encoded(claims) + ".";
    }

    public static String encoded(Map<String, ?> fields) {
        return BASE64.encodeToString(json(fields).getBytes(StandardCharsets.UTF_8));
    }

    public static String json(Map<String, ?> fields) {
        try {
            return JSON.writeValueAsString(fields);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
