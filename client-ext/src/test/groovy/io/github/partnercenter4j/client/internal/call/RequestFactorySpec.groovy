package io.github.partnercenter4j.client.internal.call

import static java.nio.charset.StandardCharsets.UTF_8

import feign.Contract
import feign.Headers
import feign.Param
import feign.Request
import feign.RequestLine
import feign.Target
import io.github.partnercenter4j.api.Operation
import io.github.partnercenter4j.api.ParameterFormat
import io.github.partnercenter4j.client.internal.body.Mappers
import io.github.partnercenter4j.client.internal.body.JsonEncoder
import org.jspecify.annotations.Nullable
import spock.lang.Specification

/** The requests that are built from the arguments of a call. */
class RequestFactorySpec extends Specification {
    static final String BASE = 'https://api.example/gateway'

    interface Things {
        @Operation(id = 'get', success = ['200'], mediaTypes = [])
        @RequestLine(value = 'GET /v1/things/{b}/of/{a}/{b}/', decodeSlash = false)
        String get(@Param('a') String a, @Param('b') String b)

        @Operation(id = 'all', success = ['200'], mediaTypes = [])
        @RequestLine('GET /v1/things')
        String all()

        @Operation(id = 'search', success = ['200'], mediaTypes = [])
        @RequestLine(value = 'GET /v1/things/{id}/parts?size={size}&state={state}', decodeSlash = false)
        String search(@Param('id') String id, @Param('size') @Nullable Integer size, @Param('state') @ParameterFormat('multi') @Nullable List<String> states)

        @Operation(id = 'head', success = ['200'], mediaTypes = [])
        @Headers('If-Match: {etag}')
        @RequestLine('GET /v1/things/{id}')
        String conditional(@Param('id') String id, @Param('etag') @Nullable String etag)

        @Operation(id = 'change', success = ['200'], mediaTypes = [])
        @RequestLine('PUT /v1/things/{id}')
        String change(@Param('id') String id, @Nullable Map<String, Object> body)
    }

    def '#name with #arguments requests #url'() {
        when:
        def request = request(name, *arguments)

        then:
        request.url() == BASE + url
        request.httpMethod() == Request.HttpMethod.GET
        request.headers() == [:]
        request.body() == null

        where:
        name     | arguments                 || url
        'get'    | ['1', 'x/y z']            || '/v1/things/x%2Fy%20z/of/1/x%2Fy%20z/'
        'get'    | ['{b}', '$1']             || '/v1/things/%241/of/%7Bb%7D/%241/'
        'all'    | []                        || '/v1/things'
        'search' | ['1', 40, ['a b', 'c&d']] || '/v1/things/1/parts?size=40&state=a%20b&state=c%26d'
        'search' | ['1', null, ['a']]        || '/v1/things/1/parts?state=a'
        'search' | ['x/y', null, null]       || '/v1/things/x%2Fy/parts'
    }

    def 'requests of the same operation do not share arguments'() {
        given:
        def factory = factory('get')

        expect:
        [['1', '2'], ['3', '4']].collect { factory.create(it as Object[]).url() } == [BASE + '/v1/things/2/of/1/2/', BASE + '/v1/things/4/of/3/4/']
    }

    def 'an argument can be a header: #etag'() {
        expect:
        request('conditional', '1', etag).headers().collectEntries { name, values -> [name, values as List] } == headers

        where:
        etag || headers
        'v7' || ['If-Match': ['v7']]
        null || [:]
    }

    def 'a body is sent as JSON, and none if it is left out: #body'() {
        when:
        def request = request('change', '1', body)

        then:
        request.httpMethod() == Request.HttpMethod.PUT
        request.url() == BASE + '/v1/things/1'
        (request.body() == null ? null : new String(request.body(), UTF_8)) == json
        request.headers()['Content-Type'] == type

        where:
        body      || json        | type
        [a: 'é']  || '{"a":"é"}' | ['application/json']
        null      || null        | null
    }

    private static Request request(String name, Object... arguments) {
        factory(name).create(OperationMethod.of(metadata(name).method()).encode(arguments))
    }

    private static RequestFactory factory(String name) {
        def target = new Target.HardCodedTarget<>(Things, 'things', BASE)
        new RequestFactory(metadata(name), target, new JsonEncoder(Mappers.json()), OperationMethod.of(metadata(name).method()))
    }

    private static metadata(String name) {
        new Contract.Default().parseAndValidateMetadata(Things).find { it.method().name == name }
    }
}
