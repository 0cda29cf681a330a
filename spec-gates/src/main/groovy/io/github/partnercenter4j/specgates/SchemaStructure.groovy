package io.github.partnercenter4j.specgates

import com.fasterxml.jackson.databind.JsonNode

/** Objects to schemas that the generator, the client, the sandbox or the suite does not support. */
class SchemaStructure {
    /** Keywords that do not change a response. */
    private static final Map<String, String> NOTES = [description: 'string', title: 'string', deprecated: 'boolean', readOnly: 'boolean', externalDocs: 'object', xml: 'object']
    private static final Map<String, List<String>> FORMATS = [string: ['uuid', 'date', 'date-time'], integer: ['int32', 'int64'], number: ['float', 'double'], boolean: []]
    private static final List<String> ALTERNATIVES = ['oneOf', 'anyOf', 'not', 'discriminator']
    private static final List<String> LENGTHS = ['minLength', 'maxLength']
    private static final List<String> LIMITS = ['minimum', 'maximum']
    static final List<String> BOUNDS = LENGTHS + LIMITS

    private final References references

    SchemaStructure(References references) {
        this.references = references
    }

    /** Checks a schema of the components. */
    void component(Place schema) {
        if (!schema.object) {
            return
        }
        if (schema.text('type') == 'array') {
            schema.reject('is a list', 'Write the list at each property that has it.')
        } else {
            value(schema, true)
        }
    }

    /** Checks the schema of a body. */
    void body(Place schema) {
        if (!schema.has('$ref')) {
            schema.reject(schema.text('type') == 'array' ? 'is a list' : 'is not a reference', 'Put an object into the components and refer to it using $ref. A list is a property of that object.')
        } else {
            def target = references.resolved(schema, 'schemas')
            if (target != null && target.text('type') in FORMATS.keySet()) {
                schema.reject("refers to a single value", 'Refer to an object.')
            }
        }
    }

    /** Checks the schema of a parameter or header. */
    void single(Place schema) {
        def target = references.resolved(schema, 'schemas')
        if (target != null && target.text('type') in ['array', 'object']) {
            schema.reject("is ${target.text('type') == 'array' ? 'a list' : 'an object'}", 'Use a string, integer, number or boolean: a parameter or header has one value.')
        } else if (target?.is(schema)) {
            value(schema, false)
        }
    }

    private void value(Place schema, boolean named) {
        if (schema.has('allOf')) {
            joined(schema)
            return
        }
        def type = schema.node.path('type')
        def alternatives = ALTERNATIVES.findAll { schema.has(it) }
        if (alternatives) {
            alternatives.each { schema.at(it).unsupported([]) }
        } else if (type.array) {
            schema.at('type').reject('is a list of types', 'Write one type. Leave null out: clients read null as absent.')
        } else if (type.missingNode) {
            schema.reject('has no type', 'Add a type: string, integer, number, boolean, array, or object.')
        } else if (type.asText() == 'object') {
            named || schema.has('additionalProperties') ? properties(schema) : schema.reject('is an object in place', 'Put the object into the components, and refer to it using $ref within allOf.')
        } else if (type.asText() == 'array') {
            list(schema)
        } else if (FORMATS.containsKey(type.asText())) {
            scalar(schema, type.asText())
        } else {
            schema.at('type').reject("is ${type.asText()}", 'Use string, integer, number, boolean, array, or object.')
        }
        xml(schema)
    }

    /** allOf may add a description and an XML name to one reference, because OpenAPI ignores keywords beside a $ref. */
    private void joined(Place schema) {
        schema.keys([allOf: 'list'] + NOTES)
        def parts = schema.at('allOf')
        if (parts.node.size() != 1 || !parts.at(0).has('$ref')) {
            parts.reject('allOf is supported only around a single $ref', 'Put all properties into one object.')
        } else {
            references.resolved(parts.at(0), 'schemas')
        }
        xml(schema)
    }

