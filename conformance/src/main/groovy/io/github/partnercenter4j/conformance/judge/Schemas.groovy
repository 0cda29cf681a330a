package io.github.partnercenter4j.conformance.judge

import com.fasterxml.jackson.databind.JsonNode
import com.fasterxml.jackson.databind.node.ObjectNode
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper
import com.networknt.schema.Error
import com.networknt.schema.SchemaLocation
import com.networknt.schema.SchemaRegistry
import com.networknt.schema.SchemaRegistryConfig
import com.networknt.schema.dialect.Dialects
import com.networknt.schema.path.NodePath
import groovy.transform.CompileStatic
import io.github.partnercenter4j.sandbox.spec.Schema
import io.github.partnercenter4j.sandbox.spec.SpecModel

/**
 * Compares trees with the schemas of the spec: by networknt's validator for OpenAPI 3.0, which reads the spec as it is written, and, where that
 * is lax, by stricter rules with the model of the sandbox.
 */
@CompileStatic
class Schemas {
    private static final SchemaLocation LOCATION = SchemaLocation.of('mem:spec')

    private final ObjectNode document
    private final StrictValues values
    private final Map<String, com.networknt.schema.Schema> validators = [:]
    private final SchemaRegistry registry = SchemaRegistry.withDialect(Dialects.openApi30) {
        it.schemaCacheEnabled(false).schemaRegistryConfig(new SchemaRegistryConfig.Builder().formatAssertionsEnabled(true).build())
    }

    Schemas(SpecModel spec) {
        document = (ObjectNode) new YAMLMapper().readTree(spec.source())
        values = new StrictValues(spec)
    }

    List<Objection> objections(Schema schema, JsonNode tree) {
        List<Objection> strict = values.objections(schema, tree)
        Set<String> told = strict*.place as Set<String>
        strict + validator(schema).validate(tree).collect { Error error -> objection(error) }.findAll { Objection it -> !(it.place in told) }
    }

    private synchronized com.networknt.schema.Schema validator(Schema schema) {
        validators.computeIfAbsent(schema.pointer()) { String pointer ->
            // The whole spec is the resource of the schema, so that references are resolved.
            ObjectNode root = document.deepCopy()
            root.putArray('allOf').addObject().put('$ref', '#' + new URI(null, null, pointer).rawFragment)
            registry.getSchema(LOCATION, root)
        }
    }

    private static Objection objection(Error error) {
        String place = place(error.instanceLocation)
        if (error.property != null) {
            place = place.empty ? error.property : place + '.' + error.property
        }
        new Objection(place, error.keyword == 'additionalProperties' ? 'additional' : error.keyword, message(error))
    }

    /** Writes the message, because messages of networknt 2.0.1 repeat the place and omit an argument. */
    private static String message(Error error) {
        switch (error.keyword) {
            case 'required': return 'is missing'
            case 'additionalProperties': return 'is not documented, and additional properties are forbidden'
            case 'type': return "is of type ${error.arguments[0]} and not ${error.arguments[1]}"
            default: return "violates ${error.keyword}: ${error.arguments.join(', ')}"
        }
    }

    private static String place(NodePath path) {
        StringBuilder place = new StringBuilder()
        for (int i = 0; i < path.nameCount; i++) {
            Object element = path.getElement(i)
            place.append(element instanceof Integer ? "[$element]" : place.length() == 0 ? element : '.' + element)
        }
        place.toString()
    }
}
