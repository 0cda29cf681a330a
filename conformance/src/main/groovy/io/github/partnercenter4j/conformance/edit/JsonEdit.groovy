package io.github.partnercenter4j.conformance.edit

import com.fasterxml.jackson.databind.JsonNode
import com.fasterxml.jackson.databind.json.JsonMapper
import com.fasterxml.jackson.databind.node.ArrayNode
import com.fasterxml.jackson.databind.node.NullNode
import com.fasterxml.jackson.databind.node.ObjectNode
import groovy.transform.CompileStatic
import io.github.partnercenter4j.conformance.model.Route
import io.github.partnercenter4j.sandbox.spec.Schema
import io.github.partnercenter4j.sandbox.spec.Schema.ArraySchema
import io.github.partnercenter4j.sandbox.spec.Schema.ObjectSchema
import io.github.partnercenter4j.sandbox.spec.Schema.Property
import io.github.partnercenter4j.sandbox.spec.SpecModel
import java.nio.charset.StandardCharsets

/** Edits JSON. A byte order mark stays where it is. */
@CompileStatic
class JsonEdit implements BodyEdit {
    private static final JsonMapper JSON = new JsonMapper()
    private static final String MARK = '\uFEFF'
    private static final Map<String, String> WRONG = [
            number: '7', fraction: '1.5', boolean: 'true', string: '"1"', array: '[]', object: '{}'
    ]

    private final JsonNode root
    private final String before

    JsonEdit(byte[] body) {
        String text = new String(body, StandardCharsets.UTF_8)
        before = text.startsWith(MARK) ? MARK : ''
        root = JSON.readTree(text.substring(before.length()))
    }

    @Override
    byte[] drop(Route route) {
        object(route).remove(route.last.name)
        bytes()
    }

    @Override
    byte[] nothing(Route route) {
        object(route).putNull(route.last.name)
        bytes()
    }

    @Override
    byte[] empty(Route route) {
        JsonNode value = object(route).get(route.last.name)
        set(route, value.array ? '[]' : value.object ? '{}' : '""')
    }

    @Override
    byte[] change(Route route) {
        JsonNode value = object(route).get(route.last.name)
        if (value instanceof ArrayNode) {
            value.remove(0)
        } else if (value instanceof ObjectNode) {
            value.isEmpty() ? object(route).remove(route.last.name) : value.remove(value.fieldNames().next())
        } else if (value.boolean) {
            object(route).put(route.last.name, !value.booleanValue())
        } else if (value.number) {
            object(route).put(route.last.name, value.decimalValue() - 1)
        } else {
            object(route).put(route.last.name, BodyEdits.other(value.textValue()))
        }
        bytes()
    }

    @Override
    byte[] put(Route route, String type) {
        set(route, WRONG[type])
    }

    @Override
    byte[] text(Route route, Object value) {
        set(route, JSON.writeValueAsString(value))
    }

    @Override
    byte[] rename(Route route, String name) {
        ObjectNode object = object(route)
        JsonNode value = object.remove(route.last.name)
        object.set(name, value)
        bytes()
    }

    @Override
    byte[] renameItem(Route route, String name) {
        throw new UnsupportedOperationException('Items have no names in JSON')
    }

    @Override
    byte[] otherRoot() {
        (before + JSON.writeValueAsString([root])).getBytes(StandardCharsets.UTF_8)
    }

    @Override
    byte[] twice(Route route) {
        // A tree cannot hold a name twice, so the text is changed.
        String placeholder = 'suite-given-twice'
        ObjectNode object = object(route)
        object.set(placeholder, object.get(route.last.name))
        new String(bytes(), StandardCharsets.UTF_8).replace("\"$placeholder\"", "\"${route.last.name}\"").getBytes(StandardCharsets.UTF_8)
    }

    @Override
    byte[] nothingForItem(Route route) {
        setFirst(object(route).get(route.last.name), NullNode.instance)
        bytes()
    }

    @Override
    byte[] wrongItem(Route route) {
        JsonNode value = object(route).get(route.last.name)
        setFirst(value, first(value).object ? JSON.readTree('"text"') : JSON.readTree('{}'))
        bytes()
    }

    /** Returns the first item of a list, or the first value of a map. */
    private static JsonNode first(JsonNode value) {
        value.elements().next()
    }

    private static void setFirst(JsonNode value, JsonNode other) {
        if (value instanceof ArrayNode) {
            value.set(0, other)
        } else {
            (value as ObjectNode).set(value.fieldNames().next(), other)
        }
    }

    @Override
    byte[] add(Route route) {
        JsonNode value = object(route).get(route.last.name)
        route.last.levels.size().times { value = first(value) }
        (value as ObjectNode).put(UNKNOWN, 'x')
        bytes()
    }

    @Override
    byte[] addToRoot() {
        (root as ObjectNode).put(UNKNOWN, 'x')
        bytes()
    }

    /** Reverses the properties of every object. */
    byte[] reversed() {
        (before + JSON.writeValueAsString(reverse(root))).getBytes(StandardCharsets.UTF_8)
    }

    byte[] spaced() {
        (before + ' \t\r\n' + JSON.writerWithDefaultPrettyPrinter().writeValueAsString(root) + '\n ').getBytes(StandardCharsets.UTF_8)
    }

    /** Adds an unknown property to every object that may have one. */
    byte[] widened(SpecModel spec, Schema schema) {
        widen(spec, schema, root)
        bytes()
    }

    private static void widen(SpecModel spec, Schema schema, JsonNode node) {
        Schema form = spec.resolve(schema)
        if (form instanceof ArraySchema) {
            node.each { widen(spec, form.items(), it) }
        } else if (form instanceof ObjectSchema && form.additional() != null) {
            node.each { widen(spec, form.additional(), it) }
        } else if (form instanceof ObjectSchema) {
            ObjectSchema object = (ObjectSchema) form
            object.properties().findAll { Property it -> node.has(it.name()) }.each { Property it -> widen(spec, it.schema(), node.get(it.name())) }
            if (!object.closed()) {
                (node as ObjectNode).putObject(UNKNOWN).put('@class', 'x').putArray('more').add(1)
            }
        }
    }

    private static JsonNode reverse(JsonNode node) {
        if (node instanceof ObjectNode) {
            ObjectNode copy = JSON.createObjectNode()
            node.fieldNames().toList().reverse().each { String it -> copy.set(it, reverse(node.get(it))) }
            return copy
        }
        if (node instanceof ArrayNode) {
            ArrayNode copy = JSON.createArrayNode()
            node.each { JsonNode it -> copy.add(reverse(it)) }
            return copy
        }
        node
    }

    private byte[] set(Route route, String json) {
        object(route).set(route.last.name, JSON.readTree(json))
        bytes()
    }

    private ObjectNode object(Route route) {
        JsonNode at = root
        route.steps.init().each { Route.Step step -> at = step.item ? at.get(0) : at.get(step.name) }
        at as ObjectNode
    }

    private byte[] bytes() {
        (before + JSON.writeValueAsString(root)).getBytes(StandardCharsets.UTF_8)
    }
}
