package io.github.partnercenter4j.conformance.obligation

import groovy.transform.CompileStatic
import io.github.partnercenter4j.sandbox.Fidelity
import io.github.partnercenter4j.sandbox.spec.SpecModel

/** Tries the sandbox where it keeps to the spec. */
@CompileStatic
class ServerCourt extends Court<ServerStage> {
    ServerCourt(SpecModel spec) {
        super(Side.SERVER, new ServerStage(spec, Fidelity.DOCUMENTED), new ServerPlan(spec))
    }

    @Override
    List<String> groundRules(Sight sight) {
        sight.reading.objections*.toString()
    }
}
