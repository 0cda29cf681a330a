package io.github.partnercenter4j.conformance.edit

import groovy.transform.CompileStatic
import io.github.partnercenter4j.conformance.model.Requests
import io.github.partnercenter4j.conformance.wire.HttpHeader
import io.github.partnercenter4j.conformance.wire.HttpRequest
import io.github.partnercenter4j.sandbox.spec.Operation
import io.github.partnercenter4j.sandbox.spec.Operation.Parameter
import io.github.partnercenter4j.sandbox.spec.Schema.Scalar

/** The requests that a client with a fault would have sent, by description. */
@CompileStatic
class RequestEdits {
    static Map<String, RequestEdit> ofOperation(Operation operation) {
        Map<String, RequestEdit> edits = [
                'another method': { HttpRequest it -> new HttpRequest(it.method == 'GET' ? 'POST' : 'GET', it.target, it.headers, it.body) } as RequestEdit,
                'the end of the path missing': { HttpRequest it -> targeted(it, it.target.replaceAll('/[^/]*$', '')) } as RequestEdit,
                'another version': { HttpRequest it -> targeted(it, it.target.replaceFirst(/\/v[0-9]+\//, '/v99/')) } as RequestEdit,
                'a body': { HttpRequest it -> new HttpRequest(it.method, it.target, it.headers, '{}'.bytes) } as RequestEdit,
                'a header too many': { HttpRequest it -> headed(it, it.headers + new HttpHeader('X-Other', 'x')) } as RequestEdit,
                'another Accept': { HttpRequest it -> headed(it, it.headersWith('Accept', '*/*')) } as RequestEdit,
                'no Accept': { HttpRequest it -> headed(it, it.headersWithout('Accept')) } as RequestEdit
        ] as Map<String, RequestEdit>
        if (operation.parameters().count { Parameter it -> it.in() == 'path' } > 1) {
            edits['ids swapped'] = { HttpRequest it -> targeted(it, swapped(it.target, operation)) } as RequestEdit
        }
        edits
    }

    static Map<String, RequestEdit> ofBody() {
        [
                'no body': { HttpRequest it -> bodied(it, '') } as RequestEdit,
                'another body': { HttpRequest it -> bodied(it, '{"other":1}') } as RequestEdit,
                'half of the body': { HttpRequest it -> new HttpRequest(it.method, it.target, it.headers, Arrays.copyOf(it.body, it.body.length >> 1)) } as RequestEdit,
                'another Content-Type': { HttpRequest it -> headed(it, it.headersWith('Content-Type', 'text/plain')) } as RequestEdit
        ] as Map<String, RequestEdit>
    }

    static Map<String, RequestEdit> ofNoBody() {
        ['a body all the same': { HttpRequest it -> bodied(it, '{}') } as RequestEdit] as Map<String, RequestEdit>
    }

    static Map<String, RequestEdit> ofToken() {
        [
                'without Authorization': { HttpRequest it -> headed(it, it.headersWithout('Authorization')) } as RequestEdit,
                'Authorization twice': { HttpRequest it -> headed(it, it.headers + new HttpHeader('Authorization', it.header('Authorization'))) } as RequestEdit,
                'the token in the query': { HttpRequest it -> targeted(headed(it, it.headersWithout('Authorization')), it.target + '?access_token=x') } as RequestEdit,
                'another token': { HttpRequest it -> headed(it, it.headersWith('Authorization', 'Bearer other')) } as RequestEdit,
                'another scheme': { HttpRequest it -> headed(it, it.headersWith('Authorization', it.header('Authorization').replace('Bearer', 'Basic'))) } as RequestEdit
        ] as Map<String, RequestEdit>
    }

    /** Edits of a parameter. The value is null if the parameter is left out. */
    static Map<String, RequestEdit> of(Parameter parameter, String value) {
        String name = parameter.name()
        if (parameter.in() == 'query' && value == null) {
            return ["$name sent all the same": { HttpRequest it -> targeted(it, it.target + (it.target.contains('?') ? '&' : '?') + name + '=x') } as RequestEdit] as Map<String, RequestEdit>
        }
        if (parameter.in() != 'header') {
            // Of a list, the first item is changed.
            String item = parameter.in() == 'query' && !(parameter.schema() instanceof Scalar) ? value.split(',')[0] : value
            String encoded = Requests.encoded(item)
            return [
                    'another value': { HttpRequest it -> targeted(it, it.target.replace(encoded, 'other')) } as RequestEdit,
                    'encoded twice': { HttpRequest it -> targeted(it, it.target.replace(encoded, Requests.encoded(encoded) + '%25')) } as RequestEdit,
                    'not encoded': { HttpRequest it -> targeted(it, it.target.replace(encoded, encoded == item ? item + '/' : item)) } as RequestEdit
            ] as Map<String, RequestEdit>
        }
        if (value == null) {
            return ["$name sent all the same": { HttpRequest it -> headed(it, it.headers + new HttpHeader(name, 'x')) } as RequestEdit] as Map<String, RequestEdit>
        }
        [
                "without $name": { HttpRequest it -> headed(it, it.headersWithout(name)) } as RequestEdit,
                "$name misspelled": { HttpRequest it -> headed(it, it.headersWithout(name) + new HttpHeader(name + '-', value)) } as RequestEdit,
                "$name twice": { HttpRequest it -> headed(it, it.headers + new HttpHeader(name, value)) } as RequestEdit,
                "another $name": { HttpRequest it -> headed(it, it.headersWith(name, 'other')) } as RequestEdit
        ] as Map<String, RequestEdit>
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

    private static HttpRequest bodied(HttpRequest request, String body) {
        new HttpRequest(request.method, request.target, request.headers, body.bytes)
    }

    private static HttpRequest headed(HttpRequest request, List<HttpHeader> headers) {
        new HttpRequest(request.method, request.target, headers, request.body)
    }

    /** Returns another valid value of a header. */
    static String other(String value) {
        value ==~ /[0-9]+/ ? value + '1' : value.replaceAll(/^./, value.startsWith('b') ? 'c' : 'b')
    }
}
