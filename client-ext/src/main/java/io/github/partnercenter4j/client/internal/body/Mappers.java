package io.github.partnercenter4j.client.internal.body;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.cfg.CoercionAction;
import com.fasterxml.jackson.databind.cfg.CoercionInputShape;
import com.fasterxml.jackson.databind.cfg.MapperBuilder;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.type.LogicalType;
import com.fasterxml.jackson.dataformat.xml.XmlMapper;
import com.fasterxml.jackson.datatype.jsr310.ser.LocalDateSerializer;
import com.fasterxml.jackson.datatype.jsr310.ser.OffsetDateTimeSerializer;
import java.time.LocalDate;
import java.time.OffsetDateTime;

/** Creates strict Jackson mappers. Unknown properties are ignored; nothing is coerced, truncated or dropped. */
public final class Mappers {
    private Mappers() {}

    public static JsonMapper json() {
        // BodyText has already determined the encoding. Jackson would guess it.
        JsonFactory utf8 = JsonFactory.builder()
                .disable(JsonFactory.Feature.CHARSET_DETECTION)
                .build();
        return strict(JsonMapper.builder(utf8))
                .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
                .withCoercionConfigDefaults(c -> c.setAcceptBlankAsEmpty(false))
                .withCoercionConfig(
                        LogicalType.Textual, c -> c.setCoercion(CoercionInputShape.Integer, CoercionAction.Fail)
                                .setCoercion(CoercionInputShape.Float, CoercionAction.Fail)
                                .setCoercion(CoercionInputShape.Boolean, CoercionAction.Fail))
                .build();
    }

    /** XML contains only text, so numbers are read from text. {@link XmlNormalizer} has checked them before. */
    static XmlMapper xml() {
        return strict(XmlMapper.builder()).build();
    }

    private static <M extends ObjectMapper, B extends MapperBuilder<M, B>> B strict(B builder) {
        // Not JavaTimeModule: it loads 75 classes for types that no document can have.
        return builder.addModule(new SimpleModule()
                        .setDeserializerModifier(new RecordDeserializer.Modifier())
                        .addDeserializer(
                                OffsetDateTime.class,
                                new DateTimeDeserializer<>(OffsetDateTime.class, OffsetDateTime::parse))
                        .addDeserializer(LocalDate.class, new DateTimeDeserializer<>(LocalDate.class, LocalDate::parse))
                        .addSerializer(OffsetDateTime.class, OffsetDateTimeSerializer.INSTANCE)
                        .addSerializer(LocalDate.class, LocalDateSerializer.INSTANCE))
                .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
                .disable(DeserializationFeature.ADJUST_DATES_TO_CONTEXT_TIME_ZONE)
                .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
                .defaultSetterInfo(JsonSetter.Value.forContentNulls(Nulls.FAIL));
    }
}
