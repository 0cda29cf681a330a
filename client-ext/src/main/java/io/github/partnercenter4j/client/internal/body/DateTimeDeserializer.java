package io.github.partnercenter4j.client.internal.body;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import java.io.IOException;
import java.time.DateTimeException;
import java.util.function.Function;

/**
 * Reads a date or date-time from text only, RFC 3339, section 5.6. By default Jackson accepts a number as seconds since
 * 1970, a list as year, month and day, and an empty text as null, and drops the time of a date.
 */
final class DateTimeDeserializer<T> extends StdDeserializer<T> {
    private static final long serialVersionUID = 1L;

    private final transient Function<String, T> parse;

    DateTimeDeserializer(Class<T> type, Function<String, T> parse) {
        super(type);
        this.parse = parse;
    }

    @Override
    public T deserialize(JsonParser parser, DeserializationContext context) throws IOException {
        if (!parser.hasToken(JsonToken.VALUE_STRING)) {
            throw context.wrongTokenException(parser, handledType(), JsonToken.VALUE_STRING, "not of RFC 3339");
        }
        try {
            return parse.apply(parser.getText());
        } catch (DateTimeException e) {
            throw context.weirdStringException("", handledType(), "not of RFC 3339");
        }
    }
}
