package io.github.partnercenter4j.conformance.obligation

import io.github.partnercenter4j.testing.Literals
import io.github.partnercenter4j.sandbox.Fidelity
import io.github.partnercenter4j.sandbox.spec.SpecModel
import spock.lang.Specification

/** The trees in which the suite thinks are held by what was written out by hand. */
class ProjectionSpec extends Specification {
    static final SpecModel SPEC = SpecModel.bundled()
    static final Scenes SCENES = new Scenes(SPEC)
    static final OPERATION = SPEC.operation('getProvisioningStatus')

    def 'the sample is the tree that is written here'() {
        expect:
        Projection.of(Literals.SAMPLE) == [
                totalCount: 1,
                items: [[orderLineItemId: 0, lineItemNumber: 0, status: 'fulfilled', quantityProvisioningInformation: [[quantity: 1, status: 'fulfilled']]]],
                attributes: [objectType: 'Collection']
        ]
    }

    def 'what the suite expects of an example is the literal: #name in #mediaType'() {
        given:
        def tree = SCENES.example(OPERATION.response(200), mediaType, name)
        def occasion = SCENES.saying(OPERATION, 200, mediaType, tree, name)

        expect:
        new Expectations(SPEC, Fidelity.DOCUMENTED).of(occasion, 200, tree).tree == Projection.of(Literals.VALUES[name])

        where:
        [mediaType, name] << [OPERATION.response(200).contents().keySet(), ['sample', 'everything']].combinations()
    }

    def 'what the suite expects of the error #status is the literal'() {
        given:
        def occasion = SCENES.full(OPERATION, status)
        def name = OPERATION.response(status).contents()[occasion.mediaType].examples().keySet().first()

        expect:
        new Expectations(SPEC, Fidelity.DOCUMENTED).of(occasion, status, SCENES.example(OPERATION.response(status), occasion.mediaType, name)).tree == Literals.FAULTS[status]

        where:
        status << Literals.FAULTS.keySet()
    }

    def 'a document that the suite makes up has a value at every place, and no two alike'() {
        given:
        def tree = SCENES.tree(OPERATION, status)
        def scalars = leaves(tree)

        expect:
        SPEC.places(SCENES.schema(OPERATION, status)).every { Trees.at(tree, SCENES.route(OPERATION, status, it.path())) != null }
        scalars.size() == scalars.unique(false).size()

        where:
        status << [200, 404]
    }

    private static List leaves(tree) {
        tree instanceof Map ? tree.values().collectMany { leaves(it) } : tree instanceof List ? tree.collectMany { leaves(it) } : [tree]
    }
}
