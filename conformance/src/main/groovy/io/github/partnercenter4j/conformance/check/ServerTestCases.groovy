package io.github.partnercenter4j.conformance.check

import groovy.transform.CompileStatic
import io.github.partnercenter4j.conformance.edit.BodyEdit
import io.github.partnercenter4j.conformance.edit.PlaceEdits
import io.github.partnercenter4j.conformance.exchange.Scenario
import io.github.partnercenter4j.conformance.exchange.Scenarios
import io.github.partnercenter4j.conformance.model.Limits
import io.github.partnercenter4j.conformance.model.MediaTypes
import io.github.partnercenter4j.conformance.model.RequestBodies
import io.github.partnercenter4j.conformance.model.Requests
import io.github.partnercenter4j.conformance.model.Requirement
import io.github.partnercenter4j.conformance.model.Route
import io.github.partnercenter4j.conformance.model.Trees
import io.github.partnercenter4j.conformance.wire.HttpResponse
import io.github.partnercenter4j.sandbox.spec.Operation
import io.github.partnercenter4j.sandbox.spec.Operation.Parameter
import io.github.partnercenter4j.sandbox.spec.Operation.Response
import io.github.partnercenter4j.sandbox.spec.Schema.Scalar
import io.github.partnercenter4j.sandbox.spec.SpecModel

/** Makes a test case of each requirement of the server. */
@CompileStatic
class ServerTestCases extends TestCases {
    private static final int UNDOCUMENTED_STATUS = 299
    private static final String WITH_TOKEN = 'with the token'

    ServerTestCases(SpecModel spec) {
        super(spec)
    }

    @Override
    protected TestCase operation(Requirement requirement, Operation operation) {
        Response success = operation.responses().find { it.status() < 300 }
        Scenario satisfying = Scenario.of(operation, MediaTypes.first(operation, success), requirement.id)
        testCase(requirement, ServerCheck.SUCCESS, satisfying, [undocumented(satisfying)])
    }

    @Override
    protected TestCase security(Requirement requirement, Operation operation) {
        Scenario good = Scenario.of(operation, mediaType(operation, 401), WITH_TOKEN)
        String token = requirement.aspect == 'no-token' ? '' : 'none-of-yours'
        testCase(requirement, ServerCheck.UNAUTHORIZED, good.withToken(token).labeled(requirement.aspect), [good])
    }

    @Override
    protected TestCase parameter(Requirement requirement, Operation operation) {
        Parameter parameter = operation.parameters().find { it.name() == requirement.subject }
        String name = parameter.name()
        Map<String, String> all = operation.parameters().findAll { !(it.name() in ['MS-ContinuationToken', 'Accept-Encoding']) }
                .collectEntries { [it.name(), scenarios.requests.value(it)] } as Map<String, String>
        switch (requirement.aspect) {
            case 'sent':
                return accepted(requirement, operation, all + [(name): scenarios.requests.value(parameter)])
            case 'left-out':
                all.remove(name)
                return accepted(requirement, operation, all)
            case 'encoded':
                return accepted(requirement, operation, all + [(name): Scenarios.ODD])
            case 'malformed':
                Map<String, String> malformed = all + [(name): 'none of them']
                return parameter.in() == 'path' ? rejected(requirement, operation, malformed) : accepted(requirement, operation, malformed)
        }
        throw unknownAspect(requirement)
    }

    @Override
    protected TestCase body(Requirement requirement, Operation operation) {
        switch (requirement.aspect) {
            case 'sent': return accepted(requirement, operation, [:])
            case 'left-out': return accepted(requirement, operation, [:], RequestBodies.NONE)
            case 'missing': return rejected(requirement, operation, [:], RequestBodies.NONE)
            case 'malformed': return rejected(requirement, operation, [:], 'none of them')
        }
        throw unknownAspect(requirement)
    }

    /** Returns the media type of an error that the sandbox or a server makes by itself. */
    private static String mediaType(Operation operation, int status) {
        MediaTypes.first(operation, operation.responseOrDefault(status).orElseThrow())
    }

    private TestCase accepted(Requirement requirement, Operation operation, Map<String, String> arguments, String body = null) {
        int success = operation.responses().find { it.status() < 300 }.status()
        Scenario satisfying = scenarios.full(operation, success).labeled(requirement.id).withArguments(arguments).withBody(body)
        testCase(requirement, ServerCheck.ACCEPTS, satisfying, [undocumented(satisfying)])
    }

    /** The sandbox itself must respond with 400, so it gets no reply to send. */
    private static TestCase rejected(Requirement requirement, Operation operation, Map<String, String> arguments, String body = null) {
        Scenario satisfying = Scenario.of(operation, mediaType(operation, 400), requirement.id).withArguments(arguments).withBody(body)
        testCase(requirement, ServerCheck.BAD_REQUEST, satisfying, [Scenario.of(operation, satisfying.mediaType, WITH_TOKEN)])
    }

    @Override
    protected TestCase status(Requirement requirement, Operation operation) {
        Scenario satisfying = scenarios.full(operation, requirement.status)
        if (requirement.aspect == 'no-body') {
            return testCase(requirement, ServerCheck.NO_BODY, satisfying, [satisfying.altered('a body') { HttpResponse it -> it.with('Content-Type', satisfying.mediaType).withBody('{}') }])
        }
        List<Integer> others = operation.responses()*.status() - requirement.status + UNDOCUMENTED_STATUS
        testCase(requirement, ServerCheck.STATUS, satisfying, others.collect { int other -> withStatus(satisfying, other) })
    }

