package io.github.partnercenter4j.conformance.check

import groovy.transform.CompileStatic
import io.github.partnercenter4j.conformance.edit.PlaceEdits
import io.github.partnercenter4j.conformance.exchange.Scenario
import io.github.partnercenter4j.conformance.exchange.Scenarios
import io.github.partnercenter4j.conformance.model.Requirement
import io.github.partnercenter4j.conformance.model.Route
import io.github.partnercenter4j.sandbox.spec.Operation
import io.github.partnercenter4j.sandbox.spec.SpecModel

/** How each requirement of a side is tried. */
@CompileStatic
abstract class TestCases {
    protected final SpecModel spec
    protected final Scenarios scenarios

    protected TestCases(SpecModel spec) {
        this.spec = spec
        scenarios = new Scenarios(spec)
    }

    TestCase testCase(Requirement requirement) {
        Operation operation = spec.operation(requirement.operation)
        switch (requirement.kind) {
            case 'operation': return this.operation(requirement, operation)
            case 'security': return security(requirement, operation)
            case 'parameter': return parameter(requirement, operation)
            case 'status': return status(requirement, operation)
            case 'content': return content(requirement, operation)
            case 'header': return header(requirement, operation)
            case 'place': return place(requirement, operation)
            case 'example': return example(requirement, operation)
        }
        throw new IllegalArgumentException("Nothing is known of the kind ${requirement.kind}")
    }

    protected abstract TestCase operation(Requirement requirement, Operation operation)

    protected abstract TestCase security(Requirement requirement, Operation operation)

    protected abstract TestCase parameter(Requirement requirement, Operation operation)

    protected abstract TestCase status(Requirement requirement, Operation operation)

    protected abstract TestCase content(Requirement requirement, Operation operation)

    protected abstract TestCase header(Requirement requirement, Operation operation)

    protected abstract TestCase place(Requirement requirement, Operation operation)

    /** By what was said as a whole. */
    protected abstract TestCase said(Requirement requirement, Scenario satisfying, Scenario violating)

    private TestCase example(Requirement requirement, Operation operation) {
        Map<String, Object> tree = scenarios.example(operation.response(requirement.status), requirement.mediaType, requirement.subject)
        Scenario satisfying = scenarios.saying(operation, requirement.status, requirement.mediaType, tree, "${requirement.status} as the example ${requirement.subject}")
        String first = tree.keySet().first()
        Route route = scenarios.route(operation, requirement.status, first)
        said(requirement, satisfying, satisfying.altered("without $first", PlaceEdits.aspect(requirement.mediaType, route, 'absent')))
    }

    protected static Scenario planted(Scenario scenario, Route route, Requirement requirement, String aspect = requirement.aspect) {
        scenario.altered("$aspect at ${requirement.subject}", PlaceEdits.aspect(requirement.mediaType, route, aspect))
    }

    protected static TestCase tried(Requirement requirement, Check check, Scenario satisfying, List<Scenario> violating) {
        new TestCase([requirement: requirement, check: check, satisfying: satisfying, violating: violating] as Map<String, Object>)
    }

    protected static IllegalArgumentException unknown(Requirement requirement) {
        new IllegalArgumentException("Nothing is known of the aspect ${requirement.aspect}")
    }
}
