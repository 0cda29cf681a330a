package io.github.partnercenter4j.client.internal.call

import static java.nio.charset.StandardCharsets.UTF_8

import feign.Client
import feign.Param
import feign.Request
import feign.RequestLine
import feign.Response
import io.github.partnercenter4j.api.Operation
import io.github.partnercenter4j.client.UnexpectedStatusException
import io.github.partnercenter4j.client.internal.body.FaultReader
import io.github.partnercenter4j.client.internal.body.Mappers
import io.github.partnercenter4j.model.ApiResponse
import io.github.partnercenter4j.model.Link
import io.github.partnercenter4j.model.OrderLineItemProvisioningStatusCollection as Page
import java.util.stream.Stream
import spock.lang.Specification

/** Which operation a link stands for, and what is sent for it. */
class LinkFollowerSpec extends Specification {
    interface Things {
        @Operation(id = 'things', success = ['200'], mediaTypes = ['application/json'])
        @RequestLine('GET /v1/things/{id}/parts')
        Page parts(@Param('id') String id)

        @Operation(id = 'things', success = ['200'], mediaTypes = ['application/json'])
        @RequestLine('GET /v1/things/{id}/parts')
        ApiResponse<Page> partsWithResponse(@Param('id') String id)

        @Operation(id = 'other', success = ['206'], mediaTypes = ['application/json'])
        @RequestLine('GET /v1/things/{id}/other?size={size}')
        Page search(@Param('id') String id, @Param('size') int size)

        @Operation(id = 'change', success = ['200'], mediaTypes = ['application/json'])
        @RequestLine('POST /v1/things/{id}/parts')
        Page change(@Param('id') String id)

        @Operation(id = 'name', success = ['200'], mediaTypes = ['application/json'])
        @RequestLine('GET /v1/things/{id}/name')
        String name(@Param('id') String id)
    }

    List<Request> sent = []
    List<Call> observed = []
    int status = 200
    Throwable failure
    def attempt = { Request request, Request.Options call ->
        if (failure != null) {
            throw failure
        }
        sent << request
        Response.builder().status(status).headers(['Content-Type': ['application/json']]).body('{"totalCount":7}', UTF_8).request(request).build()
    } as Client
    def follower = new LinkFollower(URI.create('https://api.example'), attempt, new ResponseReader(Mappers.json(), new FaultReader(Mappers.json())), { call, work ->
        observed << call
        work.run()
    }, { Stream.of(Things) })

    def 'the operations that return a type are its GETs, and the variant with the response comes after it'() {
        expect:
        follower.operations(Page)*.path() == ['/v1/things/{id}/parts', '/v1/things/{id}/parts', '/v1/things/{id}/other?size={size}']
        follower.operations(Page)*.withResponse() == [false, true, false]
        follower.operations(String)*.path() == ['/v1/things/{id}/name']
    }

    def 'a type that no GET returns is rejected'() {
        when:
        follower.operations(Integer)

        then:
        def e = thrown(IllegalArgumentException)
        e.message == 'java.lang.Integer is not returned by any GET operation of the OpenAPI document, nor by one of an interface that was given to api() before'
    }

    def 'the link #url stands for #path, so the successes are #success'() {
        when:
        def page = follow(url)

        then:
        page.totalCount() == 7
        sent*.url() == [url]
        sent*.httpMethod() == [Request.HttpMethod.GET]
        observed*.operation()*.path() == [path]
        observed*.operation()*.successes() == [success]

        where:
        url                                             || path                                | success
        'https://api.example/v1/things/7/parts'         || '/v1/things/{id}/parts'             | '200'
        'https://api.example/V1/Things/7/PARTS?size=2'  || '/v1/things/{id}/parts'             | '200'
        '/v1/things/7/parts'                            || '/v1/things/{id}/parts'             | '200'
        'https://api.example/v1/things/7/parts/8'       || '/v1/things/{id}/parts'             | '200, 206'
        'https://api.example/v1/thing/7/parts'          || '/v1/things/{id}/parts'             | '200, 206'
        'x/parts'                                       || '/v1/things/{id}/parts'             | '200, 206'
    }

    def 'the successes of an operation do not apply to a link to another one'() {
        given:
        status = 206

        expect:
        follow('https://api.example/v1/things/7/other').totalCount() == 7
        follow('https://api.example/v1/elsewhere').totalCount() == 7

        when:
        follow('https://api.example/v1/things/7/parts')

        then:
        def e = thrown(UnexpectedStatusException)
        e.status() == 206
    }

    def 'only a continuation token is sent as a header of the link: #token'() {
        when:
        follow('https://api.example/v1/things/7/parts', token)

        then:
        sent[0].headers().collectEntries { name, values -> [name, values as List] } == headers
        sent[0].body() == null

        where:
        token  || headers
        null   || [:]
        'bmV4' || ['MS-ContinuationToken': ['bmV4']]
    }

    def 'a failure reaches the caller: #failed.class.simpleName'() {
        given:
        failure = failed

        when:
        follow('https://api.example/v1/things/7/parts')

        then:
        def e = thrown(Throwable)
        e.class == type
        e.is(failed) || e.cause.is(failed)

        where:
        failed                               || type
        new IllegalArgumentException('own')  || IllegalArgumentException
        new StackOverflowError()             || StackOverflowError
        new IOException('not translated')    || IllegalStateException
    }

    def 'a link is checked against the base URL'() {
        expect:
        follower.check(Link.builder().uri('/things/1').build()) == new LinkRequest('https://api.example/v1/things/1', null)
    }

    private Page follow(String url, String token = null) {
        follower.follow(new LinkRequest(url, token), follower.operations(Page), CallSettings.DEFAULTS)
    }
}