    @Override
    protected TestCase content(Requirement requirement, Operation operation) {
        Scenario satisfying = scenarios.full(operation, requirement.status, requirement.mediaType)
        if (requirement.aspect == 'root') {
            Scenario otherRoot = satisfying.altered('another root', PlaceEdits.body(satisfying.mediaType) { BodyEdit it -> it.otherRoot() })
            return testCase(requirement, ServerCheck.ROOT, satisfying, [otherRoot])
        }
        List<Scenario> violating = (operation.response(requirement.status).contents().keySet() - requirement.mediaType).collect { String other ->
            satisfying.altered("labeled $other") { HttpResponse it -> it.with('Content-Type', other) }
        }
        violating << satisfying.altered('not labeled') { HttpResponse it -> it.without('Content-Type') }
        violating << satisfying.altered('labeled with garbage') { HttpResponse it -> it.with('Content-Type', 'json, please') }
        testCase(requirement, ServerCheck.MEDIA_TYPE, satisfying, violating)
    }

    @Override
    protected TestCase header(Requirement requirement, Operation operation) {
        String name = requirement.subject
        Map<String, String> ids = Requests.IDS.keySet().findAll { String id -> operation.parameters().any { it.name() == id } }
                .collectEntries { [it, Requests.REQUEST_ID] } as Map<String, String>
        Scenario satisfying = scenarios.full(operation, requirement.status).withArguments(ids).labeled("${requirement.status} with ids")
        switch (requirement.aspect) {
            case 'required':
                return testCase(requirement, ServerCheck.HEADER_REQUIRED, satisfying, [satisfying.altered("without $name") { HttpResponse it -> it.without(name) }])
            case 'once':
                return testCase(requirement, ServerCheck.HEADER_ONCE, satisfying, [satisfying.altered("$name twice") { HttpResponse it -> it.adding(name, it.header(name)) }])
            case 'well-formed':
                List<Scenario> violating = [satisfying.altered("$name malformed") { HttpResponse it -> it.with(name, 'none of them') }]
                if (ids.containsKey(name)) {
                    violating << satisfying.altered("$name of another call") { HttpResponse it -> it.with(name, Requests.CORRELATION_ID) }
                }
                return testCase(requirement, ServerCheck.HEADER_FORM, satisfying, violating)
        }
        throw unknownAspect(requirement)
    }

    @Override
    protected TestCase place(Requirement requirement, Operation operation) {
        Route route = scenarios.route(operation, requirement.status, requirement.subject)
        Scenario full = scenarios.full(operation, requirement.status, requirement.mediaType)
        String aspect = requirement.aspect
        switch (aspect) {
            case 'present':
                return bodyCase(requirement, ServerCheck.BODY, full, edited(full, route, requirement))
            case 'absent':
                return bodyCase(requirement, ServerCheck.BODY, scenarios.with(full, requirement, Trees.without(full.tree, route)), full)
            case 'empty':
                return bodyCase(requirement, ServerCheck.BODY, scenarios.with(full, requirement, Trees.emptied(full.tree, route)), full)
            case ['int32/max', 'int32/min', 'int64/max', 'int64/min']:
                Scenario bound = scenarios.with(full, requirement, Trees.with(full.tree, route, PlaceEdits.bound(aspect).longValue()))
                String beyond = aspect.replace('max', 'above').replace('min', 'below')
                return bodyCase(requirement, ServerCheck.PLACE, bound, edited(bound, route, requirement, beyond))
            case Limits.KEYWORDS:
                Scenario last = scenarios.with(full, requirement, Trees.with(full.tree, route, new Limits(route.last.schema as Scalar).at(aspect)))
                return bodyCase(requirement, ServerCheck.PLACE, last, edited(last, route, requirement))
        }
        if (aspect == 'null' && scenarios.property(operation, requirement).nullable()) {
            // The sandbox leaves out what is null, so null is written into its response.
            return bodyCase(requirement, ServerCheck.PLACE, edited(full, route, requirement), edited(full, route, requirement, wrongType(route)))
        }
        bodyCase(requirement, ServerCheck.PLACE, full, edited(full, route, requirement))
    }

    @Override
    protected TestCase wholeBody(Requirement requirement, Scenario satisfying, Scenario violating) {
        bodyCase(requirement, ServerCheck.BODY, satisfying, violating)
    }

    private static TestCase bodyCase(Requirement requirement, ServerCheck check, Scenario satisfying, Scenario violating) {
        new TestCase(requirement: requirement, check: check, satisfying: satisfying, violating: [violating], tree: satisfying.tree)
    }

    private static TestCase testCase(Requirement requirement, ServerCheck check, Scenario satisfying, List<Scenario> violating) {
        new TestCase(requirement: requirement, check: check, satisfying: satisfying, violating: violating)
    }

    private static Scenario undocumented(Scenario scenario) {
        withStatus(scenario, UNDOCUMENTED_STATUS)
    }

    private static Scenario withStatus(Scenario scenario, int status) {
        scenario.altered("status $status") { HttpResponse it -> it.withStatus(status) }
    }

    /** Returns a type that the place does not have and that both formats can write. */
    private static String wrongType(Route route) {
        'wrong-type/' + (route.last.schema instanceof Scalar ? 'object' : 'string')
    }
}
