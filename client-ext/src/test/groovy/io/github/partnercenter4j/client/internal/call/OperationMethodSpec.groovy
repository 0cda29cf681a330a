package io.github.partnercenter4j.client.internal.call

import feign.Headers
import feign.Param
import feign.RequestLine
import io.github.partnercenter4j.api.Operation
import io.github.partnercenter4j.client.Format
import io.github.partnercenter4j.model.ApiResponse
import java.lang.reflect.Method
import java.util.function.Function
import org.jspecify.annotations.Nullable
import spock.lang.Specification

/** What the client reads from the annotations of a generated method. */
class OperationMethodSpec extends Specification {
    interface Things {
        @Operation(id = 'get', success = ['200', '204'], mediaTypes = ['application/json', 'text/xml', 'application/json', 'text/json', 'text/html', 'no type'])
        @RequestLine('GET /v1/things/{id}')
        String get(@Param('id') String id)

        @Operation(id = 'get', success = ['200', '204'], mediaTypes = ['application/json'])
        @RequestLine('GET /v1/things/{id}')
        ApiResponse<String> getWithResponse(@Param('id') String id)

        @Operation(id = 'list', success = ['2XX'], mediaTypes = ['application/json'])
        @RequestLine('GET /v1/things?q={q}')
        List<String> list(@Param('q') @Nullable String query)

        @Operation(id = 'delete', success = ['204'], mediaTypes = [])
        @Headers('If-Match: {etag}')
        @RequestLine('DELETE /v1/things/{id}')
        void delete(@Param('id') String id, @Param('etag') @Nullable String etag)

        @Operation(id = 'delete', success = ['204'], mediaTypes = [])
        @RequestLine('DELETE /v1/things')
        ApiResponse<Void> deleteAll()

        @RequestLine('GET /v1/things')
        String ofFeignOnly()

        @Operation(id = 'get', success = ['200'], mediaTypes = [])
        String withoutRequestLine()
    }

    def 'the method #name is #httpMethod #path, with the value type #type and#not a body'() {
        given:
        def operation = operation(name)

        expect:
        operation.httpMethod() == httpMethod
        operation.path() == path
        operation.valueType() == type
        operation.hasBody() == (not == '')
        operation.withResponse() == withResponse

        where:
        name              | httpMethod | path              | type   | not    | withResponse
        'get'             | 'GET'      | '/v1/things/{id}' | String | ''     | false
        'getWithResponse' | 'GET'      | '/v1/things/{id}' | String | ''     | true
        'delete'          | 'DELETE'   | '/v1/things/{id}' | void   | ' not' | false
        'deleteAll'       | 'DELETE'   | '/v1/things'      | Void   | ' not' | true
    }

    def 'the Accept header of #name for #format is #accept'() {
        expect:
        operation(name).accept(format) == accept

        where:
        name     | format      || accept
        'get'    | Format.JSON || 'application/json, text/json'
        'get'    | Format.XML  || 'text/xml'
        'list'   | Format.JSON || 'application/json'
        'delete' | Format.JSON || '*/*'
        'delete' | Format.XML  || '*/*'
    }

    def 'a format that the OpenAPI document does not have for the operation is rejected'() {
        when:
        operation('list').accept(Format.XML)

        then:
        def e = thrown(IllegalArgumentException)
        e.message == 'GET /v1/things?q={q} is not documented in XML, only in [application/json]'
    }

    def 'the status #status is a success if #documented are documented: #success'() {
        expect:
        documenting(documented).isSuccess(status) == success

        where:
        documented     | status || success
        ['200']        | 200    || true
        ['200']        | 201    || false
        ['200', '204'] | 204    || true
        ['2XX']        | 199    || false
        ['2XX']        | 200    || true
        ['2xx']        | 299    || true
        ['2XX']        | 300    || false
        ['202', '2XX'] | 226    || true
    }

    def 'of several operations the success is that of each, once'() {
        given:
        def all = [documenting(['200']), documenting(['200', '206']), documenting(['2XX'])]

        when:
        def together = all[0].withSuccessOf(all)

        then:
        together.successes() == '200, 206, 2XX'
        together == new OperationMethod('GET', '/v1/things', ['200', '206', '2XX'], [], [:], false, String, [])
    }

    def 'the arguments of #name appear only in the path: #only'() {
        expect:
        operation(name).hasOnlyPathParameters() == only

        where:
        name        || only
        'get'       || true
        'deleteAll' || true
        'list'      || false
        'delete'    || false
    }

    def 'a method without parameters has no arguments to encode'() {
        expect:
        operation('deleteAll').encode(null) == [] as Object[]
    }

    def 'static and default methods need not be operations'() {
        expect:
        OperationMethod.methods(Function)*.name == ['apply']
    }

    def 'a method without one of the two annotations is not an operation: #name'() {
        when:
        operation(name)

        then:
        def e = thrown(IllegalArgumentException)
        e.message == "${method(name)} is not an operation: only interfaces generated from an OpenAPI document can be called"

        where:
        name << ['ofFeignOnly', 'withoutRequestLine']
    }

    private static OperationMethod documenting(List<String> success) {
        new OperationMethod('GET', '/v1/things', success, [], [:], false, String, [])
    }

    private static OperationMethod operation(String name) {
        OperationMethod.of(method(name))
    }

    private static Method method(String name) {
        Things.methods.find { it.name == name }
    }
}
