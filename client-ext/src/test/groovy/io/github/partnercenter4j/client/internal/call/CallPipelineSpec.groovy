package io.github.partnercenter4j.client.internal.call

import feign.Param
import feign.RequestLine
import io.github.partnercenter4j.api.Operation
import io.github.partnercenter4j.api.OrdersApi
import io.github.partnercenter4j.client.Cloud
import io.github.partnercenter4j.client.Credential
import io.github.partnercenter4j.client.PartnerCenter
import io.github.partnercenter4j.client.RawServer
import io.github.partnercenter4j.client.internal.http.HttpTransport
import io.github.partnercenter4j.client.internal.http.TransportSettings
import java.lang.reflect.InvocationHandler
import java.lang.reflect.Proxy
import java.time.Clock
import java.time.Duration
import spock.lang.AutoCleanup
import spock.lang.Specification

/** The implementations of generated interfaces. */
class CallPipelineSpec extends Specification {
    interface Things {
        @Operation(id = 'get', success = ['200'], mediaTypes = ['application/json'])
        @RequestLine('GET /v1/things/{id}')
        String get(@Param('id') String id)
    }

    @AutoCleanup
    CallPipeline pipeline = pipeline()

    def 'an implementation is equal to itself only, and shows its interface and where it calls'() {
        given:
        def things = implemented()

        expect:
        things.equals(things)
        !things.equals(implemented())
        !things.equals(null)
        things.hashCode() == System.identityHashCode(things)
        things.toString() == 'Things[https://api.example]'
    }

    def 'an implementation leads back to its pipeline and settings'() {
        given:
        def settings = CallSettings.DEFAULTS.withMaxRetries(7)

        when:
        def origin = CallPipeline.origin(pipeline.implement(OrdersApi, settings))

        then:
        origin.pipeline().is(pipeline)
        origin.settings().is(settings)
    }

    def 'a call returns what the service sent'() {
        given:
        def server = RawServer.responding(RetryOnTheWireSpec.json('200 OK', '{"totalCount":7}'))
        def client = PartnerCenter.builder().baseUrl(server.url).credential(Credential.ofToken('s3cret')).build()

        expect:
        client.orders().getProvisioningStatus(OperationParameterSpec.GUID, 'o').totalCount() == 7

        cleanup:
        client?.close()
        server?.close()
    }

    def 'another object leads to no pipeline: #what'() {
        expect:
        CallPipeline.origin(other) == null
        !PartnerCenter.of(other).present

        where:
        what             | other
        'a test double'  | ({ String customer, String order -> null } as OrdersApi)
        'a proxy'        | Proxy.newProxyInstance(OrdersApi.classLoader, [OrdersApi] as Class[], { proxy, method, arguments -> null } as InvocationHandler)
        'any object'     | 'text'
    }

    def 'the view behind an implementation has its options'() {
        given:
        def client = PartnerCenter.builder().credential(Credential.ofToken('s3cret')).options { it.maxRetries(7) }.build()

        when:
        def view = PartnerCenter.of(client.orders()).get()

        then:
        view.@options.settings().is(client.@options.settings())
        view.@pipeline.is(client.@pipeline)

        when: 'closing a view has no effect'
        view.close()

        then:
        !client.@pipeline.@transport.@closed

        cleanup:
        client?.close()
    }

    def 'a link can lead to what an interface returns, once it was implemented'() {
        when:
        pipeline.links.operations(String)

        then:
        thrown(IllegalArgumentException)

        when:
        implemented()
        implemented()

        then:
        pipeline.links.operations(String)*.path() == ['/v1/things/{id}']
    }

    private Things implemented() {
        pipeline.implement(Things, CallSettings.DEFAULTS) as Things
    }

    private static CallPipeline pipeline() {
        new CallPipeline(URI.create('https://api.example'), Cloud.PUBLIC, Credential.ofToken('s3cret'), new HttpTransport(new TransportSettings(Duration.ofMinutes(1), 10, 1000, null, null)),
                new Backoff(Clock.systemUTC(), { 0d }, {}), { call, work -> work.run() })
    }
}
