package io.github.partnercenter4j.conformance.exchange

import groovy.transform.CompileStatic
import io.github.partnercenter4j.conformance.model.Limits
import io.github.partnercenter4j.sandbox.spec.Schema
import io.github.partnercenter4j.sandbox.spec.Schema.ArraySchema
import io.github.partnercenter4j.sandbox.spec.Schema.ObjectSchema
import io.github.partnercenter4j.sandbox.spec.Schema.Property
import io.github.partnercenter4j.sandbox.spec.Schema.Scalar
import io.github.partnercenter4j.sandbox.spec.SpecModel

/** Makes random bodies from a seed. They hold only what both formats can express: no empty text and no empty object. */
@CompileStatic
class RandomTrees {
    private static final List<String> TEXTS = [
            'fulfilled', ' ', 'a b', 'é', '日本', '\uD83D\uDE00', '<&>"\'', ']]>', '\t\n', '0', 'true', 'null', '{}', '\u00A0', '\u200F', '%2F', '\\', '/'
    ]

    private final SpecModel spec
    private final Random random

    RandomTrees(SpecModel spec, long seed) {
        this.spec = spec
        random = new Random(seed)
    }

    /** Returns a body that has at least one property: a success without any is unreadable. */
    Map<String, Object> next(Schema schema) {
        Map<String, Object> body = [:]
        while (body.isEmpty()) {
            body = value(schema, 0) as Map<String, Object>
        }
        body
    }

    private Object value(Schema schema, int depth) {
        Schema form = spec.resolve(schema)
        if (form instanceof ArraySchema) {
            return (0..<random.nextInt(4)).collect { value(form.items(), depth + 1) }
        }
        form instanceof ObjectSchema ? object(form, depth) : scalar(form as Scalar)
    }

    private Map<String, Object> object(ObjectSchema form, int depth) {
        Map<String, Object> object = [:]
        form.properties().each { Property property ->
            // Below this depth only required properties are added, so that a recursive object ends.
            if (property.required() || depth < 8 && random.nextInt(3) > 0) {
                object[property.name()] = value(property.schema(), depth + 1)
            }
        }
        object.findAll { it.value != [:] }
    }

    private Object scalar(Scalar form) {
        Limits limits = new Limits(form)
        if (form.type() == Scalar.Type.BOOLEAN) {
            return random.nextBoolean()
        }
        if (form.type() == Scalar.Type.INTEGER) {
            return random.nextInt(4) == 0 ? limits.typed(random.nextBoolean() ? limits.lowest : limits.highest) : limits.within(random.nextInt(1000) - 500.0G)
        }
        if (form.type() == Scalar.Type.NUMBER) {
            return limits.within(new BigDecimal(random.nextInt(100_000) - 50_000).movePointLeft(random.nextInt(4)))
        }
        if (!form.values().isEmpty()) {
            return form.values()[random.nextInt(form.values().size())]
        }
        switch (form.format()) {
            case 'uuid': return new UUID(random.nextLong(), random.nextLong()).toString()
            case 'date': return '2026-11-2' + random.nextInt(10)
            case 'date-time': return '2026-11-21T12:00:0' + random.nextInt(10) + 'Z'
        }
        limits.fitted((0..random.nextInt(3)).collect { TEXTS[random.nextInt(TEXTS.size())] }.join(''))
    }
}
