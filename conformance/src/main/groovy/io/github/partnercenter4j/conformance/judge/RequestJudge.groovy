package io.github.partnercenter4j.conformance.judge

import com.fasterxml.jackson.databind.json.JsonMapper
import groovy.transform.CompileStatic
import io.github.partnercenter4j.conformance.model.RequestBodies
import io.github.partnercenter4j.conformance.model.Requests
import io.github.partnercenter4j.conformance.wire.HttpHeader
import io.github.partnercenter4j.conformance.wire.HttpRequest
import io.github.partnercenter4j.sandbox.spec.Operation
import io.github.partnercenter4j.sandbox.spec.Operation.Parameter

/** Judges a request of the client: the method, the target byte for byte, each header once with its value, and no other header. */
@CompileStatic
class RequestJudge {
    /** Their requests have a length even without a body, RFC 9110, section 8.6. */
    private static final List<String> WITH_LENGTH = ['POST', 'PUT', 'PATCH']

    private static final JsonMapper JSON = new JsonMapper()

    private final Requests requests
    private final String authority
    private final String token

    RequestJudge(Requests requests, String baseUrl, String token) {
        this.requests = requests
        this.token = token
        authority = URI.create(baseUrl).authority
    }

    /**
     * Returns what is wrong with a request; empty for a good one.
     *
     * @param accept the value of the header Accept
     * @param arguments the arguments of the call, as {@link Requests#arguments} completes them
     * @param body the content of the body; null for none
     */
    List<String> objections(Operation operation, String accept, Map<String, String> arguments, Map<String, Object> body, HttpRequest request) {
        List<String> objections = []
        String target = requests.target(operation, arguments)
        if (request.method != operation.method()) {
            objections << "method: is ${request.method} and not ${operation.method()}".toString()
        }
        if (request.target != target) {
            objections << "target: is ${request.target} and not $target".toString()
        }
        objections + content(body, request.body) + headers(expected(operation, accept, arguments) + describing(operation, body, request), request)
    }

    private static List<String> content(Map<String, Object> expected, byte[] sent) {
        if (expected == null) {
            return sent.length == 0 ? [] as List<String> : ["body: is ${sent.length} bytes long, and there should be none".toString()]
        }
        try {
            return JSON.readTree(sent) == JSON.readTree(JSON.writeValueAsBytes(expected)) ? [] as List<String> : ['body: has another content']
        } catch (IOException e) {
            return ["body: is not JSON: $e.message".toString()]
        }
    }

    /** Returns the headers that describe the body. */
    private static Map<String, String> describing(Operation operation, Map<String, Object> body, HttpRequest request) {
        body == null ? [:] as Map<String, String>
                : ['Content-Type': RequestBodies.mediaType(operation), 'Content-Length': request.body.length.toString()] as Map<String, String>
    }

    private static List<String> headers(Map<String, String> expected, HttpRequest request) {
        List<String> objections = []
        expected.each { String name, String value ->
            List<String> values = request.values(name)
            boolean anyValue = value == null && values.size() == 1 && values[0]
            if (values != [value] && !anyValue) {
                // The message leaves out the value, which may be the token.
                objections << "header $name: is sent ${values.size()} times, or has another value".toString()
            }
        }
        request.headers.each { HttpHeader header ->
            if (!expected.keySet().any { header.isNamed(it) }) {
                objections << "header ${header.name}: is not expected".toString()
            }
        }
        objections
    }

    /** Returns the headers by name; null stands for any value. */
    private Map<String, String> expected(Operation operation, String accept, Map<String, String> arguments) {
        Map<String, String> expected = [
                Host: authority, Connection: 'keep-alive', Accept: accept, 'Accept-Encoding': 'gzip', 'MS-RequestId': null, 'MS-CorrelationId': null
        ] as Map<String, String>
        if (operation.method() in WITH_LENGTH) {
            expected['Content-Length'] = '0'
        }
        if (operation.secured()) {
            expected['Authorization'] = 'Bearer ' + token
        }
        expected.putAll(requests.defaults)
        operation.parameters().findAll { it.in() == 'header' && arguments[it.name()] != null }.each { Parameter parameter ->
            expected[parameter.name()] = arguments[parameter.name()]
        }
        expected
    }
}
