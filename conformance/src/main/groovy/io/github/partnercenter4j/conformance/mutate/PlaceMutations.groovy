package io.github.partnercenter4j.conformance.mutate

import static io.github.partnercenter4j.conformance.mutate.Mutation.Expected.ACCEPT
import static io.github.partnercenter4j.conformance.mutate.Mutation.Expected.IGNORE
import static io.github.partnercenter4j.conformance.mutate.Mutation.Expected.REJECT

import groovy.transform.CompileStatic
import io.github.partnercenter4j.conformance.edit.BodyEdit
import io.github.partnercenter4j.conformance.edit.BodyEdits
import io.github.partnercenter4j.conformance.edit.PlaceEdits
import io.github.partnercenter4j.conformance.edit.XmlEdit
import io.github.partnercenter4j.conformance.exchange.Scenario
import io.github.partnercenter4j.conformance.model.Requirement
import io.github.partnercenter4j.conformance.model.Requirements
import io.github.partnercenter4j.conformance.model.Route
import io.github.partnercenter4j.conformance.model.Side
import io.github.partnercenter4j.conformance.model.Trees
import io.github.partnercenter4j.conformance.wire.Alteration
import io.github.partnercenter4j.sandbox.spec.Schema.ArraySchema
import io.github.partnercenter4j.sandbox.spec.Schema.ObjectSchema
import io.github.partnercenter4j.sandbox.spec.Schema.Scalar

/** Derives the mutations of the places of one body. */
@CompileStatic
class PlaceMutations {
    private final Mutations mutations
    private final Scenario full
    private final int status
    private final boolean json

    PlaceMutations(Mutations mutations, Scenario full, int status) {
        this.mutations = mutations
        this.full = full
        this.status = status
        json = full.mediaType.endsWith('json')
    }

    void derive() {
        List<Requirement> requirements = mutations.places(full, status)
        requirements.findAll { it.side == Side.CLIENT }.each { Requirement it -> aspect(it) }
        requirements.findAll { it.side == Side.SERVER && it.aspect == 'present' }.each { Requirement it ->
            Route route = mutations.scenarios.route(full.operation, status, it.subject)
            // The client does not show the other properties of a fault, so it cannot see a mutation of them.
            if (status < 400 || route.steps[0].name in Requirements.FAULT_PROPERTIES) {
                boolean required = mutations.scenarios.property(full.operation, it).required()
                json ? json(it.subject, route) : xml(it.subject, route, required)
            }
        }
    }

    /** Uses the descriptions of the test cases' counterexamples, so that equal scenarios are sent once. */
    private void aspect(Requirement requirement) {
        String aspect = requirement.aspect
        String family = aspect == 'present' ? 'another value' : aspect == 'absent' ? 'dropped'
                : aspect ==~ /wrong-type.*|wrong-item|null-item|int.*\/(above|below)/ ? 'wrong type' : null
        if (family != null) {
            Route route = mutations.scenarios.route(full.operation, status, requirement.subject)
            mutations.fault(family, full, "$aspect at ${requirement.subject}", PlaceEdits.aspect(full.mediaType, route, aspect), requirement.subject)
        }
    }

    private void json(String place, Route route) {
        both(place, route)
        String other = BodyEdits.otherCase(route.last.name)
        if (other != null) {
            fault('renamed', place, 'in capitals') { BodyEdit it -> it.rename(route, other) }
        }
    }

