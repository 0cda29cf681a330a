package io.github.partnercenter4j.conformance.obligation

import groovy.transform.CompileStatic
import io.github.partnercenter4j.conformance.judge.Limits
import io.github.partnercenter4j.conformance.wire.Answer
import io.github.partnercenter4j.sandbox.spec.Operation
import io.github.partnercenter4j.sandbox.spec.Operation.Parameter
import io.github.partnercenter4j.sandbox.spec.Operation.Response
import io.github.partnercenter4j.sandbox.spec.Schema.Scalar
import io.github.partnercenter4j.sandbox.spec.SpecModel

/** How each obligation of a server is tried. */
@CompileStatic
class ServerPlan extends Plan {
    private static final int UNDOCUMENTED = 299

    ServerPlan(SpecModel spec) {
        super(spec)
    }

    @Override
    protected Claim operation(Obligation obligation, Operation operation) {
        Response success = operation.responses().find { it.status() < 300 }
        Occasion kept = Occasion.of(operation, success.contents().keySet().first(), obligation.id)
        tried(obligation, ServerCheck.SUCCESS, kept, [kept.altered("status $UNDOCUMENTED") { Answer it -> it.withStatus(UNDOCUMENTED) }])
    }

    @Override
    protected Claim security(Obligation obligation, Operation operation) {
        Occasion good = Occasion.of(operation, operation.response(401).contents().keySet().first(), 'with the token')
        String token = obligation.aspect == 'no-token' ? '' : 'none-of-yours'
        tried(obligation, ServerCheck.UNAUTHORIZED, good.tokened(token).named(obligation.aspect), [good])
    }

    @Override
    protected Claim parameter(Obligation obligation, Operation operation) {
        Parameter parameter = operation.parameters().find { it.name() == obligation.subject }
        Map<String, String> all = operation.parameters().findAll { it.name() != 'MS-ContinuationToken' && it.name() != 'Accept-Encoding' }
                .collectEntries { [it.name(), scenes.requests.value(it)] } as Map<String, String>
        Map<String, String> value = [(parameter.name()): scenes.requests.value(parameter)]
        switch (obligation.aspect) {
            case 'sent':
                return scripted(obligation, operation, all + value)
            case 'left-out':
                all.remove(parameter.name())
                return scripted(obligation, operation, all)
            case 'encoded':
                return scripted(obligation, operation, all + [(parameter.name()): Scenes.ODD])
            case 'malformed':
                Map<String, String> odd = all + [(parameter.name()): 'none of them']
                if (parameter.in() != 'path') {
                    return scripted(obligation, operation, odd)
                }
                // Only the server itself can tell; 400 is what the spec has for it.
                Occasion kept = Occasion.of(operation, operation.response(400).contents().keySet().first(), obligation.id).saying(odd)
                return tried(obligation, ServerCheck.BAD_REQUEST, kept, [Occasion.of(operation, kept.mediaType, 'with the token')])
        }
        throw unknown(obligation)
    }

    private Claim scripted(Obligation obligation, Operation operation, Map<String, String> arguments) {
        int success = operation.responses().find { it.status() < 300 }.status()
        Occasion kept = scenes.full(operation, success).named(obligation.id).saying(arguments)
        tried(obligation, ServerCheck.ACCEPTS, kept, [kept.altered("status $UNDOCUMENTED") { Answer it -> it.withStatus(UNDOCUMENTED) }])
    }

    @Override
    protected Claim status(Obligation obligation, Operation operation) {
        Occasion kept = scenes.full(operation, obligation.status)
        List<Integer> others = operation.responses()*.status() - obligation.status + UNDOCUMENTED
        tried(obligation, ServerCheck.STATUS, kept, others.collect { int other -> kept.altered("status $other") { Answer it -> it.withStatus(other) } })
    }

