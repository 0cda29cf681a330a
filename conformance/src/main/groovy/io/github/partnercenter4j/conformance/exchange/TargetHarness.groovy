package io.github.partnercenter4j.conformance.exchange

import groovy.transform.CompileStatic
import io.github.partnercenter4j.conformance.model.Requests
import io.github.partnercenter4j.conformance.wire.Exchange
import io.github.partnercenter4j.conformance.wire.HttpHeader
import io.github.partnercenter4j.conformance.wire.RawClient
import io.github.partnercenter4j.sandbox.spec.Operation
import io.github.partnercenter4j.sandbox.spec.Operation.Parameter
import io.github.partnercenter4j.sandbox.spec.SpecModel

/**
 * Sends requests to a target, each once, one after the other and at a pace. It sends nothing more after a 429. A scenario that tells the
 * sandbox to respond with an error becomes a request that should lead to this error. Changes of a response are made after it was received.
 */
@CompileStatic
class TargetHarness implements Harness {
    private static final int TOO_MANY_REQUESTS = 429
    private static final String UNKNOWN = '00000000-0000-0000-0000-00000000000f'

    private final Target target
    private final Requests requests
    private final RawClient client
    private final ResponseReader reader
    private final Map<List<Object>, Exchange> exchanges = [:]
    private final Map<List<Object>, UncheckedIOException> failures = [:]
    private final Map<Scenario, Observation> observations = [:]
    private long next = System.nanoTime()
    /** True after a 429. */
    boolean stopped

    TargetHarness(SpecModel spec, Target target) {
        this.target = target
        requests = new Requests(spec)
        client = new RawClient(target.baseUrl)
        reader = new ResponseReader(spec)
    }

    /**
     * Returns an observation without an exchange if nothing is sent any more.
     *
     * @throws UncheckedIOException if there was no complete response
     */
    @Override
    Observation observe(Scenario scenario) {
        observations.computeIfAbsent(scenario) { observation(it) }
    }

    private Observation observation(Scenario scenario) {
        Scenario asked = provoking(scenario)
        String path = URI.create(target.baseUrl).rawPath + requests.target(asked.operation, arguments(asked))
        List<HttpHeader> headers = headers(asked)
        List<Object> request = [asked.operation.method(), path, headers] as List<Object>
        if (failures.containsKey(request)) {
            throw failures[request]
        }
        Exchange exchange = exchanges.computeIfAbsent(request) { stopped ? null : send(request, asked.operation.method(), path, headers) }
        new Observation(scenario, scenario.alteration == null ? exchange : exchange?.altered(scenario.alteration), null, [], reader)
    }

    private Exchange send(List<Object> request, String method, String path, List<HttpHeader> headers) {
        try {
            long wait = next - System.nanoTime()
            if (wait > 0) {
                Thread.sleep(wait.intdiv(1_000_000) + 1)
            }
            next = System.nanoTime() + target.pause.toNanos()
            Exchange exchange = client.send(method, path, headers)
            stopped = exchange.response.status == TOO_MANY_REQUESTS
            exchange
        } catch (IOException e) {
            failures[request] = new UncheckedIOException(e)
            throw failures[request]
        }
    }

    /** Returns a scenario whose request should lead to the status that the sandbox would be told to respond with. */
    private Scenario provoking(Scenario scenario) {
        List<Parameter> ids = scenario.operation.parameters().findAll { it.in() == 'path' }
        switch (scenario.reply?.status) {
            case 401: return scenario.withToken('')
            case 400:
                Parameter formatted = ids.find { requests.scalar(it.schema()).format() != null }
                return formatted == null ? scenario : scenario.withArguments(scenario.arguments + ([(formatted.name()): 'none of them'] as Map<String, String>))
            case 404: return ids.empty ? scenario : scenario.withArguments(scenario.arguments + ([(ids.last().name()): UNKNOWN] as Map<String, String>))
        }
        scenario
    }

    /** The values that the server knows replace the examples of the spec, and no others. */
    private Map<String, String> arguments(Scenario scenario) {
        Map<String, String> all = new LinkedHashMap<>(scenario.arguments)
        scenario.operation.parameters().findAll { target.arguments.containsKey(it.name()) }.each { Parameter it ->
            if (!all.containsKey(it.name()) || all[it.name()] == requests.value(it)) {
                all[it.name()] = target.arguments[it.name()]
            }
        }
        all
    }

    private List<HttpHeader> headers(Scenario scenario) {
        List<HttpHeader> headers = [new HttpHeader('Accept', scenario.mediaType)]
        String token = scenario.token == null ? target.token : scenario.token
        if (token) {
            headers << new HttpHeader('Authorization', 'Bearer ' + token)
        }
        Map<String, String> arguments = arguments(scenario)
        scenario.operation.parameters().findAll { it.in() == 'header' }.each { Parameter parameter ->
            String value = requests.value(parameter, arguments)
            if (value != null) {
                headers << new HttpHeader(parameter.name(), value)
            }
        }
        headers
    }

    /** True if a request of the operation changes nothing (RFC 9110, section 9.2.1). */
    static boolean isSafe(Operation operation) {
        operation.method() in ['GET', 'HEAD', 'OPTIONS']
    }

    @Override
    void close() {
    }
}
