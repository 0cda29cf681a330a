package io.github.partnercenter4j.client;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import com.fasterxml.jackson.datatype.jsr310.deser.InstantDeserializer;
import java.io.IOException;
import java.time.OffsetDateTime;

/** A date-time is text. Jackson by itself takes a number for seconds since 1970, and an empty text for nothing. */
final class DateTimeText extends StdDeserializer<OffsetDateTime> {
    private static final long serialVersionUID = 1L;

    DateTimeText() {
        super(OffsetDateTime.class);
    }

    @Override
    public OffsetDateTime deserialize(JsonParser parser, DeserializationContext context) throws IOException {
        if (!parser.hasToken(JsonToken.VALUE_STRING) || parser.getText().isBlank()) {
            return (OffsetDateTime) context.handleUnexpectedToken(OffsetDateTime.class, parser);
        }
        return InstantDeserializer.OFFSET_DATE_TIME.deserialize(parser, context);
    }
}
