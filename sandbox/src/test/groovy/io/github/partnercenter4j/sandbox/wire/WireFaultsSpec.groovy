package io.github.partnercenter4j.sandbox.wire

import static io.github.partnercenter4j.sandbox.Responses.usual
import static java.time.Duration.ofMillis

import io.github.partnercenter4j.sandbox.PartnerCenterSandbox
import io.github.partnercenter4j.sandbox.RawClient
import java.util.concurrent.CompletableFuture
import java.util.concurrent.TimeUnit
import spock.lang.AutoCleanup
import spock.lang.Shared
import spock.lang.Specification
import spock.lang.Timeout
import spock.util.concurrent.PollingConditions

@Timeout(600)
class WireFaultsSpec extends Specification {

    static final BODY = RawClient.getResourceAsStream('documented/200.json').getText('UTF-8')

    @Shared @AutoCleanup PartnerCenterSandbox sandbox = PartnerCenterSandbox.start()

    def "#name on the wire"(String name, WireFault fault, String pattern) {
        given:
        sandbox.next(usual().wire(fault))

        when:
        def response = exchange()

        then:
        response ==~ /(?s)$pattern/

        where:
        name                   | fault                        || pattern
        'nothing'              | WireFaults.nothing()         || ''
        'cut body'             | WireFaults.cutBody()         || head('Content-Length: 201') + quoted(BODY.substring(0, 100))
        'short content length' | WireFaults.contentLength(-1) || head('Content-Length: 200') + quoted(BODY)
        'long content length'  | WireFaults.contentLength(5)  || head('Content-Length: 206') + quoted(BODY)
        'broken chunk'         | WireFaults.brokenChunk()     || head('Transfer-Encoding: chunked') + '64\r\n' + quoted(BODY.substring(0, 100)) + '\r\nzz\r\n'
        'cut chunk'            | WireFaults.cutChunk()        || head('Transfer-Encoding: chunked') + '64\r\n' + quoted(BODY.substring(0, 100)) + '\r\n40\r\n'
        'interim response'     | WireFaults.interim(103)      || 'HTTP/1\\.1 103 Interim\r\n\r\n' + head('Content-Length: 201') + quoted(BODY)
        'garbage'              | WireFaults.garbage()         || '\u0001\u0002 this is not HTTP\r\n\r\n'
        'drip'                 | WireFaults.drip(ofMillis(1)) || head('Content-Length: 201') + quoted(BODY)
        'dripping headers'     | WireFaults.dripHeaders(ofMillis(1)) || head('Content-Length: 201') + quoted(BODY)
        'own fault'            | { head, body, connection -> connection.write('x'.bytes) } as WireFault || 'x'
    }

    def "#name ends in a reset"(String name, WireFault fault) {
        given:
        sandbox.next(usual().wire(fault))

        when:
        exchange()

        then:
        thrown(SocketException)

        where:
        name            | fault
        'reset'         | WireFaults.reset()
        'late reset'    | WireFaults.resetAfterHeaders()
    }

    def "a response that drips takes its time"() {
        given:
        sandbox.next(usual().wire(WireFaults.drip(ofMillis(2))))
        def start = System.nanoTime()

        when:
        exchange()

        then:
        System.nanoTime() - start >= ofMillis(402).toNanos()
    }

    def "silence lasts until the sandbox is closed"() {
        given:
        def silent = PartnerCenterSandbox.start()
        silent.next(usual().wire(WireFaults.silence()))
        def response = CompletableFuture.supplyAsync { exchange(silent) }

        expect:
        new PollingConditions(timeout: 300).eventually { silent.requests().hasCount(1) }
        !response.isDone()

        when:
        silent.close()

        then:
        response.get(5, TimeUnit.MINUTES) == ''
    }

    def "a fault does not affect the next request on another connection"() {
        given:
        sandbox.next(usual().wire(WireFaults.reset()))

        when:
        exchange()

        then:
        thrown(SocketException)
        exchange() ==~ /(?s)${head('Content-Length: 201') + quoted(BODY)}/
    }

    def "a request with a body is passed on completely, #framing"(String framing, String body, int status) {
        given:
        def response = ''

        when:
        try (def socket = new Socket('127.0.0.1', URI.create(sandbox.baseUrl()).port)) {
            socket.outputStream << "POST /nowhere HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n$framing\r\n\r\n$body"
            response = new String(socket.inputStream.readAllBytes(), 'ISO-8859-1')
        }

        then:
        status ? response.startsWith("HTTP/1.1 $status ") : response.isEmpty()

        where:
        framing                      | body                                  || status
        'Content-Length: 3'          | 'abc'                                 || 404
        'Transfer-Encoding: chunked' | '3\r\nabc\r\n1;x=y\r\nd\r\n0\r\n\r\n' || 404
        'Content-Length: three'      | 'abc'                                 || 0
        'Transfer-Encoding: chunked' | 'zz\r\n'                              || 0
    }

    private String exchange(PartnerCenterSandbox target = sandbox) {
        try (def socket = new Socket('127.0.0.1', URI.create(target.baseUrl()).port)) {
            socket.outputStream << "GET /v1/customers/${target.customerId()}/orders/${target.orderId()}/provisioningstatus HTTP/1.1\r\n" +
                "Host: localhost\r\nConnection: close\r\nAuthorization: Bearer ${target.token()}\r\n\r\n"
            new String(socket.inputStream.readAllBytes(), 'ISO-8859-1')
        } catch (SocketException e) {
            if (target.is(sandbox)) {
                throw e
            }
            ''
        }
    }

    private static String head(String length) {
        'HTTP/1\\.1 200 OK\r\n((?!Sandbox)(?!\r\n).)*?(?:[^\r\n]+\r\n)*?' + length + '\r\n(?:[^\r\n]+\r\n)*\r\n'
    }

    private static String quoted(String text) {
        java.util.regex.Pattern.quote(text)
    }
}
