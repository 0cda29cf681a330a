package io.github.partnercenter4j.conformance.mutate

import static io.github.partnercenter4j.conformance.mutate.Mutation.Expected.ACCEPT
import static io.github.partnercenter4j.conformance.mutate.Mutation.Expected.IGNORE
import static io.github.partnercenter4j.conformance.mutate.Mutation.Expected.REJECT

import groovy.transform.CompileStatic
import io.github.partnercenter4j.conformance.exchange.Scenario
import io.github.partnercenter4j.conformance.exchange.Scenarios
import io.github.partnercenter4j.conformance.model.Requirement
import io.github.partnercenter4j.conformance.model.Requirements
import io.github.partnercenter4j.conformance.model.Side
import io.github.partnercenter4j.conformance.mutate.Mutation.Expected
import io.github.partnercenter4j.conformance.wire.Alteration
import io.github.partnercenter4j.sandbox.spec.Operation
import io.github.partnercenter4j.sandbox.spec.Operation.Response
import io.github.partnercenter4j.sandbox.spec.Schema.ObjectSchema
import io.github.partnercenter4j.sandbox.spec.SpecModel

/** Derives the mutations of a spec: each family of docs/conformance.md at each place, header, media type and status. */
@CompileStatic
class Mutations {
    final Scenarios scenarios
    private final List<Requirement> requirements
    private final List<Mutation> all = []

    private Mutations(SpecModel spec) {
        scenarios = new Scenarios(spec)
        requirements = Requirements.of(spec)
    }

    /** @param sides the sides that are tested */
    static List<Mutation> of(SpecModel spec, Set<Side> sides = Side.values().toList() as Set<Side>) {
        Mutations mutations = new Mutations(spec)
        spec.operations().each { Operation operation ->
            operation.responses().each { Response response ->
                response.contents().keySet().each { String mediaType ->
                    Scenario full = mutations.scenarios.full(operation, response.status(), mediaType)
                    new PlaceMutations(mutations, full, response.status()).derive()
                    new BodyMutations(mutations, full, response.status()).derive()
                }
                new ResponseMutations(mutations, operation, response).derive()
            }
        }
        mutations.all.collect { it.judgedBy(sides) }.findAll { Mutation it -> sides.any { Side side -> it.expected(side) != IGNORE } }.asImmutable()
    }

    /** Returns the requirements of the places of a response. */
    List<Requirement> places(Scenario full, int status) {
        requirements.findAll { it.kind == 'place' && it.operation == full.operation.id() && it.status == status && it.mediaType == full.mediaType }
    }

    /** True if the client shows something of a body. Of an error that is what its exception has accessors for. */
    boolean isShown(Operation operation, int status) {
        status < 400 || (scenarios.spec.resolve(scenarios.schema(operation, status)) as ObjectSchema).properties().any { it.name() in Requirements.FAULT_PROPERTIES }
    }

    /** Adds a fault that both sides must reject. */
    void fault(String family, Scenario base, String description, Alteration alteration, String subject = null) {
        add(family, base, description, alteration, REJECT, REJECT, subject)
    }

    /** Adds a mutation that both sides must accept. */
    void equivalent(String family, Scenario base, String description, Alteration alteration) {
        add(family, base, description, alteration, ACCEPT, ACCEPT)
    }

    void add(String family, Scenario base, String description, Alteration alteration, Expected server, Expected client, String subject = null) {
        add(new Mutation(family, base, base.altered(description, alteration), server, client, subject))
    }

    void add(Mutation mutation) {
        all << mutation
    }
}
