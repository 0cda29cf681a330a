package io.github.partnercenter4j.conformance.gates

import com.fasterxml.jackson.databind.node.ObjectNode
import io.github.partnercenter4j.specgates.SpecTree

/** Changes that do not matter to callers, one for each place of a document. */
class SpecEquivalents {
    private static final String DETAILS = 'Another text.'
    private final SpecTree spec

    SpecEquivalents(SpecTree spec) {
        this.spec = spec
    }

    List<SpecMutation> descriptions() {
        texts('description')
    }

    List<SpecMutation> summaries() {
        texts('summary')
    }

    /** Replaces each word of each example, in JSON and in the XML of the same content, if its property may have any text. */
    List<SpecMutation> values() {
        def examples = spec.at('/components/examples')
        examples.fieldNames().findAll { it.endsWith('Json') && it != 'SampleJson' }.collectMany { name ->
            def words = words(name)
            (words[true] - words[false]).collect { word ->
                new SpecMutation('another value', "/components/examples/$name", { ObjectNode parent, String json, SpecTree copy ->
                    copy.objects.findAll { it.key.startsWith("/components/examples/$name/value") }.values().each { ObjectNode node ->
                        node.properties().findAll { it.value.textual && it.value.asText() == word }*.key.each { node.put(it, 'another') }
                    }
                    def xml = parent.path(name.replace('Json', 'Xml')) as ObjectNode
                    xml.put('value', xml.path('value').asText().replace(">${escaped(word)}<", '>another<'))
                })
            }
        }
    }

    /** Returns the words of an example: those of properties that may have any text, and the others. */
    private Map<Boolean, Set<String>> words(String example) {
        def values = spec.objects.findAll { it.key.startsWith("/components/examples/$example/value") }.values().collectMany { it.properties().findAll { it.value.textual } }
        [true, false].collectEntries { any -> [any, values.findAll { free(it.key) == any }*.value*.asText().toSet()] }
    }

    /** True if every property of this name is a string of any content. */
    private boolean free(String name) {
        spec.at('/components/schemas').findAll { it.path('properties').has(name) }.every {
            def property = it.path('properties').path(name)
            property.path('type').asText() == 'string' && ['format', 'enum', 'minLength', 'maxLength'].every { !property.has(it) }
        }
    }

    private List<SpecMutation> texts(String kind) {
        spec.objects.findAll { !it.key.contains('/value') && it.value.path(kind).textual }.keySet().collect {
            new SpecMutation("another $kind", "$it/$kind", { ObjectNode parent, String name, SpecTree copy -> parent.put(name, DETAILS) })
        }
    }

    private static String escaped(String word) {
        word.replace('&', '&amp;').replace('<', '&lt;')
    }
}
