package io.github.partnercenter4j.specgates

import com.fasterxml.jackson.databind.JsonNode
import com.fasterxml.jackson.databind.node.ObjectNode
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper
import groovy.transform.CompileStatic

/** An OpenAPI document as an unchanged tree. No OpenAPI parser reads it, so an invalid document can be checked too. */
class SpecTree {
    static final List<String> METHODS = ['get', 'put', 'post', 'delete', 'options', 'head', 'patch', 'trace']

    final JsonNode root
    /** The document as YAML. */
    @Lazy
    String yaml = new YAMLMapper().writeValueAsString(root)
    /** Each object in the document by its JSON pointer. */
    @Lazy
    Map<String, ObjectNode> objects = objects()

    SpecTree(JsonNode root) {
        this.root = root
    }

    JsonNode at(String pointer) {
        root.at(pointer)
    }

    /** Returns the target of a reference; a missing node if there is none. */
    JsonNode resolved(JsonNode node) {
        node.has('$ref') ? at(node.path('$ref').asText().substring(1)) : node
    }

    /** Returns the place of the target of a reference, or the place itself. */
    String resolved(String pointer) {
        def node = at(pointer)
        node.has('$ref') ? node.path('$ref').asText().substring(1) : pointer
    }

    static String target(JsonNode schema) {
        def reference = schema.path('allOf').size() == 1 ? schema.path('allOf').get(0) : schema
        reference.path('$ref').asText().tokenize('/').with { it ? it.last() : null }
    }

    /** Returns each operation by method and path. */
    Map<String, JsonNode> getOperations() {
        operationPlaces.collectEntries { name, pointer -> [name, at(pointer)] }
    }

    /** Returns the place of each operation by method and path. */
    Map<String, String> getOperationPlaces() {
        root.path('paths').properties().collectMany { path ->
            METHODS.findAll { path.value.has(it) }.collect { [it.toUpperCase(Locale.ROOT) + ' ' + path.key, "/paths/${escaped(path.key)}/$it" as String] }
        }.collectEntries()
    }

    /** Returns the place of each parameter of the operation at a place. */
    List<String> parameterPlaces(String operation) {
        (0..<at(operation + '/parameters').size()).collect { resolved("$operation/parameters/$it" as String) }
    }

    /** Returns each response of each operation as [operation, status, its resolved place]. */
    List<List<String>> getResponsePlaces() {
        operationPlaces.values().collectMany { operation ->
            at(operation + '/responses').fieldNames().collect { [operation, it, resolved("$operation/responses/$it" as String)] }
        }
    }

    Map<String, JsonNode> getSchemas() {
        at('/components/schemas').properties().collectEntries { [it.key, it.value] }
    }

    private Map<String, ObjectNode> objects() {
        Map<String, ObjectNode> found = [:]
        collect(root, '', found)
        found
    }

    @CompileStatic
    private static void collect(JsonNode node, String pointer, Map<String, ObjectNode> found) {
        if (node instanceof ObjectNode) {
            found.put(pointer, node)
            for (Map.Entry<String, JsonNode> child : node.properties()) {
                collect(child.value, pointer + '/' + escaped(child.key), found)
            }
        } else if (node.isArray()) {
            for (int index = 0; index < node.size(); index++) {
                collect(node.get(index), pointer + '/' + index, found)
            }
        }
    }

    /** Escapes a name for a JSON pointer (RFC 6901). */
    @CompileStatic
    static String escaped(String name) {
        name.replace('~', '~0').replace('/', '~1')
    }

    /** Keeps the document out of messages. */
    @Override
    String toString() {
        'an OpenAPI document'
    }

    /** Returns a copy with one change. */
    SpecTree changed(Closure<?> change) {
        def copy = new SpecTree(root.deepCopy())
        change(copy)
        new SpecTree(copy.root)
    }
}
