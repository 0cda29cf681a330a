package io.github.partnercenter4j.conformance.judge

import com.fasterxml.jackson.core.JsonProcessingException
import com.fasterxml.jackson.core.StreamReadFeature
import com.fasterxml.jackson.databind.DeserializationFeature
import com.fasterxml.jackson.databind.JsonNode
import com.fasterxml.jackson.databind.json.JsonMapper
import groovy.transform.CompileStatic
import io.github.partnercenter4j.sandbox.spec.Schema
import java.nio.charset.CharacterCodingException
import java.nio.charset.StandardCharsets

/** Judges JSON by RFC 8259 and the schema. It is stricter than the client. */
@CompileStatic
class JsonJudge {
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build()

    private final Schemas schemas

    JsonJudge(Schemas schemas) {
        this.schemas = schemas
    }

    List<Objection> objections(Schema schema, byte[] body, String charset) {
        // RFC 8259, section 8.1: JSON that systems exchange is UTF-8.
        if (charset != null && !charset.equalsIgnoreCase('utf-8')) {
            return [new Objection('body', 'encoding', "is JSON in $charset")]
        }
        try {
            String text = StrictText.decode(body, StandardCharsets.UTF_8)
            JsonNode tree = MAPPER.readTree(StrictText.withoutMark(text))
            return tree.missingNode ? [new Objection('body', 'malformed', 'is empty')] : schemas.objections(schema, tree)
        } catch (CharacterCodingException ignored) {
            return [new Objection('body', 'encoding', 'is not UTF-8')]
        } catch (JsonProcessingException e) {
            return [new Objection('body', 'malformed', e.originalMessage)]
        }
    }

    /** Reports a byte order mark. RFC 8259 forbids it to senders, and allows readers to ignore it. */
    List<Objection> remarks(byte[] body) {
        StrictText.hasUtf8Mark(body) ? [new Objection('body', 'byte order mark', 'begins with one')] : []
    }
}
