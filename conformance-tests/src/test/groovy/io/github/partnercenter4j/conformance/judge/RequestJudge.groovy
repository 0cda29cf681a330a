package io.github.partnercenter4j.conformance.judge

import groovy.transform.CompileStatic
import io.github.partnercenter4j.conformance.exchange.Scenario
import io.github.partnercenter4j.conformance.model.Requests
import io.github.partnercenter4j.conformance.wire.HttpRequest
import io.github.partnercenter4j.sandbox.spec.Operation.Parameter
import io.github.partnercenter4j.sandbox.spec.SpecModel

/** Judges what the client sent: method, path byte for byte, each header once with its value, and no other. */
@CompileStatic
class RequestJudge {
    /** The headers that the client writes by itself: they are no arguments of the operations. */
    static final Set<String> OWNED = ['MS-RequestId', 'MS-CorrelationId', 'MS-CV', 'X-Locale', 'MS-Contract-Version',
                                      'MS-PartnerCenter-Application', 'ValidateMfa', 'MS-ContinuationToken', 'Accept-Encoding'] as Set<String>
    static final String REQUEST_ID = 'aaaaaaaa-0000-4000-8000-000000000001'
    static final String CORRELATION_ID = 'aaaaaaaa-0000-4000-8000-000000000002'

    private final Requests requests
    private final String authority
    private final String token

    RequestJudge(SpecModel spec, String baseUrl, String token) {
        requests = new Requests(spec)
        authority = URI.create(baseUrl).authority
        this.token = token
    }

    /** The arguments of a call: those of the scenario, else ids that are known again, else what is required. */
    Map<String, String> arguments(Scenario scenario) {
        Map<String, String> all = ['MS-RequestId': REQUEST_ID, 'MS-CorrelationId': CORRELATION_ID]
        scenario.operation.parameters().findAll { it.required() }.each { Parameter it -> all[it.name()] = requests.value(it) }
        all + scenario.arguments
    }

    String target(Scenario scenario) {
        requests.target(scenario.operation, arguments(scenario))
    }

    String getBasePath() {
        requests.basePath
    }

    List<String> objections(Scenario scenario, HttpRequest request) {
        List<String> objections = []
        Map<String, String> arguments = arguments(scenario)
        String target = target(scenario)
        if (request.method != scenario.operation.method()) {
            objections << "method: is ${request.method} and not ${scenario.operation.method()}".toString()
        }
        if (request.target != target) {
            objections << "target: is ${request.target} and not $target".toString()
        }
        if (request.body.length > 0) {
            objections << 'body: is there'
        }
        objections + headerObjections(expected(scenario, arguments), request)
    }

    private List<String> headerObjections(Map<String, String> expected, HttpRequest request) {
        List<String> objections = []
        expected.each { String name, String value ->
            List<String> values = request.values(name)
            if (values != [value] && !(value == null && values.size() == 1 && values[0])) {
                // The value stays out of it: it may be the token.
                objections << "header $name: is there ${values.size()} times, or has another value".toString()
            }
        }
        request.headers*.name.each { String name ->
            if (!expected.keySet().any { it.equalsIgnoreCase(name) }) {
                objections << "header $name: was not asked for".toString()
            }
        }
        objections
    }

    /** Null for a value that the client makes up. */
    private Map<String, String> expected(Scenario scenario, Map<String, String> arguments) {
        Map<String, String> expected = [
                Host: authority, Connection: 'keep-alive', Accept: scenario.mediaType, 'Accept-Encoding': 'gzip',
                'MS-RequestId': null, 'MS-CorrelationId': null
        ] as Map<String, String>
        if (scenario.operation.secured()) {
            expected['Authorization'] = 'Bearer ' + token
        }
        expected.putAll(requests.defaults)
        scenario.operation.parameters().findAll { it.in() == 'header' && arguments[it.name()] != null }.each { Parameter parameter ->
            expected[parameter.name()] = arguments[parameter.name()]
        }
        expected
    }
}
