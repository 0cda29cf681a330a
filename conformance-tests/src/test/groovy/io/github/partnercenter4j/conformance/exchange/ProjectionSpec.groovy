package io.github.partnercenter4j.conformance.exchange

import io.github.partnercenter4j.conformance.check.ExpectedOutcomes
import io.github.partnercenter4j.conformance.model.Trees
import io.github.partnercenter4j.sandbox.Fidelity
import io.github.partnercenter4j.sandbox.spec.SpecModel
import io.github.partnercenter4j.testing.Literals
import spock.lang.Specification

/** The trees that the suite compares are those that are written by hand. */
class ProjectionSpec extends Specification {
    static final SpecModel SPEC = SpecModel.bundled()
    static final Scenarios SCENARIOS = new Scenarios(SPEC)
    static final OPERATION = SPEC.operation('getProvisioningStatus')

    def 'the sample becomes the tree that is written here'() {
        expect:
        Projection.of(Literals.SAMPLE) == [
                totalCount: 1,
                items: [[orderLineItemId: 0, lineItemNumber: 0, status: 'fulfilled', quantityProvisioningInformation: [[quantity: 1, status: 'fulfilled']]]],
                attributes: [objectType: 'Collection']
        ]
    }

    def 'the expected outcome of an example is the literal: #name in #mediaType'() {
        given:
        def tree = SCENARIOS.example(OPERATION.response(200), mediaType, name)
        def scenario = SCENARIOS.replying(OPERATION, 200, mediaType, tree, name)

        expect:
        new ExpectedOutcomes(SPEC, Fidelity.DOCUMENTED).of(scenario, 200, tree).tree == Projection.of(Literals.VALUES[name])

        where:
        [mediaType, name] << [OPERATION.response(200).contents().keySet(), ['sample', 'everything']].combinations()
    }

    def 'the expected outcome of the error #status is the literal'() {
        given:
        def scenario = SCENARIOS.full(OPERATION, status)
        def name = OPERATION.response(status).contents()[scenario.mediaType].examples().keySet().first()

        expect:
        new ExpectedOutcomes(SPEC, Fidelity.DOCUMENTED).of(scenario, status, SCENARIOS.example(OPERATION.response(status), scenario.mediaType, name)).tree == Literals.FAULTS[status]

        where:
        status << Literals.FAULTS.keySet()
    }

    def 'a full body has a different value at every place'() {
        given:
        def tree = SCENARIOS.tree(OPERATION, status)
        def scalars = leaves(tree)

        expect:
        SPEC.places(SCENARIOS.schema(OPERATION, status)).every { Trees.at(tree, SCENARIOS.route(OPERATION, status, it.path())) != null }
        scalars.size() == scalars.unique(false).size()

        where:
        status << [200, 404]
    }

    private static List leaves(tree) {
        tree instanceof Map ? tree.values().collectMany { leaves(it) } : tree instanceof List ? tree.collectMany { leaves(it) } : [tree]
    }
}
