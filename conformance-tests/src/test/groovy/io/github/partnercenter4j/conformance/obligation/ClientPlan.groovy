package io.github.partnercenter4j.conformance.obligation

import groovy.transform.CompileStatic
import io.github.partnercenter4j.conformance.wire.Answer
import io.github.partnercenter4j.conformance.wire.Request
import io.github.partnercenter4j.sandbox.Fidelity
import io.github.partnercenter4j.sandbox.spec.Operation
import io.github.partnercenter4j.sandbox.spec.Operation.Header
import io.github.partnercenter4j.sandbox.spec.Operation.Parameter
import io.github.partnercenter4j.sandbox.spec.SpecModel
import java.time.Duration

/** How each obligation of the client is tried. */
@CompileStatic
class ClientPlan extends Plan {
    private final Expectations expectations

    ClientPlan(SpecModel spec, Fidelity fidelity) {
        super(spec)
        expectations = new Expectations(spec, fidelity)
    }

    @Override
    protected Claim operation(Obligation obligation, Operation operation) {
        sent(obligation, success(operation), SpoiledRequests.ofOperation(operation))
    }

    @Override
    protected Claim security(Obligation obligation, Operation operation) {
        sent(obligation, success(operation), SpoiledRequests.ofToken())
    }

    private Occasion success(Operation operation) {
        scenes.full(operation, operation.responses().find { it.status() < 300 }.status())
    }

    @Override
    protected Claim parameter(Obligation obligation, Operation operation) {
        Parameter parameter = operation.parameters().find { it.name() == obligation.subject }
        Occasion plain = success(operation)
        String value = scenes.requests.value(parameter)
        switch (obligation.aspect) {
            case 'sent': return sent(obligation, plain.named(obligation.id).saying([(parameter.name()): value]), SpoiledRequests.of(parameter, value))
            case 'left-out': return sent(obligation, plain.named(obligation.id).saying([(parameter.name()): (String) null]), SpoiledRequests.of(parameter, (String) null))
            case 'encoded': return sent(obligation, plain.named(obligation.id).saying([(parameter.name()): Scenes.ODD]), SpoiledRequests.of(parameter, Scenes.ODD))
            case 'malformed': return tried(obligation, ClientCheck.REFUSED, plain.named(obligation.id).saying([(parameter.name()): 'none of them']), [plain])
        }
        throw unknown(obligation)
    }

    private static Claim sent(Obligation obligation, Occasion kept, Map<String, Closure<Request>> others) {
        tried(obligation, ClientCheck.REQUEST, kept, others.collect { String how, Closure<Request> change -> kept.sent(how, change) })
    }

    @Override
    protected Claim status(Obligation obligation, Operation operation) {
        Occasion kept = scenes.full(operation, obligation.status)
        List<Integer> others = operation.responses()*.status() - obligation.status
        ends(obligation, kept, others.collect { int other -> kept.altered("status $other") { Answer it -> it.withStatus(other) } })
    }

    @Override
    protected Claim content(Obligation obligation, Operation operation) {
        Occasion kept = scenes.full(operation, obligation.status, obligation.mediaType)
        List<Occasion> broken = (operation.response(obligation.status).contents().keySet() - obligation.mediaType + 'text/html').collect { String other ->
            kept.altered("labelled $other") { Answer it -> it.with('Content-Type', other) }
        }
        broken << kept.altered('not labelled') { Answer it -> it.without('Content-Type') }
        new Claim([obligation: obligation, check: ClientCheck.LABELLED, kept: kept, broken: broken,
                   outcome: expectations.of(kept, obligation.status, kept.tree)] as Map<String, Object>)
    }

    @Override
    protected Claim header(Obligation obligation, Operation operation) {
        Header header = operation.response(obligation.status).headers().find { it.name() == obligation.subject }
        Occasion kept = scenes.full(operation, obligation.status)
        String sent = ['MS-RequestId': RequestJudge.REQUEST_ID, 'MS-CorrelationId': RequestJudge.CORRELATION_ID][header.name()] ?: scenes.sample(header)
        // Of two that differ an exception names the first, and of two waits the longer.
        List<Occasion> broken = [
                kept.altered("another ${header.name()}") { Answer it -> it.with(header.name(), other(sent)) },
                kept.altered("${header.name()} twice") { Answer it -> it.with(header.name(), other(sent)).adding(header.name(), sent) }
        ]
        if (obligation.aspect == 'named') {
            String named = header.name() == 'Retry-After' ? Duration.ofSeconds(sent.toLong()).toString() : sent
            return new Claim([obligation: obligation, check: ClientCheck.NAMED, kept: kept, broken: broken, values: [named]] as Map<String, Object>)
        }
        // An exception without the id from the answer names the one that was sent, so only what is seen can be missing.
        broken << kept.altered("without ${header.name()}") { Answer it -> it.without(header.name()) }
        new Claim([obligation: obligation, check: ClientCheck.HEADER, kept: kept, broken: broken, values: [sent]] as Map<String, Object>)
    }

    /** Another value that is as good. */
    static String other(String value) {
        value ==~ /[0-9]+/ ? value + '1' : value.replaceAll(/^./, value.startsWith('b') ? 'c' : 'b')
    }

    @Override
    protected Claim place(Obligation obligation, Operation operation) {
        Route route = scenes.route(operation, obligation.status, obligation.subject)
        Occasion full = scenes.full(operation, obligation.status, obligation.mediaType)
        String aspect = obligation.aspect
        switch (aspect) {
            case 'present':
                return ends(obligation, full, [planted(full, route, obligation)])
            case 'absent':
                return ends(obligation, scenes.with(full, operation, obligation, Trees.without(full.tree, route)), [full])
            case 'empty':
                return ends(obligation, scenes.with(full, operation, obligation, Trees.with(full.tree, route, [])), [full])
            case ['int32/max', 'int32/min', 'int64/max', 'int64/min']:
                return ends(obligation, scenes.with(full, operation, obligation, Trees.with(full.tree, route, number(route, aspect))), [full])
        }
        new Claim([obligation: obligation, check: ClientCheck.ENDS, kept: planted(full, route, obligation), broken: [full],
                   outcome: expectations.of(full, obligation, route)] as Map<String, Object>)
    }

    private static Object number(Route route, String aspect) {
        BigInteger bound = Plants.bound(aspect)
        aspect.startsWith('int32') ? (Object) bound.intValueExact() : (Object) bound.longValueExact()
    }

    @Override
    protected Claim said(Obligation obligation, Occasion kept, Occasion broken) {
        ends(obligation, kept, [broken])
    }

    private Claim ends(Obligation obligation, Occasion kept, List<Occasion> broken) {
        new Claim([obligation: obligation, check: ClientCheck.ENDS, kept: kept, broken: broken,
                   outcome: expectations.of(kept, obligation.status, kept.tree)] as Map<String, Object>)
    }
}
