package io.github.partnercenter4j.conformance.obligation

import static io.github.partnercenter4j.conformance.obligation.Fault.Say.EQUAL
import static io.github.partnercenter4j.conformance.obligation.Fault.Say.NOTHING
import static io.github.partnercenter4j.conformance.obligation.Fault.Say.RED

import groovy.transform.CompileStatic
import io.github.partnercenter4j.conformance.wire.Alteration
import io.github.partnercenter4j.sandbox.spec.Schema.ArraySchema
import io.github.partnercenter4j.sandbox.spec.Schema.ObjectSchema
import io.github.partnercenter4j.sandbox.spec.Schema.Scalar

/** What may be wrong with one place of a body. */
@CompileStatic
class PlaceFaults {
    private final Faults faults
    private final Occasion full
    private final int status
    private final boolean json

    PlaceFaults(Faults faults, Occasion full, int status) {
        this.faults = faults
        this.full = full
        this.status = status
        json = full.mediaType.endsWith('json')
    }

    void plant() {
        faults.places(full, status).findAll { it.side == Side.CLIENT }.each { Obligation it -> aspect(it) }
        faults.places(full, status).findAll { it.side == Side.SERVER && it.aspect == 'present' }.each { Obligation it ->
            Route route = faults.scenes.route(full.operation, status, it.subject)
            // Of what no exception carries, the client says nothing whatever is done to it.
            if (status < 400 || route.steps[0].name in Obligations.OF_A_FAULT) {
                names(it, route)
                if (!json) {
                    xml(it, route)
                }
            }
        }
    }

    /** The names of the alterations are those of the ledger, so that nothing is asked for twice. */
    private void aspect(Obligation obligation) {
        String aspect = obligation.aspect
        String family = aspect == 'present' ? 'another value' : aspect == 'absent' ? 'dropped'
                : aspect ==~ /wrong-type.*|wrong-item|null-item|int.*\/(above|below)/ ? 'wrong type' : null
        if (family != null) {
            Route route = faults.scenes.route(full.operation, status, obligation.subject)
            faults.red(family, full, "$aspect at ${obligation.subject}", Plants.aspect(full.mediaType, route, aspect), obligation.subject)
        }
    }

    private void names(Obligation obligation, Route route) {
        String at = "at ${obligation.subject}"
        faults.red('renamed', full, "renamed $at", edit { BodyEdit it -> it.rename(route, 'renamedByTheSuite') }, obligation.subject)
        faults.red('twice', full, "twice $at", edit { BodyEdit it -> it.twice(route) }, obligation.subject)
        if (route.last.name == 'uri') {
            faults.add('link to another host', full, "elsewhere $at", edit { BodyEdit it -> it.text(route, 'https://elsewhere.example/v1/customers') }, NOTHING, RED, obligation.subject)
        }
        if (json) {
            faults.red('renamed', full, "in capitals $at", edit { BodyEdit it -> it.rename(route, route.last.name.capitalize()) }, obligation.subject)
        }
    }

    private void xml(Obligation obligation, Route route) {
        String at = "at ${obligation.subject}"
        faults.add('XML: name in another case', full, "in capitals $at", edit { BodyEdit it -> it.rename(route, route.last.xmlName.capitalize()) }, RED, EQUAL, obligation.subject)
        if (route.last.schema instanceof Scalar) {
            faults.red('XML: attribute for element', full, "attribute $at", edit { BodyEdit it -> ((XmlEdit) it).attribute(route) }, obligation.subject)
        }
        if (route.last.schema instanceof ArraySchema) {
            faults.red('XML: list without wrapper', full, "unwrapped $at", edit { BodyEdit it -> ((XmlEdit) it).unwrap(route) }, obligation.subject)
            faults.add('XML: items renamed', full, "item renamed $at", edit { BodyEdit it -> it.renameItem(route, 'RenamedByTheSuite') }, RED, EQUAL, obligation.subject)
        }
        if (!faults.scenes.property(full.operation, obligation).required()) {
            Occasion without = faults.scenes.saying(full.operation, status, full.mediaType, Trees.without(full.tree, route), "$status with ${obligation.subject} absent")
            faults.instead('XML: nil for absent', without, full.altered("null at ${obligation.subject}", Plants.aspect(full.mediaType, route, 'null')), RED, EQUAL, obligation.subject)
            faults.instead('XML: empty for absent', without, full.altered("empty at ${obligation.subject}", Plants.aspect(full.mediaType, route, 'empty')), RED, EQUAL, obligation.subject)
        }
        if (route.last.schema instanceof ObjectSchema || route.last.schema instanceof ArraySchema) {
            faults.equal('XML: element order', full, "reversed $at", edit { BodyEdit it -> ((XmlEdit) it).reverse(route) })
        }
    }

    private Alteration edit(Closure<byte[]> change) {
        Plants.body(full.mediaType, change)
    }
}
