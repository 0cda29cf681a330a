package io.github.partnercenter4j.conformance.edit

import groovy.transform.CompileStatic
import io.github.partnercenter4j.conformance.model.Requests
import io.github.partnercenter4j.conformance.wire.HttpHeader
import io.github.partnercenter4j.conformance.wire.HttpRequest
import io.github.partnercenter4j.sandbox.spec.Operation
import io.github.partnercenter4j.sandbox.spec.Operation.Parameter

/** What a worse client would have sent. */
@CompileStatic
class RequestEdits {
    static Map<String, Closure<HttpRequest>> ofOperation(Operation operation) {
        Map<String, Closure<HttpRequest>> spoiled = [
                'another method': { HttpRequest it -> new HttpRequest(it.method == 'GET' ? 'POST' : 'GET', it.target, it.headers, it.body) },
                'the end of the path missing': { HttpRequest it -> targeted(it, it.target.replaceAll('/[^/]*$', '')) },
                'another version': { HttpRequest it -> targeted(it, it.target.replaceFirst(/\/v[0-9]+\//, '/v99/')) },
                'a body': { HttpRequest it -> new HttpRequest(it.method, it.target, it.headers, '{}'.bytes) },
                'a header too many': { HttpRequest it -> headed(it, it.headers + new HttpHeader('X-Other', 'x')) },
                'another Accept': { HttpRequest it -> headed(it, it.headersWith('Accept', '*/*')) },
                'no Accept': { HttpRequest it -> headed(it, it.headersWithout('Accept')) }
        ] as Map<String, Closure<HttpRequest>>
        if (operation.parameters().count { Parameter it -> it.in() == 'path' } > 1) {
            spoiled['ids swapped'] = { HttpRequest it -> targeted(it, swapped(it.target, operation)) } as Closure<HttpRequest>
        }
        spoiled
    }

    static Map<String, Closure<HttpRequest>> ofToken() {
        [
                'without Authorization': { HttpRequest it -> headed(it, it.headersWithout('Authorization')) },
                'Authorization twice': { HttpRequest it -> headed(it, it.headers + new HttpHeader('Authorization', it.header('Authorization'))) },
                'the token in the query': { HttpRequest it -> targeted(headed(it, it.headersWithout('Authorization')), it.target + '?access_token=x') },
                'another token': { HttpRequest it -> headed(it, it.headersWith('Authorization', 'Bearer other')) },
                'another scheme': { HttpRequest it -> headed(it, it.headersWith('Authorization', it.header('Authorization').replace('Bearer', 'Basic'))) }
        ] as Map<String, Closure<HttpRequest>>
    }

    /** Around a parameter with a value, or without one. */
    static Map<String, Closure<HttpRequest>> of(Parameter parameter, String value) {
        String name = parameter.name()
        if (parameter.in() != 'header') {
            String encoded = Requests.encoded(value)
            return [
                    'another value': { HttpRequest it -> targeted(it, it.target.replace(encoded, 'other')) },
                    'encoded twice': { HttpRequest it -> targeted(it, it.target.replace(encoded, Requests.encoded(encoded) + '%25')) },
                    'not encoded': { HttpRequest it -> targeted(it, it.target.replace(encoded, encoded == value ? value + '/' : value)) }
            ] as Map<String, Closure<HttpRequest>>
        }
        if (value == null) {
            return ["$name sent all the same": { HttpRequest it -> headed(it, it.headers + new HttpHeader(name, 'x')) }] as Map<String, Closure<HttpRequest>>
        }
        [
                "without $name": { HttpRequest it -> headed(it, it.headersWithout(name)) },
                "$name misspelt": { HttpRequest it -> headed(it, it.headersWithout(name) + new HttpHeader(name + '-', value)) },
                "$name twice": { HttpRequest it -> headed(it, it.headers + new HttpHeader(name, value)) },
                "another $name": { HttpRequest it -> headed(it, it.headersWith(name, 'other')) }
        ] as Map<String, Closure<HttpRequest>>
    }

    private static String swapped(String target, Operation operation) {
        List<Integer> places = []
        operation.path().tokenize('/').eachWithIndex { String part, int i -> if (part.startsWith('{')) { places << i } }
        List<String> parts = target.tokenize('/')
        int version = parts.size() - operation.path().tokenize('/').size()
        String first = parts[version + places[0]]
        parts[version + places[0]] = parts[version + places[1]]
        parts[version + places[1]] = first
        '/' + parts.join('/')
    }

    private static HttpRequest targeted(HttpRequest request, String target) {
        new HttpRequest(request.method, target, request.headers, request.body)
    }

    private static HttpRequest headed(HttpRequest request, List<HttpHeader> headers) {
        new HttpRequest(request.method, request.target, headers, request.body)
    }
}
