package io.github.partnercenter4j.conformance.exchange

import groovy.transform.CompileStatic
import io.github.partnercenter4j.conformance.model.RequestBodies
import io.github.partnercenter4j.conformance.model.Requests
import io.github.partnercenter4j.conformance.wire.Exchange
import io.github.partnercenter4j.conformance.wire.HttpHeader
import io.github.partnercenter4j.conformance.wire.RawClient
import io.github.partnercenter4j.sandbox.Fidelity
import io.github.partnercenter4j.sandbox.PartnerCenterSandbox
import io.github.partnercenter4j.sandbox.spec.Operation.Parameter
import io.github.partnercenter4j.sandbox.spec.SpecModel
import java.nio.charset.StandardCharsets

/** Sends requests to the sandbox without the client. Changes of a response are made after it was received. */
@CompileStatic
class ServerHarness implements Harness {
    final PartnerCenterSandbox sandbox
    private final Requests requests
    private final RequestBodies bodies
    private final RawClient client
    private final ResponseReader reader
    private final Map<Scenario, Exchange> exchanges = [:]
    private final Map<Scenario, Observation> observations = [:]

    ServerHarness(SpecModel spec, Fidelity fidelity) {
        sandbox = PartnerCenterSandbox.builder().spec(spec).fidelity(fidelity).quota(Integer.MAX_VALUE).start()
        requests = new Requests(spec)
        bodies = new RequestBodies(spec)
        client = new RawClient(sandbox.baseUrl())
        reader = new ResponseReader(spec)
    }

    @Override
    Observation observe(Scenario scenario) {
        observations.computeIfAbsent(scenario) {
            Exchange exchange = exchanges.computeIfAbsent(scenario.unchanged()) { Scenario unchanged -> send(unchanged) }
            new Observation(scenario, scenario.alteration == null ? exchange : exchange.altered(scenario.alteration), null, [], reader)
        }
    }

    private Exchange send(Scenario scenario) {
        sandbox.reset()
        if (scenario.reply != null) {
            sandbox.next(scenario.reply.toScript())
        }
        client.send(scenario.operation.method(), requests.target(scenario.operation, scenario.arguments), headers(scenario), body(scenario))
    }

    private List<HttpHeader> headers(Scenario scenario) {
        List<HttpHeader> headers = [new HttpHeader('Accept', scenario.mediaType)]
        String token = scenario.token == null ? sandbox.token() : scenario.token
        if (!token.empty) {
            headers << new HttpHeader('Authorization', 'Bearer ' + token)
        }
        scenario.operation.parameters().findAll { it.in() == 'header' }.each { Parameter parameter ->
            String value = requests.value(parameter, scenario.arguments)
            if (value != null) {
                headers << new HttpHeader(parameter.name(), value)
            }
        }
        byte[] body = body(scenario)
        if (body.length > 0) {
            headers << new HttpHeader('Content-Type', RequestBodies.mediaType(scenario.operation))
            headers << new HttpHeader('Content-Length', body.length.toString())
        }
        headers
    }

    private byte[] body(Scenario scenario) {
        (scenario.body == null ? bodies.text(scenario.operation) : scenario.body).getBytes(StandardCharsets.UTF_8)
    }

    @Override
    void close() {
        sandbox.close()
    }
}
