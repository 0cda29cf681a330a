package io.github.partnercenter4j.conformance.obligation

import static io.github.partnercenter4j.conformance.obligation.Fault.Say.EQUAL
import static io.github.partnercenter4j.conformance.obligation.Fault.Say.NOTHING
import static io.github.partnercenter4j.conformance.obligation.Fault.Say.RED

import groovy.transform.CompileStatic
import io.github.partnercenter4j.conformance.obligation.Fault.Say
import io.github.partnercenter4j.conformance.wire.Alteration
import io.github.partnercenter4j.sandbox.spec.Operation
import io.github.partnercenter4j.sandbox.spec.Operation.Response
import io.github.partnercenter4j.sandbox.spec.SpecModel

/** Derives the faults of a spec: each rule of docs/conformance.md at each place, header, media type and status. */
@CompileStatic
class Faults {
    final Scenes scenes
    private final SpecModel spec
    private final List<Obligation> obligations
    private final List<Fault> all = []

    private Faults(SpecModel spec) {
        this.spec = spec
        scenes = new Scenes(spec)
        obligations = Obligations.of(spec)
    }

    static List<Fault> of(SpecModel spec) {
        Faults faults = new Faults(spec)
        spec.operations().each { Operation operation ->
            operation.responses().each { Response response ->
                response.contents().keySet().each { String mediaType ->
                    Occasion full = faults.scenes.full(operation, response.status(), mediaType)
                    new PlaceFaults(faults, full, response.status()).plant()
                    new BodyFaults(faults, full, response.status()).plant()
                }
                new AnswerFaults(faults, operation, response).plant()
            }
        }
        faults.all.asImmutable()
    }

    List<Obligation> places(Occasion full, int status) {
        obligations.findAll { it.kind == 'place' && it.operation == full.operation.id() && it.status == status && it.mediaType == full.mediaType }
    }

    void red(String family, Occasion base, String how, Alteration alteration, String subject = null) {
        add(family, base, how, alteration, RED, RED, subject)
    }

    void equal(String family, Occasion base, String how, Alteration alteration) {
        add(family, base, how, alteration, EQUAL, EQUAL)
    }

    void forClient(String family, Occasion base, Occasion occasion) {
        all << new Fault(family, base, occasion, NOTHING, RED)
    }

    void add(String family, Occasion base, String how, Alteration alteration, Say server, Say client, String subject = null) {
        all << new Fault(family, base, base.altered(how, alteration), server, client, subject)
    }

    /** With a base whose answer is not the one that is altered. */
    void instead(String family, Occasion base, Occasion occasion, Say server, Say client, String subject) {
        all << new Fault(family, base, occasion, server, client, subject)
    }
}