    @Override
    protected Claim content(Obligation obligation, Operation operation) {
        Occasion kept = scenes.full(operation, obligation.status, obligation.mediaType)
        if (obligation.aspect == 'root') {
            return tried(obligation, ServerCheck.ROOT, kept, [kept.altered('another root', Plants.body(kept.mediaType) { BodyEdit it -> it.otherRoot() })])
        }
        List<Occasion> broken = operation.response(obligation.status).contents().keySet().findAll { it != obligation.mediaType }.collect { String other ->
            kept.altered("labelled $other") { Answer it -> it.with('Content-Type', other) }
        }
        broken << kept.altered('not labelled') { Answer it -> it.without('Content-Type') }
        broken << kept.altered('labelled with garbage') { Answer it -> it.with('Content-Type', 'json, please') }
        tried(obligation, ServerCheck.MEDIA_TYPE, kept, broken)
    }

    @Override
    protected Claim header(Obligation obligation, Operation operation) {
        String name = obligation.subject
        Map<String, String> ids = ['MS-RequestId', 'MS-CorrelationId'].findAll { String id -> operation.parameters().any { it.name() == id } }
                .collectEntries { [it, RequestJudge.REQUEST_ID] } as Map<String, String>
        Occasion kept = scenes.full(operation, obligation.status).saying(ids).named("${obligation.status} with ids")
        switch (obligation.aspect) {
            case 'required':
                return tried(obligation, ServerCheck.HEADER_REQUIRED, kept, [kept.altered("without $name") { Answer it -> it.without(name) }])
            case 'once':
                return tried(obligation, ServerCheck.HEADER_ONCE, kept, [kept.altered("$name twice") { Answer it -> it.adding(name, it.header(name)) }])
            case 'well-formed':
                List<Occasion> broken = [kept.altered("$name malformed") { Answer it -> it.with(name, 'none of them') }]
                if (ids.containsKey(name)) {
                    broken << kept.altered("$name of another call") { Answer it -> it.with(name, RequestJudge.CORRELATION_ID) }
                }
                return tried(obligation, ServerCheck.HEADER_FORM, kept, broken)
        }
        throw unknown(obligation)
    }

    @Override
    protected Claim place(Obligation obligation, Operation operation) {
        Route route = scenes.route(operation, obligation.status, obligation.subject)
        Occasion full = scenes.full(operation, obligation.status, obligation.mediaType)
        String aspect = obligation.aspect
        switch (aspect) {
            case 'present':
                return placed(obligation, ServerCheck.BODY, full, planted(full, route, obligation, 'present'))
            case 'absent':
                return placed(obligation, ServerCheck.BODY, scenes.with(full, operation, obligation, Trees.without(full.tree, route)), full)
            case 'empty':
                Occasion empty = scenes.with(full, operation, obligation, Trees.with(full.tree, route, []))
                return placed(obligation, ServerCheck.BODY, empty, full)
            case ['int32/max', 'int32/min', 'int64/max', 'int64/min']:
                Occasion bound = scenes.with(full, operation, obligation, Trees.with(full.tree, route, Plants.bound(aspect).longValue()))
                return placed(obligation, ServerCheck.PLACE, bound, planted(bound, route, obligation, aspect.replace('max', 'above').replace('min', 'below')))
            case ['minLength', 'maxLength', 'minimum', 'maximum']:
                Occasion last = scenes.with(full, operation, obligation, Trees.with(full.tree, route, new Limits(route.last.schema as Scalar).at(aspect)))
                return placed(obligation, ServerCheck.PLACE, last, planted(last, route, obligation, aspect))
        }
        if (aspect == 'null' && scenes.property(operation, obligation).nullable()) {
            // The sandbox leaves out what is null, so null is planted.
            return placed(obligation, ServerCheck.PLACE, planted(full, route, obligation, 'null'), planted(full, route, obligation, scenes.wrongOf(route)))
        }
        placed(obligation, ServerCheck.PLACE, full, planted(full, route, obligation, aspect))
    }

    private static Claim placed(Obligation obligation, ServerCheck check, Occasion kept, Occasion broken) {
        new Claim([obligation: obligation, check: check, kept: kept, broken: [broken], position: obligation.subject.replace('[]', '[0]'), tree: kept.tree] as Map<String, Object>)
    }

    @Override
    protected Claim said(Obligation obligation, Occasion kept, Occasion broken) {
        placed(obligation, ServerCheck.BODY, kept, broken)
    }
}
