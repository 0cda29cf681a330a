package io.github.partnercenter4j.client.internal.call

import io.github.partnercenter4j.api.OrdersApi
import io.github.partnercenter4j.client.AccessToken
import io.github.partnercenter4j.client.CallOptions
import io.github.partnercenter4j.client.Cloud
import io.github.partnercenter4j.client.Credential
import io.github.partnercenter4j.client.CredentialException
import io.github.partnercenter4j.client.DecodingException
import io.github.partnercenter4j.client.RawServer
import io.github.partnercenter4j.client.ServiceException
import io.github.partnercenter4j.client.TokenRequest
import io.github.partnercenter4j.client.TransportException
import io.github.partnercenter4j.client.internal.http.HttpTransport
import io.github.partnercenter4j.client.internal.http.TransportSettings
import io.github.partnercenter4j.client.internal.http.TransportSpecification
import java.time.Clock
import java.time.Duration
import java.util.concurrent.atomic.AtomicInteger
import org.apache.hc.client5.http.DnsResolver
import spock.lang.AutoCleanup

/** Whole calls over real connections: what each attempt sends, and that none leaks a connection. */
class RetryOnTheWireSpec extends TransportSpecification {
    static final String CUSTOMER = '0c39d6d5-c70d-4c55-bc02-f620844f3fd1'
    static final String GOOD = json('200 OK', '{"items":[]}')

    List<Duration> waits = []
    Closure<?> whileWaiting = {}
    List<Integer> leasedWhileWaiting = []
    @AutoCleanup
    CallPipeline pipeline

    static String json(String status, String body, String... headers) {
        (["HTTP/1.1 $status", 'Content-Type: application/json', "Content-Length: ${body.length()}"] + (headers as List)).join('\r\n') + "\r\n\r\n$body"
    }

    OrdersApi orders(CallOptions options = CallOptions.DEFAULTS, Credential credential = Credential.ofToken('s3cret-token')) {
        def backoff = new Backoff(Clock.systemUTC(), { 0.5d }, { Duration wait ->
            waits << wait
            leasedWhileWaiting << transport.leased()
            whileWaiting()
        })
        pipeline = new CallPipeline(URI.create(server.url), Cloud.PUBLIC, credential, transport, backoff, { call, work -> work.run() })
        pipeline.implement(OrdersApi, options.settings())
    }

    /** Runs one step for each request, on any number of connections. */
    static RawServer playing(Closure... steps) {
        def next = new AtomicInteger()
        new RawServer({ RawServer.Connection c ->
            while (c.request() != null) {
                steps[Math.min(next.getAndIncrement(), steps.length - 1)](c)
            }
        })
    }

    List<String> header(String name) {
        server.requests.collect { request -> request.readLines().findAll { it.startsWith(name + ': ') }.collect { it.substring(name.length() + 2) }.join('|') }
    }

    def "after #name the same MS-RequestId is sent again, by the retries of the policy only"() {
        given:
        server = playing(fault)

        when:
        orders().getProvisioningStatus(CUSTOMER, 'o')

        then:
        def e = thrown(TransportException)
        e.requestIds().size() == 4
        e.requestIds().unique(false) == [e.requestId()]
        header('MS-RequestId') == [e.requestId()] * 4
        header('MS-CorrelationId') == [e.correlationId()] * 4
        header('Authorization').unique() == ['Bearer s3cret-token']
        leasedWhileWaiting == [0] * 3
        transport.leased() == 0

        where:
        name               | fault
        'no bytes'         | { it.socket.close() }
        'a reset'          | { it.reset() }
        'a cut head'       | { it.send('HTTP/1.1 200 OK\r\nConte'); it.socket.close() }
        'a cut body'       | { it.send('HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 99\r\n\r\n{"items"'); it.socket.close() }
        'a bad chunk'      | { it.send('HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n'); it.socket.close() }
        'a broken line'    | { it.send('HTTQ/1.1 200 OK\r\n\r\n'); it.socket.close() }
    }

    def "each attempt after a response has a new id, and the metadata lists all ids"() {
        given:
        server = playing(
                { it.send(json('503 No', '{"code":1}')) },
                { it.reset() },
                { it.send(json('429 No', '{"statusCode":429}', 'Retry-After: 7')) },
                { it.send(GOOD) })

        when:
        def response = orders(CallOptions.DEFAULTS.requestId('mine').correlationVector('tul4NUsfs9Cl7mOf.1')).getProvisioningStatusWithResponse(CUSTOMER, 'o')

        then:
        response.status() == 200
        response.requestIds() == header('MS-RequestId')
        response.requestIds()[0] == 'mine'
        response.requestIds()[1] == response.requestIds()[2]
        response.requestIds().unique(false).size() == 3
        header('MS-CorrelationId').unique(false).size() == 1
        header('MS-CV') == (1..4).collect { "tul4NUsfs9Cl7mOf.$it".toString() }
        waits*.toMillis() == [250, 500, 7000]
        leasedWhileWaiting == [0, 0, 0]
        transport.leased() == 0
    }

    def "the last response is reported, with the number of attempts"() {
        given:
        server = playing(
                { it.send(json('503 No', '{"code":1}')) },
                { it.send(json('500 No', '{"code":2}')) },
                { it.send(json('404 No', '{"code":20000,"description":"Order Id not found"}')) })

        when:
        orders().getProvisioningStatus(CUSTOMER, 'o')

        then:
        def e = thrown(ServiceException)
        e.status() == 404
        e.message.startsWith('The service returned 404, code 20000: Order Id not found (after 3 attempts) [MS-RequestId ')
        e.requestIds() == header('MS-RequestId')
        e.requestId() == e.requestIds().last()
    }

