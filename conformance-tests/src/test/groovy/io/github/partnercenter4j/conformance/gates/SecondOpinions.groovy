package io.github.partnercenter4j.conformance.gates

import io.github.partnercenter4j.sandbox.spec.SpecException
import io.github.partnercenter4j.sandbox.spec.SpecModel
import io.github.partnercenter4j.specdiff.Change
import io.github.partnercenter4j.specdiff.Comparison
import io.github.partnercenter4j.specgates.Gate
import io.github.partnercenter4j.specgates.Objection
import io.github.partnercenter4j.specgates.SpecTree
import io.github.partnercenter4j.testing.SpecDocument

/** What other readers say about a document. They share no code with the gates, which must refuse what these refuse. */
class SecondOpinions {
    static final Gate PARSER = new Gate('the OpenAPI parser reports nothing', { SpecTree it ->
        new SpecDocument(it.yaml).messages.collect { new Objection('', it, '') }
    })
    static final Gate SANDBOX = new Gate('the sandbox supports the whole spec', { SpecTree it ->
        try {
            SpecModel.read(it.yaml)
            return []
        } catch (SpecException e) {
            return [new Objection(e.pointer(), e.message, '')]
        }
    })

    /** Rejects changes that break callers of the released spec. "mvn -Pspec-diff verify" runs it too. */
    static Gate callersOf(SpecTree released) {
        def yaml = released.yaml
        new Gate('callers of the released spec do not break', { SpecTree it ->
            Comparison.of(yaml, it.yaml).changes().findAll { it.kind() == Change.Kind.BREAKING }.collect { new Objection('', it.toString(), '') }
        })
    }
}
