package io.github.partnercenter4j.conformance.obligation

import groovy.transform.CompileStatic
import io.github.partnercenter4j.sandbox.Fidelity
import io.github.partnercenter4j.sandbox.spec.SpecModel

/** Tries the sandbox where it keeps to the spec. */
@CompileStatic
class ServerCourt extends Court implements Closeable {
    final Side side = Side.SERVER
    final ServerStage stage
    private final ServerPlan plan

    ServerCourt(SpecModel spec) {
        stage = new ServerStage(spec, Fidelity.DOCUMENTED)
        plan = new ServerPlan(spec)
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
        sight.reading.objections*.toString()
    }

    @Override
    void close() {
        stage.close()
    }
}
