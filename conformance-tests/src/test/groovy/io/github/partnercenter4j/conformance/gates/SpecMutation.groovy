package io.github.partnercenter4j.conformance.gates

import com.fasterxml.jackson.core.JsonPointer
import com.fasterxml.jackson.databind.JsonNode
import com.fasterxml.jackson.databind.node.ObjectNode
import io.github.partnercenter4j.specgates.SpecTree
import io.swagger.v3.core.util.Yaml

/** One change of a copy of the spec at one place. */
class SpecMutation {
    final String kind
    final String place
    private final Closure<?> change

    /** @param change gets the object that holds the place, the name of the place in it, and the whole copy */
    SpecMutation(String kind, String place, Closure<?> change) {
        this.kind = kind
        this.place = place
        this.change = change
    }

    static SpecMutation removed(String kind, String place) {
        new SpecMutation(kind, place, { ObjectNode parent, String name, SpecTree copy -> parent.remove(name) })
    }

    static SpecMutation renamed(String kind, String place) {
        new SpecMutation(kind, place, { ObjectNode parent, String name, SpecTree copy -> rename(parent, name) })
    }

    /** Renames a property and keeps the order of the properties. */
    static void rename(ObjectNode parent, String name) {
        Map<String, JsonNode> children = parent.properties().collectEntries { [it.key, it.value] }
        parent.removeAll()
        children.each { parent.set(it.key == name ? another(name) : it.key, it.value) }
    }

    static String another(String name) {
        'x' + name.capitalize()
    }

    /** Sets another value, given in YAML. */
    static SpecMutation set(String kind, String place, String yaml) {
        new SpecMutation(kind, place, { ObjectNode parent, String name, SpecTree copy -> parent.set(name, Yaml.mapper().readTree(yaml)) })
    }

    SpecTree in(SpecTree document) {
        def pointer = JsonPointer.compile(place)
        def changed = document.changed { copy -> change(copy.root.at(pointer.head()), pointer.last().matchingProperty, copy) }
        assert changed.root != document.root: "$this changes nothing"
        changed
    }

    @Override
    String toString() {
        "$kind: $place"
    }
}
