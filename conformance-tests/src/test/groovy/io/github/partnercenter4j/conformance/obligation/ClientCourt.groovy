package io.github.partnercenter4j.conformance.obligation

import groovy.transform.CompileStatic
import io.github.partnercenter4j.sandbox.Fidelity
import io.github.partnercenter4j.sandbox.spec.SpecModel

/** Tries the client, against a server of one fidelity. */
@CompileStatic
class ClientCourt extends Court implements Closeable {
    final Side side = Side.CLIENT
    final ClientStage stage
    private final ClientPlan plan
    private final Fidelity fidelity
    private final Applicability applicability = new Applicability()

    ClientCourt(SpecModel spec, Fidelity fidelity, ClassLoader classes = ClientCourt.classLoader) {
        this.fidelity = fidelity
        stage = new ClientStage(spec, fidelity, classes)
        plan = new ClientPlan(spec, fidelity)
    }

    @Override
    boolean hears(Obligation obligation) {
        obligation.side == side && (fidelity == Fidelity.DOCUMENTED || applicability.isObserved(obligation.status, obligation.kind))
    }

    @Override
    Claim claim(Obligation obligation) {
        plan.claim(obligation)
    }

    @Override
    Sight see(Occasion occasion) {
        stage.see(occasion)
    }

    @Override
    List<String> groundRules(Sight sight) {
        sight.requestObjections
    }

    @Override
    void close() {
        stage.close()
    }
}
