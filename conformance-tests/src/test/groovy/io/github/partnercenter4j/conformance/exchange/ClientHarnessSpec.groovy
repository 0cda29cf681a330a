package io.github.partnercenter4j.conformance.exchange

import io.github.partnercenter4j.conformance.wire.Damage
import io.github.partnercenter4j.sandbox.Fidelity
import io.github.partnercenter4j.sandbox.spec.SpecModel
import java.time.Duration
import spock.lang.AutoCleanup
import spock.lang.Specification

/** A call that ends by its timeout is judged by the request that it sent, however late that arrives. */
class ClientHarnessSpec extends Specification {
    private static final SpecModel SPEC = SpecModel.bundled()
    private static final Scenario SILENT = Scenario.of(SPEC.operation('getProvisioningStatus'), 'application/json', 'silence').damaged(Damage.SILENCE)

    /** How many calls end before anything is sent. */
    int early

    List<Duration> timeouts = []

    @AutoCleanup
    ClientHarness harness = new ClientHarness(SPEC, Fidelity.DOCUMENTED, { baseUrl, token -> hasty(URI.create(baseUrl)) } as ClientSource)

    def 'if #calls calls send nothing in time, the timeouts in milliseconds are #tried, and there are #exchanges exchanges'() {
        given:
        early = calls

        when:
        def observation = harness.observe(SILENT)

        then:
        timeouts*.toMillis() == tried
        [observation.exchange].findAll().size() == exchanges
        observation.outcome.detail == "call ${tried.size()}"
        harness.calls == 1

        where:
        calls || tried               | exchanges
        0     || [400]               | 1
        1     || [400, 4000]         | 1
        2     || [400, 4000, 40_000] | 1
        3     || [400, 4000, 40_000] | 0
    }

    /** A client that closes the connection as soon as its request is sent. */
    private ClientAdapter hasty(URI relay) {
        [call: { ClientCall call ->
            timeouts << call.timeout
            harness.arrival = timeouts.size() > early ? Duration.ofMinutes(5) : Duration.ZERO
            if (timeouts.size() > early) {
                new Socket(relay.host, relay.port).withCloseable { it.outputStream.write('GET / HTTP/1.1\r\nHost: x\r\n\r\n'.bytes) }
            }
            Outcome.failure('TransportException', "call ${timeouts.size()}", 0)
        }, close: {}] as ClientAdapter
    }
}