    def "a Retry-After beyond the timeout ends the call at once"() {
        given:
        server = playing({ it.send(json('429 No', '{"code":429}', 'Retry-After: 97')) })

        when:
        orders(CallOptions.DEFAULTS.timeout(Duration.ofMinutes(1))).getProvisioningStatus(CUSTOMER, 'o')

        then:
        def e = thrown(ServiceException)
        e.retryAfter() == Duration.ofSeconds(97)
        e.requestIds().size() == 1
        !e.message.contains('attempts')
        waits.empty
        transport.leased() == 0
    }

    def "a body that cannot be decoded is not requested again: #what"() {
        given:
        server = playing({ it.send(response) })

        when:
        orders().getProvisioningStatus(CUSTOMER, 'o')

        then:
        thrown(DecodingException)
        server.requests.size() == 1

        where:
        what        | response
        'malformed' | json('200 OK', '{"items":')
        'too large' | json('200 OK', 'x' * (LIMIT + 1))
        'no gzip'   | json('200 OK', '{"items":[]}', 'Content-Encoding: gzip')
    }

    def "after a 401 the request is repeated once with the new token, on the same connection"() {
        given:
        server = playing({ it.send(json('401 No', '{"code":"800001","description":"first-token second-token"}')) })
        def credential = { TokenRequest request -> new AccessToken(request.refused() == null ? 'first-token' : 'second-token', null) } as Credential

        when:
        orders(CallOptions.DEFAULTS, credential).getProvisioningStatus(CUSTOMER, 'o')

        then:
        def e = thrown(ServiceException)
        e.status() == 401
        e.description() == '*** ***'
        e.requestIds() == header('MS-RequestId')
        e.requestIds().unique(false).size() == 2
        header('Authorization') == ['Bearer first-token', 'Bearer second-token']
        server.connections == 1
        transport.leased() == 0
    }

    def "a token without multi-factor authentication is reported after one attempt"() {
        given:
        server = playing({ it.send(json('401 No', '{"code":900421,"description":"MFA required"}')) })

        when:
        orders(CallOptions.DEFAULTS, { new AccessToken('token-' + UUID.randomUUID(), null) } as Credential).getProvisioningStatus(CUSTOMER, 'o')

        then:
        def e = thrown(CredentialException)
        e.kind() == CredentialException.Kind.MFA_REQUIRED
        server.requests.size() == 1
    }

    def "a failed connection is retried, an unknown host is not"() {
        given:
        def refusing = new ServerSocket(0, 1, InetAddress.loopbackAddress)
        refusing.close()
        server = new RawServer({ it.hold() })
        def target = URI.create(host == null ? "http://127.0.0.1:$refusing.localPort" : "http://$host")
        def unknown = Stub(DnsResolver) { resolve(_ as String) >> { String name -> throw new UnknownHostException(name) } }
        transport = host == null ? transport : new HttpTransport(new TransportSettings(Duration.ofMinutes(1), 10, LIMIT), unknown)
        pipeline = new CallPipeline(target, Cloud.PUBLIC, Credential.ofToken('s3cret-token'), transport, new Backoff(Clock.systemUTC(), { 0d }, { waits << it }), { call, work -> work.run() })

        when:
        pipeline.implement(OrdersApi, CallOptions.DEFAULTS.settings()).getProvisioningStatus(CUSTOMER, 'o')

        then:
        def e = thrown(TransportException)
        e.requestIds().size() == attempts
        waits.size() == attempts - 1

        where:
        host                      || attempts
        null                      || 4
        'no.such.example'         || 1
    }

    def "a response that never ends is not requested again after the deadline"() {
        given:
        server = playing({ it.drip('H') })

        when:
        orders(CallOptions.DEFAULTS.timeout(Duration.ofMillis(300))).getProvisioningStatus(CUSTOMER, 'o')

        then:
        def e = thrown(TransportException)
        e.kind() == TransportException.Kind.TIMED_OUT
        // None, if a busy machine uses up the time before.
        server.requests.size() <= 1
        waits.empty
    }

    def "an interrupt ends a real wait on a #kind thread"() {
        given:
        server = playing({ it.send(json('503 No', '', 'Retry-After: 30')) })
        pipeline = new CallPipeline(URI.create(server.url), Cloud.PUBLIC, Credential.ofToken('s3cret-token'), transport, Backoff.ofSystem(), { call, work -> work.run() })
        def api = pipeline.implement(OrdersApi, CallOptions.DEFAULTS.settings())
        def running = inThread(kind) { api.getProvisioningStatus(CUSTOMER, 'o') }
        running.awaitIn('sleep')

        when:
        running.thread.interrupt()
        def e = running.failure()

        then:
        e instanceof TransportException
        e.kind() == TransportException.Kind.INTERRUPTED
        e.message.contains('while waiting 30000 ms before the next attempt')
        running.interrupted
        transport.leased() == 0

        where:
        kind << threadKinds()
    }

    def "closing the client during a wait ends the call as closed"() {
        given:
        server = playing({ it.send(json('503 No', '')) })
        whileWaiting = { transport.close() }

        when:
        orders().getProvisioningStatus(CUSTOMER, 'o')

        then:
        def e = thrown(TransportException)
        e.message.startsWith('The client was closed during the call')
        server.requests.size() == 1
    }
}
