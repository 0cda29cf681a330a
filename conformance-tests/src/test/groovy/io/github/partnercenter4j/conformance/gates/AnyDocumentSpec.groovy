package io.github.partnercenter4j.conformance.gates

import com.fasterxml.jackson.core.JsonPointer
import com.fasterxml.jackson.databind.JsonNode
import com.fasterxml.jackson.databind.node.ArrayNode
import com.fasterxml.jackson.databind.node.ObjectNode
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper
import io.github.partnercenter4j.conformance.model.ProjectFolder
import io.github.partnercenter4j.conformance.model.Sample
import io.github.partnercenter4j.specgates.Gates
import io.github.partnercenter4j.specgates.SpecTree
import io.github.partnercenter4j.testing.SpecDocument
import spock.lang.Specification

/** Whatever stands at a place of the spec: the gates object to it in words, or every other reader supports it. */
class AnyDocumentSpec extends Specification {
    private static final SpecTree SPEC = new SpecTree(SpecDocument.CURRENT.tree)
    private static final Gates GATES = new Gates(ProjectFolder.REPOSITORY)
    private static final List<String> VALUES = ['null', 'text', '7', 'true', '[]', '[a]', '{}', '{a: b}', '{$ref: "#/components/schemas/Link"}', '{$ref: 3}']

    def 'each value is refused at a place of the document, or supported by all readers: #value'() {
        when:
        def problems = Sample.every(61, places()).collectMany { place ->
            def document = SPEC.changed { SpecTree copy -> put(copy.root, JsonPointer.compile(place), new YAMLMapper().readTree(value)) }
            def objections = GATES.check(document).values().flatten()
            objections ? objections.findAll { it.pointer && !it.pointer.startsWith('/') || it.problem.blank || it.advice.blank }.collect { "$place: $it" } :
                    [SecondOpinions.PARSER, SecondOpinions.SANDBOX].collectMany { it.check(document) }.collect { "$place: no gate objects, but $it" }
        }

        then:
        problems == []

        where:
        value << VALUES
    }

    /** Every place of the document except within examples, whose values may have any form. */
    private static List<String> places() {
        def places = []
        collect(SPEC.root, '', places)
        places.findAll { !(it ==~ '.*/(value|example|default|x-[^/]*)(/.*)?') }
    }

    private static void collect(JsonNode node, String pointer, List<String> places) {
        node.properties().each {
            def place = "$pointer/${SpecTree.escaped(it.key)}" as String
            places << place
            collect(it.value, place, places)
        }
        if (node.array) {
            (0..<node.size()).each { places << ("$pointer/$it" as String); collect(node.get(it), "$pointer/$it", places) }
        }
    }

    private static void put(JsonNode root, JsonPointer place, JsonNode value) {
        def parent = root.at(place.head())
        parent instanceof ArrayNode ? parent.set(place.last().matchingIndex, value) : (parent as ObjectNode).set(place.last().matchingProperty, value)
    }
}
