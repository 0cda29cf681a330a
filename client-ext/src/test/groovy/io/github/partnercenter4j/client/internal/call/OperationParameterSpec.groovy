package io.github.partnercenter4j.client.internal.call

import feign.Param
import io.github.partnercenter4j.api.OrdersApi
import io.github.partnercenter4j.api.ParameterFormat
import io.github.partnercenter4j.client.internal.body.JsonEncoder
import java.time.OffsetDateTime
import org.jspecify.annotations.Nullable
import spock.lang.Specification

class OperationParameterSpec extends Specification {
    interface Example {
        void call(@Param('id') String id, @Param('guid') @ParameterFormat('uuid') String guid, @Param('q') @Nullable String q, @Param('X-Header') @Nullable String header, Object body)
    }

    static final String PATH = '/things/{id}/{guid}?q={q}'
    static final String GUID = '0c39d6d5-c70d-4c55-bc02-f620844f3fd1'

    def parameters = Example.getDeclaredMethods().first().parameters.collect { OperationParameter.of(it, PATH, 'X-Header: {X-Header}') }

    def 'a path argument becomes one segment: #id'() {
        expect:
        parameters[0].encode(id) == encoded

        where:
        id                                  || encoded
        'YxH1q4KScfvfkJQjgRI8QY1DznnUWZTH1' || 'YxH1q4KScfvfkJQjgRI8QY1DznnUWZTH1'
        GUID.toUpperCase(Locale.ROOT)                  || GUID.toUpperCase(Locale.ROOT)
        'a/b'                               || 'a%2Fb'
        'a%2Fb'                             || 'a%252Fb'
        '../x'                              || '..%2Fx'
        '...'                               || '...'
        'a?b#c;d'                           || 'a%3Fb%23c%3Bd'
        'a b+c*d~e'                         || 'a%20b%2Bc%2Ad~e'
        'é日😀'                              || '%C3%A9%E6%97%A5%F0%9F%98%80'
        '{x}'                               || '%7Bx%7D'
        '\\:@&=$,!\'()'                     || '%5C%3A%40%26%3D%24%2C%21%27%28%29'
    }

    def 'a path argument that encoding cannot make safe is rejected: #id'() {
        when:
        parameters[0].encode(id)

        then:
        def e = thrown(InvalidArgumentException)
        e.message.startsWith('id must')
        e.argument() == 'id'

        where:
        id << [null, '', ' ', '\t', '.', '..', 'a\nb', 'a\r', 'a\u0000', 'a\u007f', 'a\u0085', 'a\ud800']
    }

    def 'a GUID is required where the OpenAPI document says so: #guid'() {
        when:
        parameters[1].encode(guid)

        then:
        def e = thrown(IllegalArgumentException)
        e.message.startsWith('guid must ')

        where:
        guid << [null, '', 'x', GUID + '0', '{' + GUID + '}', GUID.replace('-', ''), GUID.replace('c', 'g'), ' ' + GUID, '../../..']
    }

    def 'a GUID keeps its case'() {
        expect:
        parameters[1].encode(GUID.toUpperCase(Locale.ROOT)) == GUID.toUpperCase(Locale.ROOT)
    }

    def 'a header argument that could end the header is rejected and not quoted'() {
        when:
        parameters[3].encode('secret' + end)

        then:
        def e = thrown(IllegalArgumentException)
        !e.message.contains('secret')

        where:
        end << ['\r\nX: y', '\n', '\u0000', 'é', '\u007f', ' ']
    }

    def 'optional arguments may be null, a required body may not'() {
        expect:
        parameters[2].encode(null) == null
        parameters[3].encode(null) == null

        when:
        parameters[4].encode(null)

        then:
        thrown(IllegalArgumentException)
    }

    interface Lists {
        void call(@Param('path') Object path, @Param('many') @ParameterFormat('multi') @Nullable Object many, @Param('one') @Nullable Object one,
                  @Param('X-Header') @Nullable Object header, @Param('must') @ParameterFormat('multi') Object must, @Nullable Object body)
    }

    def '#name accepts #argument and encodes it as the OpenAPI document says'() {
        expect:
        lists()[name].encode(argument) == encoded

        where:
        name       | argument                                    || encoded
        'path'     | ['a', 'b/c']                                || 'a%2Cb%2Fc'
        'path'     | OffsetDateTime.parse('2026-11-21T12:00Z')   || '2026-11-21T12%3A00%3A00Z'
        'many'     | ['a', 2]                                    || ['a', '2']
        'many'     | [OffsetDateTime.parse('2026-11-21T12:00Z')] || ['2026-11-21T12:00:00Z']
        'many'     | 'a'                                         || 'a'
        'many'     | []                                          || null
        'many'     | null                                        || null
        'must'     | ['a']                                       || ['a']
        'one'      | ['a', 2]                                    || 'a,2'
        'one'      | [OffsetDateTime.parse('2026-11-21T12:00Z')] || '2026-11-21T12:00:00Z'
        'one'      | []                                          || null
        'X-Header' | ['a', 2]                                    || 'a,2'
        'X-Header' | OffsetDateTime.parse('2026-11-21T12:00Z')   || '2026-11-21T12:00:00Z'
        'X-Header' | []                                          || null
        'body'     | ['a', 2]                                    || ['a', 2]
        'body'     | []                                          || []
        'body'     | null                                        || JsonEncoder.NO_BODY
    }

    def 'the required argument #name cannot be #argument'() {
        when:
        lists()[name].encode(argument)

        then:
        def e = thrown(IllegalArgumentException)
        e.message == "$name must not be null or empty"

        where:
        [name, argument] << [['path', 'must'], [null, []]].combinations()
    }

    def 'a parameter of #path with the headers "#headers" is sent in the #place'() {
        expect:
        OperationParameter.of(Lists.getDeclaredMethods().first().parameters[0], path, headers).place() == place

        where:
        path                   | headers          || place
        '/things/{path}'       | ''               || OperationParameter.Place.PATH
        '{path}/things'        | ''               || OperationParameter.Place.PATH
        '/things/{path}?a={b}' | ''               || OperationParameter.Place.PATH
        '/things?a={path}'     | ''               || OperationParameter.Place.QUERY
        '?a={path}'            | ''               || OperationParameter.Place.QUERY
        '/things/{paths}'      | 'X-Name: {path}' || OperationParameter.Place.HEADER
    }

    def 'a parameter that belongs nowhere is rejected'() {
        when:
        OperationParameter.of(Lists.getDeclaredMethods().first().parameters[0], '/things', '')

        then:
        def e = thrown(IllegalArgumentException)
        e.message == 'path is a cookie or form parameter, which the client cannot send'
    }

    private static Map<String, OperationParameter> lists() {
        Lists.getDeclaredMethods().first().parameters
                .collect { OperationParameter.of(it, '/things/{path}?many={many}&one={one}&must={must}', 'X-Header: {X-Header}') }
                .collectEntries { [it.name(), it] }
    }

    def 'the customer id of the generated operation is a GUID, the order id is not'() {
        given:
        def method = OrdersApi.getMethod('getProvisioningStatus', String, String)
        def operation = OperationMethod.of(method)

        expect:
        operation.encode([GUID, 'x/y'] as Object[]) == [GUID, 'x%2Fy'] as Object[]

        when:
        operation.encode(['x/y', GUID] as Object[])

        then:
        thrown(IllegalArgumentException)
    }
}
