package io.github.partnercenter4j.conformance.mutate

import io.github.partnercenter4j.conformance.exchange.Scenarios
import io.github.partnercenter4j.conformance.model.Applicability
import io.github.partnercenter4j.conformance.model.DefaultResponses
import io.github.partnercenter4j.conformance.model.Side
import io.github.partnercenter4j.conformance.mutate.Mutation.Expected
import io.github.partnercenter4j.conformance.report.BundledRun
import io.github.partnercenter4j.conformance.report.SuiteRun
import io.github.partnercenter4j.conformance.wire.Alteration
import io.github.partnercenter4j.sandbox.spec.SpecModel
import spock.lang.Shared
import spock.lang.Specification

/** The checks reject every mutation that they must reject, and accept every equivalent one. */
class MutationsSpec extends Specification {
    @Shared
    SuiteRun suite = BundledRun.get()

    def 'each side judges #mutation as docs/conformance.md says'() {
        given:
        def verdict = suite.verdict(mutation)

        expect:
        !verdict.survivor
        !verdict.equivalentTurnedRed

        where:
        mutation << BundledRun.get().mutations
    }

    def 'the families of mutations, and how each side must judge them, are those of docs/conformance.md'() {
        given:
        def table = Applicability.table('The mutations').collectEntries { [it.mutation, [it.server, it.client]] }
        def another = DefaultResponses.numbered(SpecModel.read(getClass().getResource('/suite/subscriptions.yaml').getText('UTF-8')))
        def derived = [suite.spec, another].collectMany { Mutations.of(it) }.groupBy { it.family }.collectEntries { family, mutations ->
            [family, Side.values().collect { side -> cell(mutations*.expected(side)) }]
        }

        expect:
        derived == table
    }

    def 'no two mutations have the same id'() {
        expect:
        suite.mutations*.id.unique(false).size() == suite.mutations.size()
    }

    def "a namespace prefix in .NET's XML does not change what the client returns: #scenario"() {
        given:
        def harness = suite.observed.harness
        def prefixed = scenario.altered('with a prefix', { response ->
            def text = response.text().replaceAll('<(/?)([A-Za-z][A-Za-z0-9]*)(?=[ />])', '<$1p:$2').replaceFirst(' xmlns="', ' xmlns:p="')
            assert text.startsWith('<p:') && !text.contains('xmlns="')
            response.uncompressed().withBody(text)
        } as Alteration)

        expect:
        harness.observe(prefixed).outcome.differencesFrom(harness.observe(scenario).outcome) == []

        where:
        scenario << BundledRun.get().with {
            def scenarios = new Scenarios(it.spec)
            it.spec.operations().collectMany { operation ->
                operation.responses()*.status().findAll { new Applicability().isObserved(it, 'content') }.collectMany { status ->
                    ['application/xml', 'text/xml'].collect { scenarios.full(operation, status, it) }
                }
            }
        }
    }

    def 'a fault that no check rejects is a survivor, and an equivalent mutation that a check rejects is reported: #server, #client'() {
        given:
        def base = suite.mutations[0].base
        def harmless = new Mutation('made up', base, base.altered('nothing', { it }), server, client)
        def harmful = new Mutation('made up', base, base.altered('no body', { it.withBody(new byte[0]) }), server, client)
        def runner = new MutationRunner(suite.server, suite.documented, suite.requirements)

        expect:
        runner.run(harmless).with { [it.survivor, it.equivalentTurnedRed] } == [survivor, false]
        runner.run(harmful).with { [it.survivor, it.equivalentTurnedRed] } == [false, turnedRed]

        where:
        server          | client          || survivor | turnedRed
        Expected.REJECT | Expected.REJECT || true     | false
        Expected.REJECT | Expected.ACCEPT || true     | true
        Expected.ACCEPT | Expected.REJECT || true     | true
        Expected.IGNORE | Expected.ACCEPT || false    | true
        Expected.ACCEPT | Expected.ACCEPT || false    | true
    }

    def "only the checks of requirements count, not the judges alone: with the requirements of the kinds #kinds, survivor is #survivor"() {
        given:
        def base = new Scenarios(suite.spec).with { it.full(it.spec.operation('getProvisioningStatus'), 404) }
        def mutation = new Mutation('made up', base, base.altered('labeled text/html', { it.with('Content-Type', 'text/html') }), Expected.REJECT, Expected.REJECT)
        def requirements = suite.requirements.findAll { it.kind in kinds }
        def verdict = new MutationRunner(suite.server, suite.documented, requirements).run(mutation)

        expect:
        verdict.survivor == survivor
        verdict.violations.keySet()*.toString() == violated

        where:
        kinds       || survivor | violated
        []          || true     | []
        ['header']  || true     | []
        ['status']  || true     | ['client getProvisioningStatus/404']
        ['content'] || false    | ['server', 'client'].collect { "$it getProvisioningStatus/404/application-json" }
    }

    def 'an additional header violates no requirement, so no check rejects it: #expected'() {
        given:
        def base = suite.mutations[0].base
        def mutation = new Mutation('made up', base, base.altered('an additional header', { it.with('X-Other', 'x') }), expected, expected)
        def verdict = new MutationRunner(suite.server, suite.documented, suite.requirements).run(mutation)

        expect:
        verdict.violations.isEmpty()
        verdict.survivor == (expected == Expected.REJECT)
        !verdict.equivalentTurnedRed

        where:
        expected << [Expected.REJECT, Expected.ACCEPT]
    }

    private static String cell(List<Expected> all) {
        all.unique(false).sort { it.ordinal() }.collect { [REJECT: 'reject', ACCEPT: 'accept', IGNORE: '–'][it.name()] }.join(' or ')
    }
}
