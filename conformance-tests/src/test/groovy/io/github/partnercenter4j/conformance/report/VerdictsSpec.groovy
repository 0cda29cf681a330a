package io.github.partnercenter4j.conformance.report

import groovy.xml.XmlSlurper
import io.github.partnercenter4j.conformance.check.Check
import io.github.partnercenter4j.conformance.check.Ledger
import io.github.partnercenter4j.conformance.check.ServerCheck
import io.github.partnercenter4j.conformance.check.SuiteRunner
import io.github.partnercenter4j.conformance.check.TestCase
import io.github.partnercenter4j.conformance.check.Verdict
import io.github.partnercenter4j.conformance.check.Verdict.State
import io.github.partnercenter4j.conformance.exchange.Observation
import io.github.partnercenter4j.conformance.model.Requirement
import io.github.partnercenter4j.conformance.model.Side
import io.github.partnercenter4j.conformance.mutate.Mutation
import io.github.partnercenter4j.conformance.mutate.Mutation.Expected
import io.github.partnercenter4j.conformance.mutate.MutationVerdict
import java.nio.file.Path
import spock.lang.Specification
import spock.lang.TempDir

/** How verdicts are counted and told. The other specifications of this package see a run in which nothing fails. */
class VerdictsSpec extends Specification {
    private static final Requirement REQUIREMENT = new Requirement(Side.SERVER, 'place', 'getThing', 200, 'application/json', 'a.b', 'required', '/components/schemas/Thing')
    private static final TestCase CASE = new TestCase(requirement: REQUIREMENT, check: ServerCheck.PLACE)
    private static final Map<Side, Map> NONE = [:]
    private static final Map<Side, Map> SERVER = [(Side.SERVER): [(REQUIREMENT): ['a.b: is missing']]]

    @TempDir
    Path folder

    static Verdict verdict(List<String> violations, Map<String, List<String>> counterexamples) {
        new Verdict(REQUIREMENT, CASE, null, violations, counterexamples)
    }

    private static SuiteRunner runner(State state, boolean tests = true) {
        new SuiteRunner(Side.SERVER, null, null) {
            @Override
            List<String> generalViolations(Observation observation) {
                []
            }

            @Override
            boolean runs(Requirement requirement) {
                tests
            }

            @Override
            Verdict verdict(Requirement requirement, Check disabled) {
                VerdictsSpec.verdict(state == State.MISSING ? ['x'] : [], state == State.COVERED ? [dropped: ['x']] : [:])
            }
        }
    }

    private static MutationVerdict judged(Expected server, Expected client, Map<Side, Map> bySide, List<String> general = []) {
        new MutationVerdict(new Mutation('made up', null, null, server, client), bySide, general)
    }

    def 'a requirement is #state with the violations #violations and the counterexamples #counterexamples'() {
        given:
        def verdict = verdict(violations, counterexamples)

        expect:
        verdict.state == state
        Failures.of(verdict) == failure

        where:
        violations | counterexamples              || state           | failure
        []         | [empty: [], dropped: ['x']]  || State.COVERED   | null
        []         | [empty: [], dropped: []]     || State.EXERCISED | "Not tested well enough: server getThing/200/application-json/a.b/required, of #/components/schemas/Thing\n  the check '$ServerCheck.PLACE.name' accepts [empty, dropped]"
        []         | [:]                          || State.EXERCISED | "Not tested well enough: server getThing/200/application-json/a.b/required, of #/components/schemas/Thing\n  the check '$ServerCheck.PLACE.name' accepts []"
        ['x', 'y'] | [dropped: ['x']]             || State.MISSING   | 'Violated: server getThing/200/application-json/a.b/required, of #/components/schemas/Thing\n  x\n  y'
    }

    def 'of the runners that test a requirement, and say #states, the worst counts'() {
        expect:
        new Ledger([runner(State.MISSING, false)] + states.collect { runner(it) }).verdict(REQUIREMENT).state == worst

        where:
        states                                           || worst
        [State.COVERED]                                  || State.COVERED
        [State.COVERED, State.EXERCISED]                 || State.EXERCISED
        [State.MISSING, State.COVERED]                   || State.MISSING
        [State.COVERED, State.MISSING, State.EXERCISED]  || State.MISSING
    }

    def 'a mutation that must be judged #server and #client, with the violations #bySide and #general, is told as #failure'() {
        expect:
        Failures.of('made up', [judged(server, client, bySide, general)])?.find(/\w+ check rejects it: made up/) == failure

        where:
        server          | client          | bySide | general || failure
        Expected.REJECT | Expected.IGNORE | SERVER | []      || null
        Expected.REJECT | Expected.REJECT | SERVER | []      || 'no check rejects it: made up'
        Expected.IGNORE | Expected.REJECT | SERVER | []      || 'no check rejects it: made up'
        Expected.ACCEPT | Expected.IGNORE | NONE   | []      || null
        Expected.ACCEPT | Expected.IGNORE | SERVER | []      || 'a check rejects it: made up'
        Expected.ACCEPT | Expected.ACCEPT | NONE   | ['x']   || 'a check rejects it: made up'
        Expected.IGNORE | Expected.ACCEPT | SERVER | []      || null
    }

    def 'faults.json counts faults and equivalents, in total and by side'() {
        given:
        def verdicts = [judged(Expected.REJECT, Expected.ACCEPT, SERVER), judged(Expected.REJECT, Expected.IGNORE, NONE),
                        judged(Expected.ACCEPT, Expected.ACCEPT, SERVER), judged(Expected.ACCEPT, Expected.IGNORE, NONE), judged(Expected.ACCEPT, Expected.IGNORE, NONE)]

        expect:
        with(Coverage.ofMutations(verdicts)) {
            [it.total, it.faults, it.equivalents, it.caught, it.survivors.size(), it.equivalentsTurnedRed.size()] == [5, 2, 3, 1, 1, 1]
            it.bySide.server == [faults: 2, caught: 1, equivalents: 3, turnedRed: 1, ignored: 0]
            it.bySide.client == [faults: 0, caught: 0, equivalents: 2, turnedRed: 0, ignored: 3]
        }
    }

    def 'the JUnit XML has a test for each requirement, with the reason of a failure and of a skip, in characters that XML can have'() {
        given:
        def file = folder.resolve('reports/TEST-things.xml')

        when:
        JUnitXml.write(file, 'things', [verdict([], [dropped: ['x']]), verdict(['\u0001 is wrong'], [:]), verdict([], [:])], [(REQUIREMENT): 'it was empty'])

        then:
        def suite = new XmlSlurper().parse(file.toFile())
        [suite.@name, suite.@tests, suite.@failures, suite.@errors, suite.@skipped]*.text() == ['things', '4', '2', '0', '1']
        suite.testcase*.@name*.text().unique() == ['server getThing/200/application-json/a.b/required']
        suite.testcase*.failure*.@message*.text() == ['', '\uFFFD is wrong', 'the check rejects no counterexample', '']
        suite.testcase*.skipped*.@message*.text() == ['', '', '', 'it was empty']
    }
}
