package io.github.partnercenter4j.specgates

import com.fasterxml.jackson.databind.JsonNode
import groovy.transform.CompileStatic

/** A place in a document, and where to report what is wrong there. */
@CompileStatic
class Place {
    private static final String UNCHECKED = 'Remove it, and say it in the description: the sandbox and the suite do not check it.'
    private static final String ALTERNATIVES = 'Use one object with all properties, and require none that only one alternative has.'
    /** What to do about keywords that OpenAPI has and this project does not support. */
    private static final Map<String, String> ADVICE = [
            oneOf               : ALTERNATIVES,
            anyOf               : ALTERNATIVES,
            not                 : 'Describe in words what is not allowed.',
            discriminator       : ALTERNATIVES,
            additionalProperties: 'Remove it: a response may always have properties that the spec does not name. For a map, use a list of KeyValuePair.',
            pattern             : UNCHECKED,
            multipleOf          : UNCHECKED,
            exclusiveMinimum    : UNCHECKED,
            exclusiveMaximum    : UNCHECKED,
            minItems            : UNCHECKED,
            maxItems            : UNCHECKED,
            uniqueItems         : UNCHECKED,
            nullable            : 'Remove it: clients read null as absent.',
            writeOnly           : 'Remove the property: requests have no body here.',
            requestBody         : 'Use path, query and header parameters.',
            content             : 'Use schema.',
            example             : 'Use examples, with a $ref to an example of the components.',
            externalValue       : 'Write the example into value.',
            parameters          : 'Move the parameters into each operation.',
            head                : 'Use get: a response to HEAD has no body, and one without a body is not supported.',
            trace               : 'Use another method.',
            style               : 'Remove it: parameters have the default style.',
            explode             : 'Remove it: parameters have the default style.',
            attribute           : 'Use an element: the value is read from an element in XML.',
            namespace           : 'Remove it: elements have no namespace.',
            prefix              : 'Remove it: elements have no prefix.',
    ]

    final SpecTree document
    final String pointer
    final JsonNode node
    private final List<Objection> objections

    Place(SpecTree document, String pointer, List<Objection> objections) {
        this.document = document
        this.pointer = pointer
        this.objections = objections
        node = document.at(pointer)
    }

    boolean has(String key) {
        node.has(key)
    }

    Place at(Object key) {
        new Place(document, "$pointer/${SpecTree.escaped(key as String)}", objections)
    }

    /** Returns a child as text; empty if there is none. */
    String text(String key) {
        node.path(key).asText()
    }

    /** Calls with each name and its place. Objects to anything but an object. */
    void entries(Closure<?> action) {
        if (isObject()) {
            node.fieldNames().toList().each { action.call(it, at(it)) }
        }
    }

    /** Calls with the place of each item. Objects to anything but a list. */
    void items(Closure<?> action) {
        if (node.array) {
            node.size().times { action.call(at(it)) }
        } else {
            reject('is not a list', 'Write a list.')
        }
    }

    boolean isObject() {
        node.object ?: reject('is not an object', 'Write its keys and values.')
    }

    /** Objects to each key except these and extensions, which begin with x-. Returns false if this is not an object. */
    boolean keys(Map<String, String> types) {
        object && node.fieldNames().toList().findAll { !it.startsWith('x-') }.each { key ->
            if (!types.containsKey(key)) {
                at(key).unsupported(types.keySet())
            } else if (types[key] && !isOf(node.path(key), types[key])) {
                def type = types[key] == 'object' ? 'an object' : "a ${types[key]}"
                at(key).reject("is not $type", types[key] == 'string' ? 'Write text, in quotes if it looks like a number or a boolean.' : "Write $type." as String)
            }
        } != null
    }

    /** Objects if one of these keys is missing. */
    boolean needs(String... keys) {
        def missing = keys.findAll { !has(it) }
        missing.each { reject("has no $it", "Add $it.") }
        missing.empty
    }

    /** Objects to the last key of this place. */
    void unsupported(Collection<String> supported) {
        def key = pointer.substring(pointer.lastIndexOf('/') + 1)
        reject("$key is not supported here", ADVICE[key] ?: "Remove it. Supported here: ${supported.join(', ')}." as String)
    }

    /** Returns false, so that a check can end with an objection. */
    boolean reject(String problem, String advice) {
        objections << new Objection(pointer, problem, advice)
        false
    }

    private static boolean isOf(JsonNode node, String type) {
        switch (type) {
            case 'string': return node.textual
            case 'boolean': return node.boolean
            case 'list': return node.array
            default: return node.object
        }
    }
}
