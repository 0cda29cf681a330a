package io.github.partnercenter4j.conformance.obligation

import groovy.transform.CompileStatic
import io.github.partnercenter4j.conformance.judge.ServerJudge
import io.github.partnercenter4j.conformance.wire.Exchange
import io.github.partnercenter4j.conformance.wire.Header
import io.github.partnercenter4j.conformance.wire.RawClient
import io.github.partnercenter4j.sandbox.Fidelity
import io.github.partnercenter4j.sandbox.PartnerCenterSandbox
import io.github.partnercenter4j.sandbox.spec.Operation.Parameter
import io.github.partnercenter4j.sandbox.spec.SpecModel

/** The sandbox, asked without the client. Each occasion is asked for once; an alteration is made of what came back. */
@CompileStatic
class ServerStage implements Stage {
    final PartnerCenterSandbox sandbox
    private final SpecModel spec
    private final ServerJudge judge
    private final Requests requests
    private final RawClient client
    private final Map<String, Exchange> seen = [:]
    private final Map<String, Sight> sights = [:]

    ServerStage(SpecModel spec, Fidelity fidelity) {
        sandbox = PartnerCenterSandbox.builder().spec(spec).fidelity(fidelity).quota(Integer.MAX_VALUE).start()
        this.spec = spec
        judge = new ServerJudge(spec)
        requests = new Requests(spec)
        client = new RawClient(sandbox.baseUrl())
    }

    @Override
    Sight see(Occasion occasion) {
        sights.computeIfAbsent(occasion.key) { look(occasion) }
    }

    private Sight look(Occasion occasion) {
        Exchange exchange = asked(occasion)
        if (occasion.alteration != null) {
            exchange = exchange.altered(occasion.alteration)
        }
        new Sight(occasion.key, exchange, null, { Exchange it -> Reading.of(spec, judge, occasion.operation, it) })
    }

    private Exchange asked(Occasion occasion) {
        String key = occasion.key.replaceAll(/;.*/, '')
        seen.computeIfAbsent(key) {
            sandbox.reset()
            if (occasion.answer != null) {
                sandbox.next(occasion.answer)
            }
            client.send(occasion.operation.method(), requests.target(occasion.operation, occasion.arguments), headers(occasion))
        }
    }

    private List<Header> headers(Occasion occasion) {
        List<Header> headers = [new Header('Accept', occasion.mediaType)]
        String token = occasion.token == null ? sandbox.token() : occasion.token
        if (!token.empty) {
            headers << new Header('Authorization', 'Bearer ' + token)
        }
        occasion.operation.parameters().findAll { it.in() == 'header' }.each { Parameter parameter ->
            String value = occasion.arguments.containsKey(parameter.name()) ? occasion.arguments[parameter.name()] : parameter.required() ? requests.value(parameter) : null
            if (value != null) {
                headers << new Header(parameter.name(), value)
            }
        }
        headers
    }

    @Override
    void close() {
        sandbox.close()
    }
}
