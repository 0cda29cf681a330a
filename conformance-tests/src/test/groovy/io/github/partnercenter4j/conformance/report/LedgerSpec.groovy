package io.github.partnercenter4j.conformance.report

import io.github.partnercenter4j.conformance.check.ClientCheck
import io.github.partnercenter4j.conformance.check.ServerCheck
import io.github.partnercenter4j.conformance.check.Verdict.State
import io.github.partnercenter4j.conformance.model.Applicability
import io.github.partnercenter4j.conformance.model.Requirement
import io.github.partnercenter4j.conformance.model.Side
import spock.lang.Shared
import spock.lang.Specification

/** Every requirement of the spec is satisfied, and its check rejects a counterexample. */
class LedgerSpec extends Specification {
    @Shared
    SuiteRun suite = BundledRun.get()

    def 'the server satisfies #requirement.id'() {
        given:
        def verdict = suite.verdict(requirement)

        expect:
        verdict.violations == []
        verdict.state == State.COVERED

        where:
        requirement << BundledRun.get().of(Side.SERVER)
    }

    def 'the client satisfies #requirement.id'() {
        given:
        def verdict = suite.verdict(requirement)

        expect:
        verdict.violations == []
        verdict.state == State.COVERED

        where:
        requirement << BundledRun.get().of(Side.CLIENT)
    }

    def 'without the check "#check.name", every requirement that it tests is only exercised'() {
        given:
        def tested = suite.requirements.findAll { suite.verdict(it).testCase.check.is(check) }
        def states = tested.collect { suite.ledger.without(check, it).state }

        expect:
        !tested.empty
        states.every { it == State.EXERCISED }

        where:
        // No response of this document is without a body.
        check << [ServerCheck.values().toList() - ServerCheck.NO_BODY, ClientCheck.values().toList()].flatten()
    }

    def 'checks are independent: without the check "#check.name", every other requirement stays covered'() {
        given:
        def others = suite.requirements.findAll { !suite.verdict(it).testCase.check.is(check) }

        expect:
        others.every { suite.ledger.without(check, it).state == State.COVERED }

        where:
        check << [ServerCheck.PLACE, ClientCheck.OUTCOME]
    }

    def 'a requirement of an unknown aspect is missing, with the reason'() {
        given:
        def unknown = new Requirement(Side.SERVER, 'place', 'getProvisioningStatus', 200, 'application/json', 'totalCount', 'of-another-kind', '/x')

        expect:
        with(suite.server.verdict(unknown)) {
            state == State.MISSING
            violations == ["java.lang.IllegalArgumentException: The aspect 'of-another-kind' has no edit"]
        }
    }

    def 'the observed sandbox can test every requirement but those that docs/conformance.md lists'() {
        given:
        def rows = Applicability.table('What the observed sandbox cannot test')
        def untested = suite.of(Side.CLIENT).findAll { !suite.observed.applies(it) }

        expect:
        untested.collect { [it.status as String, it.kind] } as Set == rows.collect { [it.status, it.kind] } as Set
        suite.of(Side.CLIENT).every { suite.documented.runs(it) }
    }

    def "the client reads the message of the gateway's own 429, which has no code"() {
        given:
        def requirements = suite.of(Side.CLIENT).findAll { it.kind == 'status' && it.status == 429 }
        def verdicts = requirements.collect { suite.observed.verdict(it) }

        expect:
        verdicts*.state.unique() == [State.COVERED]
        verdicts*.observation*.exchange*.response*.text().unique() == ['{"statusCode": 429, "message": "Rate limit is exceeded. Try again in 57 seconds."}']
        with(verdicts[0].observation.outcome) {
            kind == 'ServiceException'
            status == 429
            tree == [description: 'Rate limit is exceeded. Try again in 57 seconds.', data: []]
            named['Retry-After'] == 'PT57S'
        }
    }

    def 'the client sent what the spec describes in every call, and nothing else'() {
        expect:
        harness.calls > 1000
        harness.requestObjections == []

        where:
        harness << [BundledRun.get().documented.harness, BundledRun.get().observed.harness]
    }
}
