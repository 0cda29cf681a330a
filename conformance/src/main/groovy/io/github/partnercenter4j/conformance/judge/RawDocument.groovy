package io.github.partnercenter4j.conformance.judge

import com.fasterxml.jackson.core.JsonPointer
import com.fasterxml.jackson.databind.JsonNode
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper
import groovy.transform.CompileStatic
import groovy.transform.Immutable

/** The spec as it is written. It is read without the model that the sandbox uses, so that a fault of the model is noticed. */
@CompileStatic
class RawDocument {
    private static final Set<String> METHODS = ['get', 'put', 'post', 'delete', 'patch', 'head', 'options'] as Set<String>

    final JsonNode root

    RawDocument(String source) {
        root = new YAMLMapper().readTree(source)
    }

    /** A part of the spec that is no reference, and its place. */
    @Immutable(knownImmutableClasses = [JsonNode])
    static class Part {
        String pointer
        JsonNode node

        String text(String key) {
            node.path(key).asText(null)
        }

        /** Returns the name of the component or property that the part is, or is an item of. */
        String getName() {
            // A property may be called items.
            lastKey(pointer.replaceAll('(?<!/properties)(/items)+$', ''))
        }
    }

    /** Returns the part that a pointer, a reference or a single schema in allOf leads to. */
    Part at(String pointer) {
        JsonNode node = root.at(JsonPointer.compile(pointer))
        if (node.missingNode) {
            throw new IllegalArgumentException("#$pointer: does not exist")
        }
        if (node.has('$ref')) {
            return at(URI.create(node.get('$ref').asText()).fragment)
        }
        isRenamed(node) ? at(pointer + '/allOf/0') : new Part(pointer, node)
    }

    /** True for an allOf that gives a reference another name or description. */
    private static boolean isRenamed(JsonNode node) {
        node.path('allOf').size() == 1 && node.at('/allOf/0').has('$ref') && !['properties', 'required', 'additionalProperties'].any { node.has(it) }
    }

    /** Returns the schema and, if it has allOf, the schemas that it is made of. */
    List<Part> parts(Part schema) {
        List<Part> parts = [schema]
        schema.node.path('allOf').size().times { int i -> parts.addAll(this.parts(at("$schema.pointer/allOf/$i"))) }
        parts
    }

    /** Returns the places of the properties of an object, in all its parts. */
    List<String> properties(Part object) {
        parts(object).collectMany { Part part -> part.node.path('properties').fieldNames().collect { String it -> "$part.pointer/properties${escaped(it)}".toString() } }
    }

    /** Returns the names of the properties that an object must have. */
    Set<String> required(Part object) {
        parts(object).collectMany { Part part -> part.node.path('required')*.asText() } as Set<String>
    }

    /** Returns what the document says about a value in XML: beside it, or without that, in the schema that it refers to. */
    JsonNode xml(String pointer) {
        JsonNode node = root.at(pointer)
        node.has('xml') ? node.get('xml') : at(pointer).node.path('xml')
    }

    static String lastKey(String pointer) {
        pointer.tokenize('/').last().replace('~1', '/').replace('~0', '~')
    }

    /** Returns a key as a part of a pointer (RFC 6901). */
    static String escaped(String key) {
        '/' + key.replace('~', '~0').replace('/', '~1')
    }

    /** Returns the place of the schema of each body of a response, by method, path, status and media type. */
    Map<String, String> bodies() {
        Map<String, String> bodies = new TreeMap<>()
        root.path('paths').fields().each { Map.Entry<String, JsonNode> path ->
            METHODS.findAll { path.value.has(it) }.each { String method ->
                String responses = '/paths' + escaped(path.key) + '/' + method + '/responses'
                root.at(responses).fieldNames().each { String status ->
                    Part response = at("$responses/$status")
                    response.node.path('content').fieldNames().each { String mediaType ->
                        bodies["${method.toUpperCase(Locale.ROOT)} $path.key $status $mediaType".toString()] = at("$response.pointer/content${escaped(mediaType)}/schema").pointer
                    }
                }
            }
        }
        bodies
    }
}
