package io.github.partnercenter4j.conformance.check

import io.github.partnercenter4j.conformance.check.Verdict.State
import io.github.partnercenter4j.conformance.exchange.Harness
import io.github.partnercenter4j.conformance.exchange.Observation
import io.github.partnercenter4j.conformance.exchange.ResponseReader
import io.github.partnercenter4j.conformance.exchange.Scenario
import io.github.partnercenter4j.conformance.judge.JudgesDisagree
import io.github.partnercenter4j.conformance.model.Requirement
import io.github.partnercenter4j.conformance.model.Side
import io.github.partnercenter4j.conformance.wire.Exchange
import io.github.partnercenter4j.conformance.wire.HttpHeader
import io.github.partnercenter4j.conformance.wire.HttpRequest
import io.github.partnercenter4j.conformance.wire.HttpResponse
import io.github.partnercenter4j.sandbox.Fidelity
import io.github.partnercenter4j.sandbox.spec.SpecModel
import spock.lang.AutoCleanup
import spock.lang.Shared
import spock.lang.Specification

/** What makes a requirement violated beside its own check. The other specifications see no run in which that happens. */
class SuiteRunnerSpec extends Specification {
    private static final SpecModel SPEC = SpecModel.bundled()
    private static final OPERATION = SPEC.operations()[0]
    private static final REQUIREMENT = new Requirement(Side.SERVER, 'status', OPERATION.id(), 404, null, null, 'returned', '/x')

    @Shared
    @AutoCleanup
    ServerRunner server = new ServerRunner(SPEC)

    @Shared
    @AutoCleanup
    ClientRunner client = new ClientRunner(SPEC, Fidelity.DOCUMENTED)

    static class Runner extends SuiteRunner<Harness> {
        private final List<String> general

        Runner(Closure<Observation> observe, List<String> general) {
            super(Side.SERVER, [observe: observe, close: { }] as Harness, new ServerTestCases(SPEC))
            this.general = general
        }

        @Override
        List<String> generalViolations(Observation observation) {
            general
        }
    }

    def 'a requirement is #state with the general violations #general'() {
        given:
        def runner = new Runner({ server.harness.observe(it) }, general)

        expect:
        with(runner.verdict(REQUIREMENT)) {
            it.state == state
            it.violations == general
        }

        where:
        general          || state
        []               || State.COVERED
        ['in general']   || State.MISSING
    }

    def 'a requirement that cannot be tried because of #reason is missing, with the reason'() {
        given:
        def runner = new Runner({ throw reason }, [])

        expect:
        with(runner.verdict(REQUIREMENT)) {
            it.state == State.MISSING
            it.violations == [reason.toString()]
        }

        where:
        reason << [new NoSuchElementException('none'), new JudgesDisagree([], []), new UncheckedIOException(new IOException('closed')), new IllegalArgumentException('unknown')]
    }

    def 'whatever the judges object to in a response is a violation in general'() {
        given:
        def response = new HttpResponse(299, 'Made up', [new HttpHeader('X-Other', 'x')], new byte[0])
        def observation = new Observation(Scenario.of(OPERATION, 'application/json', 'x'), new Exchange(new HttpRequest('GET', '/', []), response), null, [], new ResponseReader(SPEC))

        expect:
        server.generalViolations(observation).any { it.contains('299') }
    }

    def 'whatever is wrong with a request of the client is a violation in general'() {
        expect:
        client.generalViolations(new Observation(null, null, null, ['a header too many'], null)) == ['a header too many']
    }
}
