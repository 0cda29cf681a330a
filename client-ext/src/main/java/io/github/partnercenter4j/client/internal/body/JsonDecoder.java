package io.github.partnercenter4j.client.internal.body;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.lang.reflect.Type;
import java.nio.ByteBuffer;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Decodes JSON strictly by RFC 8259. A value of another type than the documented one is an error and is never converted. */
final class JsonDecoder {
    private final JsonMapper mapper;
    private final Shapes shapes;
    private final Map<JavaType, Object> emptyObjects = new ConcurrentHashMap<>();

    JsonDecoder(JsonMapper mapper) {
        this.mapper = mapper;
        this.shapes = new Shapes(mapper.getTypeFactory());
    }

    Object decode(ByteBuffer text, Type type) throws UnreadableBodyException {
        JavaType javaType = mapper.constructType(type);
        try {
            Object value;
            try (JsonParser parser = parser(text)) {
                value = mapper.readValue(parser, javaType);
            }
            if (value == null) {
                throw new UnreadableBodyException("it is null");
            }
            if (shapes.of(javaType) instanceof Shape.OfObject shape && value.equals(emptyObject(javaType))) {
                requireKnownProperty(text, shape);
            }
            return value;
        } catch (JsonProcessingException e) {
            throw new UnreadableBodyException("it is not JSON of the documented form: " + JacksonProblem.describe(e));
        } catch (IOException e) {
            throw new UnreadableBodyException("it is not JSON");
        }
    }

    /** Returns the record that {} is decoded to. */
    private Object emptyObject(JavaType type) throws IOException {
        Object known = emptyObjects.get(type);
        if (known == null) {
            known = mapper.readValue("{}", type);
            emptyObjects.put(type, known);
        }
        return known;
    }

    /** Rejects an object without any documented property, such as {}, a fault or the response of another API. */
    private void requireKnownProperty(ByteBuffer text, Shape.OfObject shape)
            throws IOException, UnreadableBodyException {
        try (JsonParser parser = parser(text)) {
            parser.nextToken();
            while (parser.nextToken() == JsonToken.FIELD_NAME) {
                if (shape.byJsonName().containsKey(parser.currentName())) {
                    return;
                }
                parser.nextToken();
                parser.skipChildren();
            }
        }
        throw new UnreadableBodyException("it has none of the properties of " + shape.rootName());
    }

    private JsonParser parser(ByteBuffer text) throws IOException {
        JsonParser parser =
                mapper.getFactory().createParser(text.array(), text.arrayOffset() + text.position(), text.remaining());
        return new UniqueNamesParser(parser.disable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION));
    }
}
