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

/** Reads JSON strictly by RFC 8259: what is not of the documented type is an error, never a value that was made to fit. */
final class JsonDecoder {
    private final JsonMapper mapper;
    private final Shapes shapes;
    private final Map<JavaType, Object> nothing = new ConcurrentHashMap<>();

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
            if (shapes.of(javaType) instanceof Shape.OfObject shape && value.equals(nothing(javaType))) {
                requireKnownProperty(text, shape);
            }
            return value;
        } catch (JsonProcessingException e) {
            throw new UnreadableBodyException("it is no JSON of the documented form: " + JacksonProblem.describe(e));
        } catch (IOException e) {
            throw new UnreadableBodyException("it is no JSON");
        }
    }

    /** What an object without any known property is read into. */
    private Object nothing(JavaType type) throws IOException {
        Object known = nothing.get(type);
        if (known == null) {
            known = mapper.readValue("{}", type);
            nothing.put(type, known);
        }
        return known;
    }

    /** An object that has none of the documented properties is something else: {}, a fault, another API's answer. */
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
        return mapper.getFactory().createParser(text.array(), text.arrayOffset() + text.position(), text.remaining());
    }
}