    private void properties(Place schema) {
        schema.keys([type: 'string', required: 'list', properties: 'object'] + NOTES)
        if (schema.node.path('properties').empty) {
            schema.has('additionalProperties') || schema.reject('has no properties', 'Add at least one property.')
            return
        }
        schema.at('properties').node.fieldNames().each { String name ->
            def property = schema.at('properties').at(name)
            def target = references.resolved(property, 'schemas')
            if (target?.is(property)) {
                value(property, false)
            } else if (target != null && target.node.at('/xml/name').asText(name) != name) {
                property.reject("has two XML names: $name and ${target.node.at('/xml/name').asText()}", 'Put the reference into allOf, and a description and xml.name beside it.')
            }
        }
        def required = schema.node.path('required')
        if (required.toSet().size() != required.size()) {
            schema.at('required').reject('names a property twice', 'Name each once.')
        }
        required.each {
            if (!schema.at('properties').has(it.asText())) {
                schema.at('required').reject("names ${it.asText()}, which is not a property", 'Remove it.')
            }
        }
    }

    private void list(Place schema) {
        schema.keys([type: 'string', items: 'object'] + NOTES)
        if (!schema.needs('items')) {
            return
        }
        def items = schema.at('items')
        def target = references.resolved(items, 'schemas')
        if (target != null && target.text('type') == 'array') {
            items.reject('is a list within a list', 'Put the inner list into an object of the components.')
        } else if (target?.is(items)) {
            value(items, false)
        }
    }

    private static void scalar(Place schema, String type) {
        def allowed = schema.has('enum') || type == 'boolean' || type == 'string' && schema.has('format') ? [] : type == 'string' ? LENGTHS : LIMITS
        (LENGTHS + LIMITS - allowed).findAll { schema.has(it) }.each {
            schema.at(it).reject("$it is not supported for this type, or beside an enum or the format of a string", 'Remove it.')
        }
        schema.keys([type: 'string', format: 'string', enum: 'list', default: null, example: null] + (LENGTHS + LIMITS).collectEntries { [it, null] } + NOTES)
        def format = schema.node.path('format')
        if (format.textual && !(format.asText() in FORMATS[type])) {
            schema.at('format').reject("is $format", FORMATS[type] ? "Leave it out, or use ${FORMATS[type].join(', ')}." : 'Remove it.')
        }
        if (schema.has('enum')) {
            def values = schema.node.path('enum')
            if (values.empty || values.any { !it.textual } || values.toSet().size() != values.size() || type != 'string') {
                schema.at('enum').reject('is not a list of different strings', type == 'string' ? 'Write each value once, in quotes if it looks like a number or a boolean.' : 'Remove it: only a string can have an enum.')
            }
        }
        bounds(schema, allowed, type == 'integer' && format.asText() != 'int64')
    }

    private static void bounds(Place schema, List<String> allowed, boolean small) {
        def given = allowed.findAll { schema.has(it) }
        def valid = given.findAll { key -> bound(schema, key, small) }
        if (valid.size() == 2 && schema.node.path(valid[0]).decimalValue() > schema.node.path(valid[1]).decimalValue()) {
            schema.at(valid[1]).reject("is below ${valid[0]}, so no value is allowed", 'Correct one of them.')
        }
    }

    private static boolean bound(Place schema, String key, boolean small) {
        JsonNode value = schema.node.path(key)
        if (!value.number) {
            return schema.at(key).reject('is not a number', 'Write a number without quotes.')
        }
        def (lowest, highest) = key == 'maxLength' ? [1, Integer.MAX_VALUE] : key == 'minLength' ? [0, Integer.MAX_VALUE] :
                small ? [Integer.MIN_VALUE, Integer.MAX_VALUE] : [Long.MIN_VALUE, Long.MAX_VALUE]
        if (schema.text('type') == 'number' || value.decimalValue().stripTrailingZeros().scale() <= 0 && value.decimalValue() >= lowest && value.decimalValue() <= highest) {
            return true
        }
        schema.at(key).reject("is not a whole number from $lowest to $highest", 'Correct it.')
    }

    private static void xml(Place schema) {
        if (schema.has('xml') && schema.node.path('xml').object) {
            def xml = schema.at('xml')
            xml.keys([name: 'string', wrapped: 'boolean'])
            if (xml.has('wrapped') && schema.text('type') != 'array') {
                xml.at('wrapped').reject('is given for something that is not a list', 'Remove it.')
            }
            if (xml.node.path('name').textual && !(xml.text('name') ==~ /[A-Za-z_][A-Za-z0-9_.-]*/)) {
                xml.at('name').reject("is ${xml.text('name')}", 'Use letters, digits, _, - and dots, and begin with a letter.')
            }
        }
    }
}
