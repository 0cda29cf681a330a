package io.github.partnercenter4j.conformance.check

import groovy.transform.CompileStatic
import io.github.partnercenter4j.conformance.edit.PlaceEdits
import io.github.partnercenter4j.conformance.edit.RequestEdits
import io.github.partnercenter4j.conformance.exchange.Scenario
import io.github.partnercenter4j.conformance.exchange.Scenarios
import io.github.partnercenter4j.conformance.exchange.Trees
import io.github.partnercenter4j.conformance.judge.RequestJudge
import io.github.partnercenter4j.conformance.model.Requirement
import io.github.partnercenter4j.conformance.model.Route
import io.github.partnercenter4j.conformance.wire.HttpRequest
import io.github.partnercenter4j.conformance.wire.HttpResponse
import io.github.partnercenter4j.sandbox.Fidelity
import io.github.partnercenter4j.sandbox.spec.Operation
import io.github.partnercenter4j.sandbox.spec.Operation.Header
import io.github.partnercenter4j.sandbox.spec.Operation.Parameter
import io.github.partnercenter4j.sandbox.spec.SpecModel
import java.time.Duration

/** How each requirement of the client is tried. */
@CompileStatic
class ClientTestCases extends TestCases {
    private final ExpectedOutcomes expectations

    ClientTestCases(SpecModel spec, Fidelity fidelity) {
        super(spec)
        expectations = new ExpectedOutcomes(spec, fidelity)
    }

    @Override
    protected TestCase operation(Requirement requirement, Operation operation) {
        sent(requirement, success(operation), RequestEdits.ofOperation(operation))
    }

    @Override
    protected TestCase security(Requirement requirement, Operation operation) {
        sent(requirement, success(operation), RequestEdits.ofToken())
    }

    private Scenario success(Operation operation) {
        scenarios.full(operation, operation.responses().find { it.status() < 300 }.status())
    }

    @Override
    protected TestCase parameter(Requirement requirement, Operation operation) {
        Parameter parameter = operation.parameters().find { it.name() == requirement.subject }
        Scenario plain = success(operation)
        String value = scenarios.requests.value(parameter)
        switch (requirement.aspect) {
            case 'sent': return sent(requirement, plain.named(requirement.id).saying([(parameter.name()): value]), RequestEdits.of(parameter, value))
            case 'left-out': return sent(requirement, plain.named(requirement.id).saying([(parameter.name()): (String) null]), RequestEdits.of(parameter, (String) null))
            case 'encoded': return sent(requirement, plain.named(requirement.id).saying([(parameter.name()): Scenarios.ODD]), RequestEdits.of(parameter, Scenarios.ODD))
            case 'malformed': return tried(requirement, ClientCheck.REFUSED, plain.named(requirement.id).saying([(parameter.name()): 'none of them']), [plain])
        }
        throw unknown(requirement)
    }

    private static TestCase sent(Requirement requirement, Scenario satisfying, Map<String, Closure<HttpRequest>> others) {
        tried(requirement, ClientCheck.REQUEST, satisfying, others.collect { String how, Closure<HttpRequest> change -> satisfying.sent(how, change) })
    }

    @Override
    protected TestCase status(Requirement requirement, Operation operation) {
        Scenario satisfying = scenarios.full(operation, requirement.status)
        List<Integer> others = operation.responses()*.status() - requirement.status
        ends(requirement, satisfying, others.collect { int other -> satisfying.altered("status $other") { HttpResponse it -> it.withStatus(other) } })
    }

    @Override
    protected TestCase content(Requirement requirement, Operation operation) {
        Scenario satisfying = scenarios.full(operation, requirement.status, requirement.mediaType)
        List<Scenario> violating = (operation.response(requirement.status).contents().keySet() - requirement.mediaType + 'text/html').collect { String other ->
            satisfying.altered("labelled $other") { HttpResponse it -> it.with('Content-Type', other) }
        }
        violating << satisfying.altered('not labelled') { HttpResponse it -> it.without('Content-Type') }
        new TestCase([requirement: requirement, check: ClientCheck.LABELLED, satisfying: satisfying, violating: violating,
                   outcome: expectations.of(satisfying, requirement.status, satisfying.tree)] as Map<String, Object>)
    }

    @Override
    protected TestCase header(Requirement requirement, Operation operation) {
        Header header = operation.response(requirement.status).headers().find { it.name() == requirement.subject }
        Scenario satisfying = scenarios.full(operation, requirement.status)
        String sent = ['MS-RequestId': RequestJudge.REQUEST_ID, 'MS-CorrelationId': RequestJudge.CORRELATION_ID][header.name()] ?: scenarios.sample(header)
        // Of two that differ an exception names the first, and of two waits the longer.
        List<Scenario> violating = [
                satisfying.altered("another ${header.name()}") { HttpResponse it -> it.with(header.name(), other(sent)) },
                satisfying.altered("${header.name()} twice") { HttpResponse it -> it.with(header.name(), other(sent)).adding(header.name(), sent) }
        ]
        if (requirement.aspect == 'named') {
            String named = header.name() == 'Retry-After' ? Duration.ofSeconds(sent.toLong()).toString() : sent
            return new TestCase([requirement: requirement, check: ClientCheck.NAMED, satisfying: satisfying, violating: violating, values: [named]] as Map<String, Object>)
        }
        // An exception without the id from the answer names the one that was sent, so only what is seen can be missing.
        violating << satisfying.altered("without ${header.name()}") { HttpResponse it -> it.without(header.name()) }
        new TestCase([requirement: requirement, check: ClientCheck.HEADER, satisfying: satisfying, violating: violating, values: [sent]] as Map<String, Object>)
    }

    /** Another value that is as good. */
    static String other(String value) {
        value ==~ /[0-9]+/ ? value + '1' : value.replaceAll(/^./, value.startsWith('b') ? 'c' : 'b')
    }

    @Override
    protected TestCase place(Requirement requirement, Operation operation) {
        Route route = scenarios.route(operation, requirement.status, requirement.subject)
        Scenario full = scenarios.full(operation, requirement.status, requirement.mediaType)
        String aspect = requirement.aspect
        switch (aspect) {
            case 'present':
                return ends(requirement, full, [planted(full, route, requirement)])
            case 'absent':
                return ends(requirement, scenarios.with(full, operation, requirement, Trees.without(full.tree, route)), [full])
            case 'empty':
                return ends(requirement, scenarios.with(full, operation, requirement, Trees.with(full.tree, route, [])), [full])
            case ['int32/max', 'int32/min', 'int64/max', 'int64/min']:
                return ends(requirement, scenarios.with(full, operation, requirement, Trees.with(full.tree, route, number(route, aspect))), [full])
        }
        new TestCase([requirement: requirement, check: ClientCheck.ENDS, satisfying: planted(full, route, requirement), violating: [full],
                   outcome: expectations.of(full, requirement, route)] as Map<String, Object>)
    }

    private static Object number(Route route, String aspect) {
        BigInteger bound = PlaceEdits.bound(aspect)
        aspect.startsWith('int32') ? (Object) bound.intValueExact() : (Object) bound.longValueExact()
    }

    @Override
    protected TestCase said(Requirement requirement, Scenario satisfying, Scenario violating) {
        ends(requirement, satisfying, [violating])
    }

    private TestCase ends(Requirement requirement, Scenario satisfying, List<Scenario> violating) {
        new TestCase([requirement: requirement, check: ClientCheck.ENDS, satisfying: satisfying, violating: violating,
                   outcome: expectations.of(satisfying, requirement.status, satisfying.tree)] as Map<String, Object>)
    }
}
