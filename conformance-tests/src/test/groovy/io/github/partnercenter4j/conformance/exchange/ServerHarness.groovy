package io.github.partnercenter4j.conformance.exchange

import groovy.transform.CompileStatic
import io.github.partnercenter4j.conformance.judge.ServerJudge
import io.github.partnercenter4j.conformance.model.Requests
import io.github.partnercenter4j.conformance.wire.Exchange
import io.github.partnercenter4j.conformance.wire.HttpHeader
import io.github.partnercenter4j.conformance.wire.RawClient
import io.github.partnercenter4j.sandbox.Fidelity
import io.github.partnercenter4j.sandbox.PartnerCenterSandbox
import io.github.partnercenter4j.sandbox.spec.Operation.Parameter
import io.github.partnercenter4j.sandbox.spec.SpecModel

/** The sandbox, asked without the client. Each scenario is asked for once; an alteration is made of what came back. */
@CompileStatic
class ServerHarness implements Harness {
    final PartnerCenterSandbox sandbox
    private final SpecModel spec
    private final ServerJudge judge
    private final Requests requests
    private final RawClient client
    private final Map<String, Exchange> seen = [:]
    private final Map<String, Observation> observations = [:]

    ServerHarness(SpecModel spec, Fidelity fidelity) {
        sandbox = PartnerCenterSandbox.builder().spec(spec).fidelity(fidelity).quota(Integer.MAX_VALUE).start()
        this.spec = spec
        judge = new ServerJudge(spec)
        requests = new Requests(spec)
        client = new RawClient(sandbox.baseUrl())
    }

    @Override
    Observation observe(Scenario scenario) {
        observations.computeIfAbsent(scenario.key) { look(scenario) }
    }

    private Observation look(Scenario scenario) {
        Exchange exchange = asked(scenario)
        if (scenario.alteration != null) {
            exchange = exchange.altered(scenario.alteration)
        }
        new Observation(scenario.key, exchange, null, { Exchange it -> Reading.of(spec, judge, scenario.operation, it) })
    }

    private Exchange asked(Scenario scenario) {
        String key = scenario.key.replaceAll(/;.*/, '')
        seen.computeIfAbsent(key) {
            sandbox.reset()
            if (scenario.answer != null) {
                sandbox.next(scenario.answer)
            }
            client.send(scenario.operation.method(), requests.target(scenario.operation, scenario.arguments), headers(scenario))
        }
    }

    private List<HttpHeader> headers(Scenario scenario) {
        List<HttpHeader> headers = [new HttpHeader('Accept', scenario.mediaType)]
        String token = scenario.token == null ? sandbox.token() : scenario.token
        if (!token.empty) {
            headers << new HttpHeader('Authorization', 'Bearer ' + token)
        }
        scenario.operation.parameters().findAll { it.in() == 'header' }.each { Parameter parameter ->
            String value = scenario.arguments.containsKey(parameter.name()) ? scenario.arguments[parameter.name()] : parameter.required() ? requests.value(parameter) : null
            if (value != null) {
                headers << new HttpHeader(parameter.name(), value)
            }
        }
        headers
    }

    @Override
    void close() {
        sandbox.close()
    }
}
