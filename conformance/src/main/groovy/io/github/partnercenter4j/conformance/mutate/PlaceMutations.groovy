package io.github.partnercenter4j.conformance.mutate

import static io.github.partnercenter4j.conformance.mutate.Mutation.Expected.ACCEPT
import static io.github.partnercenter4j.conformance.mutate.Mutation.Expected.IGNORE
import static io.github.partnercenter4j.conformance.mutate.Mutation.Expected.REJECT

import groovy.transform.CompileStatic
import io.github.partnercenter4j.conformance.edit.BodyEdit
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
        fault('renamed', place, 'in capitals') { BodyEdit it -> it.rename(route, route.last.name.capitalize()) }
    }

    private void xml(String place, Route route, boolean required) {
        both(place, route)
        tolerated('XML: name in another case', place, 'in capitals') { BodyEdit it -> it.rename(route, route.last.xmlName.capitalize()) }
        if (route.last.schema instanceof Scalar) {
            fault('XML: attribute for element', place, 'attribute') { BodyEdit it -> ((XmlEdit) it).attribute(route) }
        }
        if (route.last.schema instanceof ArraySchema) {
            fault('XML: list without wrapper', place, 'unwrapped') { BodyEdit it -> ((XmlEdit) it).unwrap(route) }
            tolerated('XML: items renamed', place, 'item renamed') { BodyEdit it -> it.renameItem(route, 'RenamedByTheSuite') }
        }
        if (!required) {
            forAbsent('XML: nil for absent', place, route, 'null')
            forAbsent('XML: empty for absent', place, route, 'empty')
        }
        if (route.last.schema instanceof ObjectSchema || route.last.schema instanceof ArraySchema) {
            mutations.equivalent('XML: element order', full, "reversed at $place", PlaceEdits.body(full.mediaType) { BodyEdit it -> ((XmlEdit) it).reverse(route) })
        }
    }

    private void both(String place, Route route) {
        fault('renamed', place, 'renamed') { BodyEdit it -> it.rename(route, 'renamedByTheSuite') }
        fault('twice', place, 'twice') { BodyEdit it -> it.twice(route) }
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
        Map<String, Object> without = Trees.without(full.tree, route)
        if (without.isEmpty()) {
            // A body that names no property is unreadable, and one that names it without a value is not.
            return
        }
        Scenario absent = mutations.scenarios.replying(full.operation, status, full.mediaType, without, "$status with $place absent")
        mutations.add(new Mutation(family, absent, full.altered("$aspect at $place", PlaceEdits.aspect(full.mediaType, route, aspect)), REJECT, ACCEPT, place))
    }
}
