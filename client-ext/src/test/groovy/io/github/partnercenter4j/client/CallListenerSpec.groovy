package io.github.partnercenter4j.client

import static io.github.partnercenter4j.client.internal.call.RetryOnTheWireSpec.json

import io.github.partnercenter4j.client.internal.call.RetryOnTheWireSpec
import java.time.Duration
import java.util.function.UnaryOperator
import spock.lang.AutoCleanup
import spock.lang.Specification

/** What a listener is told about a call over real connections. */
class CallListenerSpec extends Specification {
    static final String PAGE = '{"items":[{"lineItemNumber":0}],"links":{"next":{"uri":"/next"}}}'

    @AutoCleanup(quiet = true)
    RawServer server
    @AutoCleanup
    PartnerCenter partnerCenter

    List<String> told = []

    def 'a listener is told about each request on the wire and each pause: #what'() {
        given:
        server = RetryOnTheWireSpec.playing(*responses.collect { response -> response == 'reset' ? { it.reset() } : { it.send(response) } })
        partnerCenter = client({ TokenRequest request -> new AccessToken(request.refused() == null ? 's3cret-1' : 's3cret-2', null) } as Credential, listener())

        when:
        try {
            partnerCenter.pages(partnerCenter.orders().getProvisioningStatus(ObservedCalls.CUSTOMER, 'o'), { it.links() }).toList()
        } catch (PartnerCenterException ignored) {
        }

        then:
        told == expected
        server.requests.size() == told.count('request')

        where:
        what                     | responses                                                            || expected
        'one request'            | [json('200 OK', '{"items":[]}')]                                     || ['request', '200']
        'an error'               | [json('404 No', '{}')]                                               || ['request', '404']
        'a retry'                | [json('503 No', '', 'Retry-After: 0'), json('200 OK', '{"items":[]}')] || ['request', '503', 'pause requested=true after 503', 'request', '200']
        'no response'            | ['reset', json('200 OK', '{"items":[]}')]                            || ['request', '0', 'pause requested=false after 0', 'request', '200']
        'a refreshed token'      | [json('401 No', '{}'), json('200 OK', '{"items":[]}')]               || ['request', '401', 'request', '200']
        'pages'                  | [json('200 OK', PAGE), json('200 OK', '{"items":[]}')]               || ['request', '200', 'request', '200']
        'a body not to be read'  | [json('200 OK', '{"items":')]                                        || ['request', '200']
    }

    def 'listeners are told in the order in which they were added, and how much time is left'() {
        given:
        server = RawServer.responding(json('200 OK', '{"items":[]}'))
        List<String> order = []
        partnerCenter = client(Credential.ofToken('s3cret'), before { order << 'first'; assert it <= Duration.ofMinutes(1) && it > Duration.ZERO })

        when:
        partnerCenter.with({ it.timeout(Duration.ofMinutes(1)).addListener(before { order << 'second' }) } as UnaryOperator).orders().getProvisioningStatus(ObservedCalls.CUSTOMER, 'o')

        then:
        order == ['first', 'second']
    }

    def 'a listener that throws ends the call before the request is sent'() {
        given:
        server = RawServer.responding(json('200 OK', '{"items":[]}'))
        partnerCenter = client(Credential.ofToken('s3cret'), before { throw new IllegalStateException('stop') })

        when:
        partnerCenter.orders().getProvisioningStatus(ObservedCalls.CUSTOMER, 'o')

        then:
        thrown(IllegalStateException)
        server.requests == []
    }

    def 'the time that a listener takes counts towards the timeout'() {
        given:
        server = RawServer.responding(json('200 OK', '{"items":[]}'))
        partnerCenter = client(Credential.ofToken('s3cret'), before { Duration left ->
            long end = System.nanoTime() + left.toNanos()
            while (System.nanoTime() < end) {
                Thread.onSpinWait()
            }
        })

        when:
        partnerCenter.with({ it.timeout(Duration.ofMillis(50)) } as UnaryOperator).orders().getProvisioningStatus(ObservedCalls.CUSTOMER, 'o')

        then:
        def e = thrown(TransportException)
        e.kind() == TransportException.Kind.TIMED_OUT
        server.requests == []
    }

    private PartnerCenter client(Credential credential, CallListener listener) {
        PartnerCenter.builder().baseUrl(server.url).credential(credential).options { it.maxRetries(1).addListener(listener) }.build()
    }

    private static CallListener before(Closure<?> action) {
        new CallListener() {
            @Override
            void beforeRequest(Duration remaining) {
                action(remaining)
            }
        }
    }

    private CallListener listener() {
        new CallListener() {
            @Override
            void beforeRequest(Duration remaining) {
                told << 'request'
            }

            @Override
            void afterRequest(int status) {
                told << "$status".toString()
            }

            @Override
            void beforePause(CallListener.Pause pause) {
                told << "pause requested=${pause.requested()} after ${pause.status()}".toString()
            }
        }
    }
}
