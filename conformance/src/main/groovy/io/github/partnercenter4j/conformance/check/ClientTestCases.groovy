package io.github.partnercenter4j.conformance.check

import groovy.transform.CompileStatic
import io.github.partnercenter4j.conformance.edit.PlaceEdits
import io.github.partnercenter4j.conformance.edit.RequestEdit
import io.github.partnercenter4j.conformance.edit.RequestEdits
import io.github.partnercenter4j.conformance.exchange.Outcome
import io.github.partnercenter4j.conformance.exchange.Scenario
import io.github.partnercenter4j.conformance.exchange.Scenarios
import io.github.partnercenter4j.conformance.model.RequestBodies
import io.github.partnercenter4j.conformance.model.Requests
import io.github.partnercenter4j.conformance.model.Requirement
import io.github.partnercenter4j.conformance.model.Route
import io.github.partnercenter4j.conformance.model.Trees
import io.github.partnercenter4j.conformance.wire.HttpResponse
import io.github.partnercenter4j.sandbox.Fidelity
import io.github.partnercenter4j.sandbox.spec.Operation
import io.github.partnercenter4j.sandbox.spec.Operation.Header
import io.github.partnercenter4j.sandbox.spec.Operation.Parameter
import io.github.partnercenter4j.sandbox.spec.SpecModel
import java.time.Duration

/** Makes a test case of each requirement of the client. */
@CompileStatic
class ClientTestCases extends TestCases {
    private static final int UNDOCUMENTED_STATUS = 299

    private final ExpectedOutcomes expected

    ClientTestCases(SpecModel spec, Fidelity fidelity) {
        super(spec)
        expected = new ExpectedOutcomes(spec, fidelity)
    }

    @Override
    protected TestCase operation(Requirement requirement, Operation operation) {
        requestCase(requirement, success(operation), RequestEdits.ofOperation(operation))
    }

    @Override
    protected TestCase security(Requirement requirement, Operation operation) {
        requestCase(requirement, success(operation), RequestEdits.ofToken())
    }

    private Scenario success(Operation operation) {
        scenarios.full(operation, operation.responses().find { it.status() < 300 }.status())
    }

    @Override
    protected TestCase parameter(Requirement requirement, Operation operation) {
        Parameter parameter = operation.parameters().find { it.name() == requirement.subject }
        Scenario success = success(operation)
        if (requirement.aspect == 'malformed') {
            Scenario malformed = success.labeled(requirement.id).withArguments([(parameter.name()): 'none of them'])
            return new TestCase(requirement: requirement, check: ClientCheck.REFUSED, satisfying: malformed, violating: [success])
        }
        Map<String, String> values = [sent: scenarios.requests.value(parameter), 'left-out': (String) null, encoded: Scenarios.ODD]
        if (!values.containsKey(requirement.aspect)) {
            throw unknownAspect(requirement)
        }
        String value = values[requirement.aspect]
        requestCase(requirement, success.labeled(requirement.id).withArguments([(parameter.name()): value]), RequestEdits.of(parameter, value))
    }

    @Override
    protected TestCase body(Requirement requirement, Operation operation) {
        switch (requirement.aspect) {
            case 'sent': return requestCase(requirement, success(operation).labeled(requirement.id), RequestEdits.ofBody())
            case 'left-out': return requestCase(requirement, success(operation).labeled(requirement.id).withBody(RequestBodies.NONE), RequestEdits.ofNoBody())
        }
        throw unknownAspect(requirement)
    }

    private static TestCase requestCase(Requirement requirement, Scenario satisfying, Map<String, RequestEdit> edits) {
        List<Scenario> violating = edits.collect { String description, RequestEdit edit -> satisfying.sent(description, edit) }
        new TestCase(requirement: requirement, check: ClientCheck.REQUEST, satisfying: satisfying, violating: violating)
    }

    @Override
    protected TestCase status(Requirement requirement, Operation operation) {
        Scenario satisfying = scenarios.full(operation, requirement.status)
        List<Integer> others = operation.responses()*.status() - requirement.status
        outcomeCase(requirement, satisfying, (others ?: [UNDOCUMENTED_STATUS]).collect { int other -> satisfying.altered("status $other") { HttpResponse it -> it.withStatus(other) } })
    }

