package io.github.partnercenter4j.conformance.check

import groovy.transform.CompileStatic
import io.github.partnercenter4j.conformance.edit.PlaceEdits
import io.github.partnercenter4j.conformance.exchange.Scenario
import io.github.partnercenter4j.conformance.exchange.Scenarios
import io.github.partnercenter4j.conformance.model.Requirement
import io.github.partnercenter4j.conformance.model.Route
import io.github.partnercenter4j.sandbox.spec.Operation
import io.github.partnercenter4j.sandbox.spec.SpecModel

/** Makes a test case of each requirement of one side. */
@CompileStatic
abstract class TestCases {
    protected final SpecModel spec
    protected final Scenarios scenarios

    protected TestCases(SpecModel spec) {
        this.spec = spec
        scenarios = new Scenarios(spec)
    }

    /** @throws IllegalArgumentException if the kind or the aspect of the requirement is not known */
    TestCase of(Requirement requirement) {
        Operation operation = spec.operation(requirement.operation)
        switch (requirement.kind) {
            case 'operation': return this.operation(requirement, operation)
            case 'security': return security(requirement, operation)
            case 'parameter': return parameter(requirement, operation)
            case 'body': return body(requirement, operation)
            case 'status': return status(requirement, operation)
            case 'content': return content(requirement, operation)
            case 'header': return header(requirement, operation)
            case 'place': return place(requirement, operation)
            case 'example': return example(requirement, operation)
        }
        throw new IllegalArgumentException("The kind '${requirement.kind}' has no test case")
    }

    protected abstract TestCase operation(Requirement requirement, Operation operation)

    protected abstract TestCase security(Requirement requirement, Operation operation)

    protected abstract TestCase parameter(Requirement requirement, Operation operation)

    protected abstract TestCase body(Requirement requirement, Operation operation)

    protected abstract TestCase status(Requirement requirement, Operation operation)

    protected abstract TestCase content(Requirement requirement, Operation operation)

    protected abstract TestCase header(Requirement requirement, Operation operation)

    protected abstract TestCase place(Requirement requirement, Operation operation)

    /** Compares the whole body, or what the client makes of it. */
    protected abstract TestCase wholeBody(Requirement requirement, Scenario satisfying, Scenario violating)

    private TestCase example(Requirement requirement, Operation operation) {
        int status = requirement.status
        Map<String, Object> tree = scenarios.example(operation.response(status), requirement.mediaType, requirement.subject)
        Scenario satisfying = scenarios.replying(operation, status, requirement.mediaType, tree, "$status as the example ${requirement.subject}")
        String first = tree.keySet().first()
        Route route = scenarios.route(operation, status, first)
        wholeBody(requirement, satisfying, satisfying.altered("without $first", PlaceEdits.aspect(requirement.mediaType, route, 'absent')))
    }

    /** Returns the scenario with a fault at the place of the requirement. */
    protected static Scenario edited(Scenario scenario, Route route, Requirement requirement, String aspect = requirement.aspect) {
        scenario.altered("$aspect at ${requirement.subject}", PlaceEdits.aspect(requirement.mediaType, route, aspect))
    }

    protected static IllegalArgumentException unknownAspect(Requirement requirement) {
        new IllegalArgumentException("The aspect '${requirement.aspect}' has no test case")
    }
}
