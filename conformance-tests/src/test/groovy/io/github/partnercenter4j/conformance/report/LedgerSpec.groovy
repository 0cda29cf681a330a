package io.github.partnercenter4j.conformance.report

import io.github.partnercenter4j.conformance.check.ClientCheck
import io.github.partnercenter4j.conformance.check.ServerCheck
import io.github.partnercenter4j.conformance.check.Verdict.State
import io.github.partnercenter4j.conformance.model.Applicability
import io.github.partnercenter4j.conformance.model.Requirement
import io.github.partnercenter4j.conformance.model.Side
import spock.lang.Shared
import spock.lang.Specification

/** Every requirement of the spec is kept on the wire, and the check that saw it refuses what does not keep it. */
class LedgerSpec extends Specification {
    @Shared
    SuiteRun suite = SuiteRun.bundled()

    def 'the server keeps #requirement.id'() {
        given:
        def verdict = suite.verdict(requirement)

        expect:
        verdict.violations == []
        verdict.state == State.COVERED

        where:
        requirement << SuiteRun.bundled().of(Side.SERVER)
    }

    def 'the client keeps #requirement.id'() {
        given:
        def verdict = suite.verdict(requirement)

        expect:
        verdict.violations == []
        verdict.state == State.COVERED

        where:
        requirement << SuiteRun.bundled().of(Side.CLIENT)
    }

    def 'without the check "#check.name" nothing that it looks at is covered'() {
        given:
        def its = suite.requirements.findAll { suite.verdict(it).testCase.check.is(check) }
        def states = its.collect { suite.ledger.without(check, it).state }

        expect:
        !its.empty
        states.every { it == State.EXERCISED }

        where:
        check << [ServerCheck.values().toList(), ClientCheck.values().toList()].flatten()
    }

    def 'a check takes nothing from another: without "#check.name" all that it does not look at stays covered'() {
        given:
        def others = suite.requirements.findAll { !suite.verdict(it).testCase.check.is(check) }

        expect:
        others.every { suite.ledger.without(check, it).state == State.COVERED }

        where:
        check << [ServerCheck.PLACE, ClientCheck.ENDS]
    }

    def 'an requirement of which nothing is known is missing, and says so'() {
        given:
        def unknown = new Requirement(Side.SERVER, 'place', 'getProvisioningStatus', 200, 'application/json', 'totalCount', 'of-another-kind', '/x')

        expect:
        with(suite.server.verdict(unknown)) {
            state == State.MISSING
            violations == ['java.lang.IllegalArgumentException: Nothing is known of the aspect of-another-kind']
        }
    }

    def 'with the observed sandbox all is tried but what docs/suite.md has it for'() {
        given:
        def rows = Applicability.table('What the observed sandbox cannot test')
        def left = suite.of(Side.CLIENT).findAll { !suite.observed.runs(it) }

        expect:
        left.collect { [it.status as String, it.kind] } as Set == rows.collect { [it.status, it.kind] } as Set
        left.every { suite.documented.runs(it) }
    }

    def "the gateway's own 429 is read for its message, and has no code"() {
        given:
        def requirements = suite.of(Side.CLIENT).findAll { it.kind == 'status' && it.status == 429 }
        def verdicts = requirements.collect { suite.observed.verdict(it) }

        expect:
        verdicts*.state == [State.COVERED]
        verdicts*.satisfying*.exchange*.answer*.text() == ['{"statusCode": 429, "message": "Rate limit is exceeded. Try again in 57 seconds."}']
        with(verdicts[0].satisfying.outcome) {
            kind == 'ServiceException'
            status == 429
            tree == [description: 'Rate limit is exceeded. Try again in 57 seconds.', data: []]
            named['Retry-After'] == 'PT57S'
        }
    }

    def 'every call of the client sent what the spec says, and nothing else'() {
        expect:
        harness.calls > 1000
        harness.objections == []

        where:
        harness << [SuiteRun.bundled().documented.harness, SuiteRun.bundled().observed.harness]
    }
}