    @Override
    protected TestCase content(Requirement requirement, Operation operation) {
        Scenario satisfying = scenarios.full(operation, requirement.status, requirement.mediaType)
        Set<String> others = operation.response(requirement.status).contents().keySet() - requirement.mediaType + 'text/html'
        List<Scenario> violating = others.collect { String other -> satisfying.altered("labeled $other") { HttpResponse it -> it.with('Content-Type', other) } }
        violating << satisfying.altered('not labeled') { HttpResponse it -> it.without('Content-Type') }
        new TestCase(requirement: requirement, check: ClientCheck.MEDIA_TYPE, satisfying: satisfying, violating: violating, outcome: outcome(requirement, satisfying))
    }

    @Override
    protected TestCase header(Requirement requirement, Operation operation) {
        Header header = operation.response(requirement.status).headers().find { it.name() == requirement.subject }
        String name = header.name()
        String value = Requests.IDS[name] ?: scenarios.sample(header)
        Scenario satisfying = scenarios.full(operation, requirement.status)
        // Of two values an exception names the first, and of two values of Retry-After the longer.
        List<Scenario> violating = [
                satisfying.altered("another $name") { HttpResponse it -> it.with(name, RequestEdits.other(value)) },
                satisfying.altered("$name twice") { HttpResponse it -> it.with(name, RequestEdits.other(value)).adding(name, value) }
        ]
        if (requirement.aspect == 'named') {
            String named = name == 'Retry-After' ? Duration.ofSeconds(value.toLong()).toString() : value
            return new TestCase(requirement: requirement, check: ClientCheck.NAMED, satisfying: satisfying, violating: violating, values: [named])
        }
        // Without this header an exception names the id that was sent, so "named" would accept this one.
        violating << satisfying.altered("without $name") { HttpResponse it -> it.without(name) }
        new TestCase(requirement: requirement, check: ClientCheck.HEADER, satisfying: satisfying, violating: violating, values: [value])
    }

    @Override
    protected TestCase place(Requirement requirement, Operation operation) {
        Route route = scenarios.route(operation, requirement.status, requirement.subject)
        Scenario full = scenarios.full(operation, requirement.status, requirement.mediaType)
        String aspect = requirement.aspect
        switch (aspect) {
            case 'present':
                return outcomeCase(requirement, full, [edited(full, route, requirement)])
            case 'absent':
                return outcomeCase(requirement, scenarios.with(full, requirement, Trees.without(full.tree, route)), [full])
            case 'empty':
                return outcomeCase(requirement, scenarios.with(full, requirement, Trees.emptied(full.tree, route)), [full])
            case ['int32/max', 'int32/min', 'int64/max', 'int64/min']:
                return outcomeCase(requirement, scenarios.with(full, requirement, Trees.with(full.tree, route, number(aspect))), [full])
        }
        Outcome outcome = expected.of(full, requirement, route)
        new TestCase(requirement: requirement, check: ClientCheck.OUTCOME, satisfying: edited(full, route, requirement), violating: [full], outcome: outcome)
    }

    private static Object number(String aspect) {
        BigInteger bound = PlaceEdits.bound(aspect)
        aspect.startsWith('int32') ? (Object) bound.intValueExact() : (Object) bound.longValueExact()
    }

    @Override
    protected TestCase wholeBody(Requirement requirement, Scenario satisfying, Scenario violating) {
        outcomeCase(requirement, satisfying, [violating])
    }

    private TestCase outcomeCase(Requirement requirement, Scenario satisfying, List<Scenario> violating) {
        new TestCase(requirement: requirement, check: ClientCheck.OUTCOME, satisfying: satisfying, violating: violating, outcome: outcome(requirement, satisfying))
    }

    private Outcome outcome(Requirement requirement, Scenario satisfying) {
        expected.of(satisfying, requirement.status, satisfying.tree)
    }
}
