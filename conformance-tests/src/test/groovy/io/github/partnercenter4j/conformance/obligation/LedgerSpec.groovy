package io.github.partnercenter4j.conformance.obligation

import io.github.partnercenter4j.conformance.obligation.Verdict.State
import java.nio.file.Files
import spock.lang.Shared
import spock.lang.Specification

/** Every obligation of the spec is kept on the wire, and the check that saw it refuses what does not keep it. */
class LedgerSpec extends Specification {
    @Shared
    Conformance conformance = Conformance.bundled()

    def 'the server keeps #obligation.id'() {
        given:
        def verdict = conformance.verdict(obligation)

        expect:
        verdict.refusals == []
        verdict.state == State.COVERED

        where:
        obligation << Conformance.bundled().of(Side.SERVER)
    }

    def 'the client keeps #obligation.id'() {
        given:
        def verdict = conformance.verdict(obligation)

        expect:
        verdict.refusals == []
        verdict.state == State.COVERED

        where:
        obligation << Conformance.bundled().of(Side.CLIENT)
    }

    def 'without the check "#check.name" nothing that it looks at is covered'() {
        given:
        def its = conformance.obligations.findAll { conformance.verdict(it).claim.check.is(check) }
        def states = its.collect { conformance.ledger.without(check, it).state }

        expect:
        !its.empty
        states.every { it == State.EXERCISED }

        where:
        check << [ServerCheck.values().toList(), ClientCheck.values().toList()].flatten()
    }

    def 'a check takes nothing from another: without "#check.name" all that it does not look at stays covered'() {
        given:
        def others = conformance.obligations.findAll { !conformance.verdict(it).claim.check.is(check) }

        expect:
        others.every { conformance.ledger.without(check, it).state == State.COVERED }

        where:
        check << [ServerCheck.PLACE, ClientCheck.ENDS]
    }

    def 'an obligation of which nothing is known is missing, and says so'() {
        given:
        def unknown = new Obligation(Side.SERVER, 'place', 'getProvisioningStatus', 200, 'application/json', 'totalCount', 'of-another-kind', '/x')

        expect:
        with(conformance.server.verdict(unknown)) {
            state == State.MISSING
            refusals == ['java.lang.IllegalArgumentException: Nothing is known of the aspect of-another-kind']
        }
    }

    def 'with the observed sandbox all is tried but what docs/conformance.md has it for'() {
        given:
        def rows = Applicability.table(Files.readString(Applicability.DOCUMENT), 'What the observed sandbox has nothing for')
        def left = conformance.of(Side.CLIENT).findAll { !conformance.observed.hears(it) }

        expect:
        left.collect { [it.status as String, it.kind] } as Set == rows.collect { [it.status, it.kind] } as Set
        left.every { conformance.documented.hears(it) }
    }

    def "the gateway's own 429 is read for its message, and has no code"() {
        given:
        def obligations = conformance.of(Side.CLIENT).findAll { it.kind == 'status' && it.status == 429 }
        def verdicts = obligations.collect { conformance.observed.verdict(it) }

        expect:
        verdicts*.state == [State.COVERED]
        verdicts*.kept*.exchange*.answer*.text() == ['{"statusCode": 429, "message": "Rate limit is exceeded. Try again in 57 seconds."}']
        with(verdicts[0].kept.outcome) {
            kind == 'ServiceException'
            status == 429
            tree == [description: 'Rate limit is exceeded. Try again in 57 seconds.', data: []]
            named['Retry-After'] == 'PT57S'
        }
    }

    def 'every call of the client sent what the spec says, and nothing else'() {
        expect:
        stage.calls > 1000
        stage.objections == []

        where:
        stage << [Conformance.bundled().documented.stage, Conformance.bundled().observed.stage]
    }
}
