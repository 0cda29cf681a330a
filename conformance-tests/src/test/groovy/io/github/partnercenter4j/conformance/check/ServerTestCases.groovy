package io.github.partnercenter4j.conformance.check

import groovy.transform.CompileStatic
import io.github.partnercenter4j.conformance.edit.BodyEdit
import io.github.partnercenter4j.conformance.edit.PlaceEdits
import io.github.partnercenter4j.conformance.exchange.Scenario
import io.github.partnercenter4j.conformance.exchange.Scenarios
import io.github.partnercenter4j.conformance.exchange.Trees
import io.github.partnercenter4j.conformance.judge.RequestJudge
import io.github.partnercenter4j.conformance.model.Limits
import io.github.partnercenter4j.conformance.model.Requirement
import io.github.partnercenter4j.conformance.model.Route
import io.github.partnercenter4j.conformance.wire.HttpResponse
import io.github.partnercenter4j.sandbox.spec.Operation
import io.github.partnercenter4j.sandbox.spec.Operation.Parameter
import io.github.partnercenter4j.sandbox.spec.Operation.Response
import io.github.partnercenter4j.sandbox.spec.Schema.Scalar
import io.github.partnercenter4j.sandbox.spec.SpecModel

/** How each requirement of a server is tried. */
@CompileStatic
class ServerTestCases extends TestCases {
    private static final int UNDOCUMENTED = 299

    ServerTestCases(SpecModel spec) {
        super(spec)
    }

    @Override
    protected TestCase operation(Requirement requirement, Operation operation) {
        Response success = operation.responses().find { it.status() < 300 }
        Scenario satisfying = Scenario.of(operation, success.contents().keySet().first(), requirement.id)
        tried(requirement, ServerCheck.SUCCESS, satisfying, [satisfying.altered("status $UNDOCUMENTED") { HttpResponse it -> it.withStatus(UNDOCUMENTED) }])
    }

    @Override
    protected TestCase security(Requirement requirement, Operation operation) {
        Scenario good = Scenario.of(operation, operation.response(401).contents().keySet().first(), 'with the token')
        String token = requirement.aspect == 'no-token' ? '' : 'none-of-yours'
        tried(requirement, ServerCheck.UNAUTHORIZED, good.tokened(token).named(requirement.aspect), [good])
    }

    @Override
    protected TestCase parameter(Requirement requirement, Operation operation) {
        Parameter parameter = operation.parameters().find { it.name() == requirement.subject }
        Map<String, String> all = operation.parameters().findAll { it.name() != 'MS-ContinuationToken' && it.name() != 'Accept-Encoding' }
                .collectEntries { [it.name(), scenarios.requests.value(it)] } as Map<String, String>
        Map<String, String> value = [(parameter.name()): scenarios.requests.value(parameter)]
        switch (requirement.aspect) {
            case 'sent':
                return scripted(requirement, operation, all + value)
            case 'left-out':
                all.remove(parameter.name())
                return scripted(requirement, operation, all)
            case 'encoded':
                return scripted(requirement, operation, all + [(parameter.name()): Scenarios.ODD])
            case 'malformed':
                Map<String, String> odd = all + [(parameter.name()): 'none of them']
                if (parameter.in() != 'path') {
                    return scripted(requirement, operation, odd)
                }
                // Only the server itself can tell; 400 is what the spec has for it.
                Scenario satisfying = Scenario.of(operation, operation.response(400).contents().keySet().first(), requirement.id).saying(odd)
                return tried(requirement, ServerCheck.BAD_REQUEST, satisfying, [Scenario.of(operation, satisfying.mediaType, 'with the token')])
        }
        throw unknown(requirement)
    }

    private TestCase scripted(Requirement requirement, Operation operation, Map<String, String> arguments) {
        int success = operation.responses().find { it.status() < 300 }.status()
        Scenario satisfying = scenarios.full(operation, success).named(requirement.id).saying(arguments)
        tried(requirement, ServerCheck.ACCEPTS, satisfying, [satisfying.altered("status $UNDOCUMENTED") { HttpResponse it -> it.withStatus(UNDOCUMENTED) }])
    }

    @Override
    protected TestCase status(Requirement requirement, Operation operation) {
        Scenario satisfying = scenarios.full(operation, requirement.status)
        List<Integer> others = operation.responses()*.status() - requirement.status + UNDOCUMENTED
        tried(requirement, ServerCheck.STATUS, satisfying, others.collect { int other -> satisfying.altered("status $other") { HttpResponse it -> it.withStatus(other) } })
    }

