package io.github.partnercenter4j.client;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.StringReader;
import java.lang.reflect.Type;

/** Reads JSON strictly by RFC 8259: what is not of the documented type is an error, never a value that was made to fit. */
final class JsonDecoder {
    private final JsonMapper mapper;
    private final Shapes shapes;

    JsonDecoder(JsonMapper mapper) {
        this.mapper = mapper;
        this.shapes = new Shapes(mapper.getTypeFactory());
    }

    Object decode(String text, Type type) throws UnreadableBodyException {
        JavaType javaType = mapper.constructType(type);
        try {
            Object value = mapper.readValue(text, javaType);
            if (value == null) {
                throw new UnreadableBodyException("it is null");
            }
            if (shapes.of(javaType) instanceof Shape.OfObject shape) {
                requireKnownProperty(text, shape);
            }
            return value;
        } catch (JsonProcessingException e) {
            throw new UnreadableBodyException("it is no JSON of the documented form: " + JacksonProblem.describe(e));
        } catch (IOException e) {
            throw new UnreadableBodyException("it is no JSON");
        }
    }

    /** An object that has none of the documented properties is something else: {}, a fault, another API's answer. */
    private void requireKnownProperty(String text, Shape.OfObject shape) throws IOException, UnreadableBodyException {
        // Of a reader Jackson takes no more than it needs, of a text all.
        try (JsonParser parser = mapper.createParser(new StringReader(text))) {
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
}
