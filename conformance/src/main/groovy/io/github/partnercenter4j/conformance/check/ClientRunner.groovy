package io.github.partnercenter4j.conformance.check

import groovy.transform.CompileStatic
import io.github.partnercenter4j.conformance.exchange.ClientHarness
import io.github.partnercenter4j.conformance.exchange.ClientSource
import io.github.partnercenter4j.conformance.exchange.Observation
import io.github.partnercenter4j.conformance.exchange.PartnerCenterAdapter
import io.github.partnercenter4j.conformance.model.Applicability
import io.github.partnercenter4j.conformance.model.Requirement
import io.github.partnercenter4j.conformance.model.Sample
import io.github.partnercenter4j.conformance.model.Side
import io.github.partnercenter4j.sandbox.Fidelity
import io.github.partnercenter4j.sandbox.spec.SpecModel

/** Tests the client against a sandbox of one fidelity. */
@CompileStatic
class ClientRunner extends SuiteRunner<ClientHarness> {
    private final SpecModel spec
    private final Fidelity fidelity
    private final Applicability applicability = new Applicability()

    ClientRunner(SpecModel spec, Fidelity fidelity, ClientSource client = PartnerCenterAdapter.ORDERS) {
        super(Side.CLIENT, new ClientHarness(spec, fidelity, client), new ClientTestCases(spec, fidelity))
        this.spec = spec
        this.fidelity = fidelity
    }

    /** A build without the profile <i>faults</i> tests a sample of the statuses with the observed sandbox. */
    @Override
    boolean runs(Requirement requirement) {
        applies(requirement) && (fidelity == Fidelity.DOCUMENTED || Sample.hasStatus(spec.operation(requirement.operation), requirement.status))
    }

    /** True if the sandbox of this fidelity can test the requirement. */
    boolean applies(Requirement requirement) {
        requirement.side == side && (fidelity == Fidelity.DOCUMENTED || applicability.isObserved(requirement.status, requirement.kind))
    }

    @Override
    List<String> generalViolations(Observation observation) {
        observation.requestObjections
    }
}
