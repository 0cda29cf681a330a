package io.github.partnercenter4j.conformance.obligation

import groovy.transform.CompileStatic
import io.github.partnercenter4j.sandbox.spec.Operation
import io.github.partnercenter4j.sandbox.spec.SpecModel

/** How each obligation of a side is tried. */
@CompileStatic
abstract class Plan {
    protected final SpecModel spec
    protected final Scenes scenes

    protected Plan(SpecModel spec) {
        this.spec = spec
        scenes = new Scenes(spec)
    }

    Claim claim(Obligation obligation) {
        Operation operation = spec.operation(obligation.operation)
        switch (obligation.kind) {
            case 'operation': return this.operation(obligation, operation)
            case 'security': return security(obligation, operation)
            case 'parameter': return parameter(obligation, operation)
            case 'status': return status(obligation, operation)
            case 'content': return content(obligation, operation)
            case 'header': return header(obligation, operation)
            case 'place': return place(obligation, operation)
            case 'example': return example(obligation, operation)
        }
        throw new IllegalArgumentException("Nothing is known of the kind ${obligation.kind}")
    }

    protected abstract Claim operation(Obligation obligation, Operation operation)

    protected abstract Claim security(Obligation obligation, Operation operation)

    protected abstract Claim parameter(Obligation obligation, Operation operation)

    protected abstract Claim status(Obligation obligation, Operation operation)

    protected abstract Claim content(Obligation obligation, Operation operation)

    protected abstract Claim header(Obligation obligation, Operation operation)

    protected abstract Claim place(Obligation obligation, Operation operation)

    /** By what was said as a whole. */
    protected abstract Claim said(Obligation obligation, Occasion kept, Occasion broken)

    private Claim example(Obligation obligation, Operation operation) {
        Map<String, Object> tree = scenes.example(operation.response(obligation.status), obligation.mediaType, obligation.subject)
        Occasion kept = scenes.saying(operation, obligation.status, obligation.mediaType, tree, "${obligation.status} as the example ${obligation.subject}")
        String first = tree.keySet().first()
        Route route = scenes.route(operation, obligation.status, first)
        said(obligation, kept, kept.altered("without $first", Plants.aspect(obligation.mediaType, route, 'absent')))
    }

    protected static Occasion planted(Occasion occasion, Route route, Obligation obligation, String aspect = obligation.aspect) {
        occasion.altered("$aspect at ${obligation.subject}", Plants.aspect(obligation.mediaType, route, aspect))
    }

    protected static Claim tried(Obligation obligation, Check check, Occasion kept, List<Occasion> broken) {
        new Claim([obligation: obligation, check: check, kept: kept, broken: broken] as Map<String, Object>)
    }

    protected static IllegalArgumentException unknown(Obligation obligation) {
        new IllegalArgumentException("Nothing is known of the aspect ${obligation.aspect}")
    }
}
