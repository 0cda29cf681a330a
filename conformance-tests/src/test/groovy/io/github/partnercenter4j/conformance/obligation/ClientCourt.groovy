package io.github.partnercenter4j.conformance.obligation

import groovy.transform.CompileStatic
import io.github.partnercenter4j.sandbox.Fidelity
import io.github.partnercenter4j.sandbox.spec.SpecModel

/** Tries the client, against a server of one fidelity. */
@CompileStatic
class ClientCourt extends Court<ClientStage> {
    private final Fidelity fidelity
    private final Applicability applicability = new Applicability()

    ClientCourt(SpecModel spec, Fidelity fidelity, ClassLoader classes = ClientCourt.classLoader) {
        super(Side.CLIENT, new ClientStage(spec, fidelity, classes), new ClientPlan(spec, fidelity))
        this.fidelity = fidelity
    }

    @Override
    boolean hears(Obligation obligation) {
        super.hears(obligation) && (fidelity == Fidelity.DOCUMENTED || applicability.isObserved(obligation.status, obligation.kind))
    }

    @Override
    List<String> groundRules(Sight sight) {
        sight.requestObjections
    }
}
