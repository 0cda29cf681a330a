package io.github.partnercenter4j.conformance.obligation

import groovy.transform.CompileStatic
import io.github.partnercenter4j.conformance.wire.Header
import io.github.partnercenter4j.conformance.wire.Request
import io.github.partnercenter4j.sandbox.spec.Operation
import io.github.partnercenter4j.sandbox.spec.Operation.Parameter

/** What a worse client would have sent. */
@CompileStatic
class SpoiledRequests {
    static Map<String, Closure<Request>> ofOperation(Operation operation) {
        Map<String, Closure<Request>> spoiled = [
                'another method': { Request it -> new Request(it.method == 'GET' ? 'POST' : 'GET', it.target, it.headers, it.body) },
                'the end of the path missing': { Request it -> targeted(it, it.target.replaceAll('/[^/]*$', '')) },
                'another version': { Request it -> targeted(it, it.target.replaceFirst(/\/v[0-9]+\//, '/v99/')) },
                'a body': { Request it -> new Request(it.method, it.target, it.headers, '{}'.bytes) },
                'a header too many': { Request it -> headed(it, it.headers + new Header('X-Other', 'x')) },
                'another Accept': { Request it -> headed(it, it.headersWith('Accept', '*/*')) },
                'no Accept': { Request it -> headed(it, it.headersWithout('Accept')) }
        ] as Map<String, Closure<Request>>
        if (operation.parameters().count { Parameter it -> it.in() == 'path' } > 1) {
            spoiled['ids swapped'] = { Request it -> targeted(it, swapped(it.target, operation)) } as Closure<Request>
        }
        spoiled
    }

    static Map<String, Closure<Request>> ofToken() {
        [
                'without Authorization': { Request it -> headed(it, it.headersWithout('Authorization')) },
                'Authorization twice': { Request it -> headed(it, it.headers + new Header('Authorization', it.header('Authorization'))) },
                'the token in the query': { Request it -> targeted(headed(it, it.headersWithout('Authorization')), it.target + '?access_token=x') },
                'another token': { Request it -> headed(it, it.headersWith('Authorization', 'Bearer other')) },
                'another scheme': { Request it -> headed(it, it.headersWith('Authorization', it.header('Authorization').replace('Bearer', 'Basic'))) }
        ] as Map<String, Closure<Request>>
    }

    /** Around a parameter with a value, or without one. */
    static Map<String, Closure<Request>> of(Parameter parameter, String value) {
        String name = parameter.name()
        if (parameter.in() != 'header') {
            String encoded = Requests.encoded(value)
            return [
                    'another value': { Request it -> targeted(it, it.target.replace(encoded, 'other')) },
                    'encoded twice': { Request it -> targeted(it, it.target.replace(encoded, Requests.encoded(encoded) + '%25')) },
                    'not encoded': { Request it -> targeted(it, it.target.replace(encoded, encoded == value ? value + '/' : value)) }
            ] as Map<String, Closure<Request>>
        }
        if (value == null) {
            return ["$name sent all the same": { Request it -> headed(it, it.headers + new Header(name, 'x')) }] as Map<String, Closure<Request>>
        }
        [
                "without $name": { Request it -> headed(it, it.headersWithout(name)) },
                "$name misspelt": { Request it -> headed(it, it.headersWithout(name) + new Header(name + '-', value)) },
                "$name twice": { Request it -> headed(it, it.headers + new Header(name, value)) },
                "another $name": { Request it -> headed(it, it.headersWith(name, 'other')) }
        ] as Map<String, Closure<Request>>
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

    private static Request targeted(Request request, String target) {
        new Request(request.method, target, request.headers, request.body)
    }

    private static Request headed(Request request, List<Header> headers) {
        new Request(request.method, request.target, headers, request.body)
    }
}
