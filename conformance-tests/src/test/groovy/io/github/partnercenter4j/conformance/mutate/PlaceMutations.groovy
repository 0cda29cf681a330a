package io.github.partnercenter4j.conformance.mutate

import static io.github.partnercenter4j.conformance.mutate.Mutation.Expected.ACCEPT
import static io.github.partnercenter4j.conformance.mutate.Mutation.Expected.IGNORE
import static io.github.partnercenter4j.conformance.mutate.Mutation.Expected.REJECT

import groovy.transform.CompileStatic
import io.github.partnercenter4j.conformance.edit.BodyEdit
import io.github.partnercenter4j.conformance.edit.PlaceEdits
import io.github.partnercenter4j.conformance.edit.XmlEdit
import io.github.partnercenter4j.conformance.exchange.Scenario
import io.github.partnercenter4j.conformance.exchange.Trees
import io.github.partnercenter4j.conformance.model.Requirement
import io.github.partnercenter4j.conformance.model.Requirements
import io.github.partnercenter4j.conformance.model.Route
import io.github.partnercenter4j.conformance.model.Side
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
        mutations.places(full, status).findAll { it.side == Side.CLIENT }.each { Requirement it -> aspect(it) }
        mutations.places(full, status).findAll { it.side == Side.SERVER && it.aspect == 'present' }.each { Requirement it ->
            Route route = mutations.scenarios.route(full.operation, status, it.subject)
            // The client does not show the other properties of a fault, so it cannot see a mutation of them.
            if (status < 400 || route.steps[0].name in Requirements.FAULT_PROPERTIES) {
                names(it, route)
                if (!json) {
                    xml(it, route)
                }
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

    private void names(Requirement requirement, Route route) {
        String at = "at ${requirement.subject}"
        mutations.fault('renamed', full, "renamed $at", edit { BodyEdit it -> it.rename(route, 'renamedByTheSuite') }, requirement.subject)
        mutations.fault('twice', full, "twice $at", edit { BodyEdit it -> it.twice(route) }, requirement.subject)
        if (route.last.name == 'uri') {
            mutations.add('link to another host', full, "elsewhere $at", edit { BodyEdit it -> it.text(route, 'https://elsewhere.example/v1/customers') }, IGNORE, REJECT, requirement.subject)
        }
        if (json) {
            mutations.fault('renamed', full, "in capitals $at", edit { BodyEdit it -> it.rename(route, route.last.name.capitalize()) }, requirement.subject)
        }
    }

    private void xml(Requirement requirement, Route route) {
        String at = "at ${requirement.subject}"
        mutations.add('XML: name in another case', full, "in capitals $at", edit { BodyEdit it -> it.rename(route, route.last.xmlName.capitalize()) }, REJECT, ACCEPT, requirement.subject)
        if (route.last.schema instanceof Scalar) {
            mutations.fault('XML: attribute for element', full, "attribute $at", edit { BodyEdit it -> ((XmlEdit) it).attribute(route) }, requirement.subject)
        }
        if (route.last.schema instanceof ArraySchema) {
            mutations.fault('XML: list without wrapper', full, "unwrapped $at", edit { BodyEdit it -> ((XmlEdit) it).unwrap(route) }, requirement.subject)
            mutations.add('XML: items renamed', full, "item renamed $at", edit { BodyEdit it -> it.renameItem(route, 'RenamedByTheSuite') }, REJECT, ACCEPT, requirement.subject)
        }
        if (!mutations.scenarios.property(full.operation, requirement).required()) {
            Scenario without = mutations.scenarios.replying(full.operation, status, full.mediaType, Trees.without(full.tree, route), "$status with ${requirement.subject} absent")
            mutations.add(new Mutation('XML: nil for absent', without, full.altered("null at ${requirement.subject}", PlaceEdits.aspect(full.mediaType, route, 'null')), REJECT, ACCEPT, requirement.subject))
            mutations.add(new Mutation('XML: empty for absent', without, full.altered("empty at ${requirement.subject}", PlaceEdits.aspect(full.mediaType, route, 'empty')), REJECT, ACCEPT, requirement.subject))
        }
        if (route.last.schema instanceof ObjectSchema || route.last.schema instanceof ArraySchema) {
            mutations.equivalent('XML: element order', full, "reversed $at", edit { BodyEdit it -> ((XmlEdit) it).reverse(route) })
        }
    }

    private Alteration edit(Closure<byte[]> change) {
        PlaceEdits.body(full.mediaType, change)
    }
}
