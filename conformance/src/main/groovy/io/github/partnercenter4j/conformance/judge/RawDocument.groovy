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
            pointer.replaceAll('(/items)+$', '').tokenize('/').last().replace('~1', '/').replace('~0', '~')
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
        node.path('allOf').size() == 1 ? at(pointer + '/allOf/0') : new Part(pointer, node)
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
