package io.github.partnercenter4j.conformance.exchange

import com.fasterxml.jackson.core.JsonParser
import com.fasterxml.jackson.databind.DeserializationContext
import com.fasterxml.jackson.databind.JsonDeserializer
import com.fasterxml.jackson.databind.json.JsonMapper
import com.fasterxml.jackson.databind.module.SimpleModule
import groovy.transform.CompileStatic
import java.time.LocalDate
import java.time.OffsetDateTime

/** Makes generated records from trees. */
@CompileStatic
class Values {
    private static final JsonMapper JSON = JsonMapper.builder().addModule(new SimpleModule()
            .addDeserializer(OffsetDateTime, new Text<OffsetDateTime>({ String it -> OffsetDateTime.parse(it) }))
            .addDeserializer(LocalDate, new Text<LocalDate>({ String it -> LocalDate.parse(it) }))).build()

    static <T> T record(Class<T> type, Map<String, Object> tree) {
        JSON.convertValue(tree, type)
    }

    private static class Text<T> extends JsonDeserializer<T> {
        private final Closure<T> read

        Text(Closure<T> read) {
            this.read = read
        }

        @Override
        T deserialize(JsonParser parser, DeserializationContext context) throws IOException {
            read.call(parser.text)
        }
    }
}
