package io.github.partnercenter4j.client.internal.body;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import feign.RequestTemplate;
import feign.codec.Encoder;
import java.lang.reflect.Type;
import java.nio.charset.StandardCharsets;

/** Encodes the body of a request as JSON. */
public final class JsonEncoder implements Encoder {
    /** Represents an optional body that the caller leaves out. Feign does not accept null. */
    public static final Object NO_BODY = new Object();

    private final JsonMapper mapper;

    public JsonEncoder(JsonMapper mapper) {
        this.mapper = mapper;
    }

    @Override
    public void encode(Object body, Type type, RequestTemplate template) {
        if (body == NO_BODY) {
            return;
        }
        try {
            template.header("Content-Type", "application/json");
            template.body(mapper.writeValueAsBytes(body), StandardCharsets.UTF_8);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("The body cannot be written as JSON: " + type);
        }
    }
}