    private void xml(String place, Route route, boolean required) {
        both(place, route)
        Route.Step last = route.last
        String other = BodyEdits.otherCase(last.elementName)
        if (other != null) {
            tolerated('XML: name in another case', place, 'in capitals') { BodyEdit it -> it.rename(route, other) }
        }
        if (last.attribute) {
            fault('XML: element for attribute', place, 'element') { BodyEdit it -> ((XmlEdit) it).toElement(route) }
        } else if (last.schema instanceof Scalar) {
            fault('XML: attribute for element', place, 'attribute') { BodyEdit it -> ((XmlEdit) it).toAttribute(route) }
        }
        namespace(place, route)
        if (last.unwrapped) {
            fault('XML: list with wrapper', place, 'wrapped') { BodyEdit it -> ((XmlEdit) it).wrap(route) }
            fault('renamed', place, 'item renamed') { BodyEdit it -> it.renameItem(route, 'RenamedByTheSuite') }
        } else if (last.schema instanceof ArraySchema) {
            fault('XML: list without wrapper', place, 'unwrapped') { BodyEdit it -> ((XmlEdit) it).unwrap(route) }
            tolerated('XML: items renamed', place, 'item renamed') { BodyEdit it -> it.renameItem(route, 'RenamedByTheSuite') }
        }
        if (!required) {
            absences(place, route)
        }
        if (last.schema instanceof ObjectSchema || last.schema instanceof ArraySchema) {
            mutations.equivalent('XML: element order', full, "reversed at $place", PlaceEdits.body(full.mediaType) { BodyEdit it -> ((XmlEdit) it).reverse(route) })
        }
    }

    private void namespace(String place, Route route) {
        if (route.last.elementXml.namespace() != null) {
            tolerated('XML: other namespace', place, 'in another namespace') { BodyEdit it -> ((XmlEdit) it).move(route, 'urn:other') }
            tolerated('XML: other namespace', place, 'in no namespace') { BodyEdit it -> ((XmlEdit) it).move(route, null) }
        }
    }

    /** Neither an attribute nor a list without a wrapper can be nil, and an empty list without a wrapper is an absent one. */
    private void absences(String place, Route route) {
        if (!route.last.attribute && !route.last.unwrapped) {
            forAbsent('XML: nil for absent', place, route, 'null')
        }
        if (!route.last.unwrapped) {
            forAbsent('XML: empty for absent', place, route, 'empty')
        }
    }

    private void both(String place, Route route) {
        fault('renamed', place, 'renamed') { BodyEdit it -> it.rename(route, 'renamedByTheSuite') }
        fault('twice', place, 'twice') { BodyEdit it -> it.twice(route) }
        if (route.last.innermost instanceof ObjectSchema && ((ObjectSchema) route.last.innermost).closed()) {
            tolerated('unknown property of a closed object', place, 'additional') { BodyEdit it -> it.add(route) }
        }
        if (route.last.name == 'uri') {
            Alteration elsewhere = PlaceEdits.body(full.mediaType) { BodyEdit it -> it.text(route, 'https://elsewhere.example/v1/customers') }
            mutations.add('link to another host', full, "elsewhere at $place", elsewhere, IGNORE, REJECT, place)
        }
    }

    private void fault(String family, String place, String description, Closure<byte[]> change) {
        mutations.fault(family, full, "$description at $place", PlaceEdits.body(full.mediaType, change), place)
    }

    /** Adds a mutation that violates the spec, and that a tolerant client must accept. */
    private void tolerated(String family, String place, String description, Closure<byte[]> change) {
        mutations.add(family, full, "$description at $place", PlaceEdits.body(full.mediaType, change), REJECT, ACCEPT, place)
    }

    /** Adds a mutation that must have the same outcome as a response without the place. */
    private void forAbsent(String family, String place, Route route, String aspect) {
        if (Trees.isAlone(full.tree, route) && (route.steps.size() == 1 || !route.steps[-2].item)) {
            // A body that names no property is unreadable, and one that names it without a value is not. An object is absent and not absent then.
            return
        }
        Map<String, Object> without = Trees.without(full.tree, route)
        Scenario absent = mutations.scenarios.replying(full.operation, status, full.mediaType, without, "$status with $place absent")
        mutations.add(new Mutation(family, absent, full.altered("$aspect at $place", PlaceEdits.aspect(full.mediaType, route, aspect)), REJECT, ACCEPT, place))
    }
}
