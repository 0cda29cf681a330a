package io.github.partnercenter4j.client.internal.body;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.lang.reflect.Type;
import java.nio.ByteBuffer;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Decodes JSON strictly by RFC 8259. A value of another type than the documented one is an error and is never converted. */
final class JsonDecoder {
    /**
     * What is known of a type before its first body.
     *
     * @param emptyObject what {} is decoded to
     */
    private record Target(
            ObjectReader reader, Shape shape, @Nullable Object emptyObject) {}

    private final JsonMapper mapper;
    private final Shapes shapes;
    private final Map<Type, Target> targets = new ConcurrentHashMap<>();

    JsonDecoder(JsonMapper mapper) {
        this.mapper = mapper;
        this.shapes = new Shapes(mapper.getTypeFactory());
    }

    Object decode(ByteBuffer text, Type type) throws UnreadableBodyException {
        try {
            Target target = target(type);
            Object value;
            try (JsonParser parser = parser(text)) {
                value = target.reader().readValue(parser);
            }
            if (value == null) {
                throw new UnreadableBodyException("it is null");
            }
            if (target.shape() instanceof Shape.OfObject shape && value.equals(target.emptyObject())) {
                requireKnownProperty(text, shape);
            }
            return value;
        } catch (JsonProcessingException e) {
            throw new UnreadableBodyException("it is not JSON of the documented form: " + JacksonProblem.describe(e));
        } catch (IOException e) {
            throw new UnreadableBodyException("it is not JSON");
        }
    }

    private Target target(Type type) throws IOException {
        Target known = targets.get(type);
        if (known == null) {
            JavaType javaType = mapper.constructType(type);
            Shape shape = shapes.of(javaType);
            ObjectReader reader = mapper.readerFor(javaType);
            known = new Target(reader, shape, shape instanceof Shape.OfObject ? reader.readValue("{}") : null);
            targets.put(type, known);
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