    @Override
    protected TestCase content(Requirement requirement, Operation operation) {
        Scenario satisfying = scenarios.full(operation, requirement.status, requirement.mediaType)
        if (requirement.aspect == 'root') {
            return tried(requirement, ServerCheck.ROOT, satisfying, [satisfying.altered('another root', PlaceEdits.body(satisfying.mediaType) { BodyEdit it -> it.otherRoot() })])
        }
        List<Scenario> violating = operation.response(requirement.status).contents().keySet().findAll { it != requirement.mediaType }.collect { String other ->
            satisfying.altered("labelled $other") { HttpResponse it -> it.with('Content-Type', other) }
        }
        violating << satisfying.altered('not labelled') { HttpResponse it -> it.without('Content-Type') }
        violating << satisfying.altered('labelled with garbage') { HttpResponse it -> it.with('Content-Type', 'json, please') }
        tried(requirement, ServerCheck.MEDIA_TYPE, satisfying, violating)
    }

    @Override
    protected TestCase header(Requirement requirement, Operation operation) {
        String name = requirement.subject
        Map<String, String> ids = ['MS-RequestId', 'MS-CorrelationId'].findAll { String id -> operation.parameters().any { it.name() == id } }
                .collectEntries { [it, RequestJudge.REQUEST_ID] } as Map<String, String>
        Scenario satisfying = scenarios.full(operation, requirement.status).saying(ids).named("${requirement.status} with ids")
        switch (requirement.aspect) {
            case 'required':
                return tried(requirement, ServerCheck.HEADER_REQUIRED, satisfying, [satisfying.altered("without $name") { HttpResponse it -> it.without(name) }])
            case 'once':
                return tried(requirement, ServerCheck.HEADER_ONCE, satisfying, [satisfying.altered("$name twice") { HttpResponse it -> it.adding(name, it.header(name)) }])
            case 'well-formed':
                List<Scenario> violating = [satisfying.altered("$name malformed") { HttpResponse it -> it.with(name, 'none of them') }]
                if (ids.containsKey(name)) {
                    violating << satisfying.altered("$name of another call") { HttpResponse it -> it.with(name, RequestJudge.CORRELATION_ID) }
                }
                return tried(requirement, ServerCheck.HEADER_FORM, satisfying, violating)
        }
        throw unknown(requirement)
    }

    @Override
    protected TestCase place(Requirement requirement, Operation operation) {
        Route route = scenarios.route(operation, requirement.status, requirement.subject)
        Scenario full = scenarios.full(operation, requirement.status, requirement.mediaType)
        String aspect = requirement.aspect
        switch (aspect) {
            case 'present':
                return placed(requirement, ServerCheck.BODY, full, planted(full, route, requirement, 'present'))
            case 'absent':
                return placed(requirement, ServerCheck.BODY, scenarios.with(full, operation, requirement, Trees.without(full.tree, route)), full)
            case 'empty':
                Scenario empty = scenarios.with(full, operation, requirement, Trees.with(full.tree, route, []))
                return placed(requirement, ServerCheck.BODY, empty, full)
            case ['int32/max', 'int32/min', 'int64/max', 'int64/min']:
                Scenario bound = scenarios.with(full, operation, requirement, Trees.with(full.tree, route, PlaceEdits.bound(aspect).longValue()))
                return placed(requirement, ServerCheck.PLACE, bound, planted(bound, route, requirement, aspect.replace('max', 'above').replace('min', 'below')))
            case ['minLength', 'maxLength', 'minimum', 'maximum']:
                Scenario last = scenarios.with(full, operation, requirement, Trees.with(full.tree, route, new Limits(route.last.schema as Scalar).at(aspect)))
                return placed(requirement, ServerCheck.PLACE, last, planted(last, route, requirement, aspect))
        }
        if (aspect == 'null' && scenarios.property(operation, requirement).nullable()) {
            // The sandbox leaves out what is null, so null is planted.
            return placed(requirement, ServerCheck.PLACE, planted(full, route, requirement, 'null'), planted(full, route, requirement, scenarios.wrongOf(route)))
        }
        placed(requirement, ServerCheck.PLACE, full, planted(full, route, requirement, aspect))
    }

    private static TestCase placed(Requirement requirement, ServerCheck check, Scenario satisfying, Scenario violating) {
        new TestCase([requirement: requirement, check: check, satisfying: satisfying, violating: [violating], position: requirement.subject.replace('[]', '[0]'), tree: satisfying.tree] as Map<String, Object>)
    }

    @Override
    protected TestCase said(Requirement requirement, Scenario satisfying, Scenario violating) {
        placed(requirement, ServerCheck.BODY, satisfying, violating)
    }
}
