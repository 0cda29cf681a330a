package io.github.partnercenter4j.conformance.exchange

import groovy.transform.CompileStatic
import io.github.partnercenter4j.conformance.judge.RequestJudge
import io.github.partnercenter4j.conformance.model.MediaTypes
import io.github.partnercenter4j.conformance.model.RequestBodies
import io.github.partnercenter4j.conformance.model.Requests
import io.github.partnercenter4j.conformance.wire.Damage
import io.github.partnercenter4j.conformance.wire.Exchange
import io.github.partnercenter4j.conformance.wire.HttpRequest
import io.github.partnercenter4j.conformance.wire.Relay
import io.github.partnercenter4j.sandbox.Fidelity
import io.github.partnercenter4j.sandbox.PartnerCenterSandbox
import io.github.partnercenter4j.sandbox.spec.Operation
import io.github.partnercenter4j.sandbox.spec.SpecModel
import java.time.Duration

/** Sends requests with the client, through a relay that changes responses, to the sandbox. */
@CompileStatic
class ClientHarness implements Harness {
    private static final String CONTINUATION = 'MS-ContinuationToken'
    /** Damage of these kinds ends a call by its timeout. */
    private static final List<Damage> SLOW = [Damage.SILENCE, Damage.BYTE_A_SECOND]
    /** On a busy machine a call can end before its request arrives. It is then repeated, with the next timeout. */
    private static final List<Duration> TIMEOUTS_IF_SLOW = [Duration.ofMillis(400), Duration.ofSeconds(4), Duration.ofSeconds(40)]

    /** How long a request may arrive after its call has ended. */
    Duration arrival = Duration.ofSeconds(5)
    final Fidelity fidelity
    final PartnerCenterSandbox sandbox
    /** What was wrong with the requests of the client, in any scenario. */
    final List<String> requestObjections = []
    int calls
    private final Relay relay
    private final ClientAdapter client
    private final Requests requests
    private final RequestBodies bodies
    private final RequestJudge requestJudge
    private final ResponseReader reader
    private final Map<Scenario, Observation> observations = [:]

    ClientHarness(SpecModel spec, Fidelity fidelity, ClientSource source = PartnerCenterAdapter.ORDERS) {
        this.fidelity = fidelity
        sandbox = PartnerCenterSandbox.builder().spec(spec).fidelity(fidelity).quota(Integer.MAX_VALUE).start()
        relay = new Relay(sandbox.baseUrl())
        client = source.open(relay.baseUrl, sandbox.token())
        requests = new Requests(spec)
        bodies = new RequestBodies(spec)
        requestJudge = new RequestJudge(requests, relay.baseUrl, sandbox.token())
        reader = new ResponseReader(spec)
    }

    @Override
    Observation observe(Scenario scenario) {
        Observation observation = observations[scenario]
        if (observation == null) {
            observation = scenario.requestEdit == null ? send(scenario) : edited(scenario)
            observations[scenario] = observation
        }
        observation
    }

    /** Edits the request of an observation that was made already. The exchange is not repeated. */
    private Observation edited(Scenario scenario) {
        Observation sent = observe(scenario.unchanged())
        HttpRequest request = scenario.requestEdit.edit(sent.exchange.request)
        new Observation(scenario, new Exchange(request, sent.exchange.response), sent.outcome, objections(scenario, request), reader)
    }

    private Observation send(Scenario scenario) {
        Outcome outcome = reader.withoutUnknown(scenario.operation, scenario.damage in SLOW ? slowly(scenario) : called(scenario, null))
        calls++
        List<Exchange> exchanges = relay.exchanges
        List<String> objections = exchanges.collectMany { Exchange it -> objections(scenario, it.request) }
        requestObjections.addAll(objections.collect { "$scenario: $it".toString() })
        new Observation(scenario, exchanges.find(), outcome, objections, reader)
    }

    /** A call that ends by its timeout, after its request has arrived. */
    private Outcome slowly(Scenario scenario) {
        Outcome outcome = null
        TIMEOUTS_IF_SLOW.find { Duration timeout ->
            outcome = called(scenario, timeout)
            relay.awaitExchange(arrival)
        }
        outcome
    }

    private Outcome called(Scenario scenario, Duration timeout) {
        sandbox.reset()
        relay.reset()
        if (scenario.reply != null) {
            sandbox.next(scenario.reply.toScript())
        }
        relay.alter(scenario.alteration)
        relay.damage(scenario.damage)
        client.call(call(scenario, timeout))
    }

    private List<String> objections(Scenario scenario, HttpRequest request) {
        requestJudge.objections(scenario.operation, accept(scenario), arguments(scenario), scenario.body == RequestBodies.NONE ? null : bodies.sent(scenario.operation), request)
    }

    /**
     * Returns the format to request; null to name the media type. So both ways of the client are tested. Where the response is changed, the type
     * is named: only then is every other type a fault of the server.
     */
    private static String format(Scenario scenario) {
        scenario.alteration == null && scenario.damage == null ? MediaTypes.format(scenario.operation, scenario.mediaType) : null
    }

    private static String accept(Scenario scenario) {
        String format = format(scenario)
        format == null ? scenario.mediaType : MediaTypes.ofFormat(scenario.operation, format).join(', ')
    }

    private Map<String, String> arguments(Scenario scenario) {
        requests.arguments(scenario.operation, scenario.arguments)
    }

    /** Returns null if the request has no body. */
    private Map<String, Object> body(Scenario scenario) {
        scenario.body == RequestBodies.NONE ? null : bodies.tree(scenario.operation)
    }

    private ClientCall call(Scenario scenario, Duration timeout) {
        Operation operation = scenario.operation
        Map<String, String> arguments = arguments(scenario)
        Map<String, String> headers = arguments.findAll { it.key in Requests.SET_BY_OPTIONS && it.value != null }
        List<Object> positional = Requests.positional(operation).collect { it == Requests.BODY ? body(scenario) : (Object) arguments[it] }
        String link = headers.containsKey(CONTINUATION) ? requests.target(operation, arguments) - requests.basePath : null
        new ClientCall(operation.id(), positional, headers, format(scenario), scenario.mediaType, timeout, link)
    }

    @Override
    void close() {
        client.close()
        relay.close()
        sandbox.close()
    }
}
