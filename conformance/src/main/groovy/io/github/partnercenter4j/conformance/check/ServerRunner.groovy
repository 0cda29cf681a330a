package io.github.partnercenter4j.conformance.check

import groovy.transform.CompileStatic
import io.github.partnercenter4j.conformance.exchange.Observation
import io.github.partnercenter4j.conformance.exchange.ServerHarness
import io.github.partnercenter4j.conformance.model.Side
import io.github.partnercenter4j.sandbox.Fidelity
import io.github.partnercenter4j.sandbox.spec.SpecModel

/** Tests the documented sandbox. */
@CompileStatic
class ServerRunner extends SuiteRunner<ServerHarness> {
    ServerRunner(SpecModel spec) {
        super(Side.SERVER, new ServerHarness(spec, Fidelity.DOCUMENTED), new ServerTestCases(spec))
    }

    @Override
    List<String> generalViolations(Observation observation) {
        observation.reading.objections*.toString()
    }
}
