package io.github.partnercenter4j.sandbox.internal.http

import com.github.tomakehurst.wiremock.WireMockServer
import com.github.tomakehurst.wiremock.core.Options.ChunkedEncodingPolicy
import com.github.tomakehurst.wiremock.core.WireMockConfiguration
import io.github.partnercenter4j.sandbox.InProcessSandbox
import spock.lang.Specification
import spock.lang.Timeout

/** What differs from WireMock's own server. AccessSpec sends many more requests to a sandbox. */
@Timeout(600)
class BareHttpServerSpec extends Specification {

    InProcessSandbox sandbox = new InProcessSandbox()

    WireMockServer server = new WireMockServer(WireMockConfiguration.options().dynamicPort().gzipDisabled(true).disableRequestJournal()
        .useChunkedTransferEncoding(ChunkedEncodingPolicy.NEVER).httpServerFactory(BareHttpServer::new).extensions(sandbox.service))

    def setup() {
        server.start()
    }

    def cleanup() {
        server.stop()
    }

    def "a response says nothing of WireMock or Jetty: #request"(String request, String status, boolean empty) {
        given:
        def response = exchange("$request\r\nHost: localhost\r\nConnection: close\r\n\r\n")

        expect:
        response.startsWith("HTTP/1.1 $status ")
        !(response =~ /(?i)wiremock|jetty|servlet/)
        response.endsWith('\r\n\r\n') == empty

        where:
        request                          || status | empty
        'GET /openapi.yaml HTTP/1.1'     || '200'  | false
        'GET /__admin/mappings HTTP/1.1' || '404'  | false
        'CONNECT localhost:1 HTTP/1.1'   || '405'  | true
        'GET /\u0001 HTTP/1.1'           || '400'  | true
        'GET /openapi.yaml HTTP/9'       || '505'  | true
    }

    def "a body has a length, and is not chunked"() {
        given:
        def response = exchange('GET /openapi.yaml HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n')

        expect:
        response.contains('Content-Length: ')
        !response.contains('Transfer-Encoding')
    }

    def "a form with parts is a request like any other"() {
        given:
        def form = '--x\r\nContent-Disposition: form-data; name="a"\r\n\r\nb\r\n--x--\r\n'

        expect:
        exchange('POST /nowhere HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nContent-Type: multipart/form-data; boundary=x\r\n' +
            "Content-Length: ${form.length()}\r\n\r\n$form").startsWith('HTTP/1.1 404 ')
    }

    def "CONNECT is refused, and the connection is closed"() {
        expect:
        exchange('CONNECT localhost:1 HTTP/1.1\r\nHost: localhost\r\n\r\n').contains('Connection: close')
    }

    def "a value has the case in which it was sent, so that a token in another case is refused on the same connection too"() {
        given:
        def upper = sandbox.token.toUpperCase(Locale.ROOT)

        when:
        def responses = exchange([sandbox.token, upper].withIndex().collect { token, i ->
            "GET ${sandbox.orderUrl()} HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer $token\r\nConnection: ${i == 0 ? 'keep-alive' : 'close'}\r\n\r\n"
        }.join())

        then:
        responses.findAll(/HTTP\/1.1 (\d+)/) { it[1] } == ['200', '401']
    }

    def "a body that cannot be read gets no page that shows where in WireMock it failed: #header"(String header) {
        expect:
        exchange("POST / HTTP/1.1\r\nHost: localhost\r\n$header\r\nContent-Length: 3\r\nConnection: close\r\n\r\nabc") ==
            'HTTP/1.1 500 Server Error\r\nConnection: close\r\n\r\n'

        where:
        header << ['Content-Encoding: gzip', 'Content-Type: multipart/form-data']
    }

    private String exchange(String request) {
        try (def socket = new Socket('127.0.0.1', server.port())) {
            socket.soTimeout = 300_000
            socket.outputStream << request
            new String(socket.inputStream.readAllBytes(), 'ISO-8859-1')
        }
    }
}
