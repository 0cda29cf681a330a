package io.github.partnercenter4j.sandbox.internal.http

import com.github.tomakehurst.wiremock.WireMockServer
import com.github.tomakehurst.wiremock.core.Options.ChunkedEncodingPolicy
import com.github.tomakehurst.wiremock.core.WireMockConfiguration
import io.github.partnercenter4j.sandbox.InProcessSandbox
import spock.lang.Specification
import spock.lang.Timeout

/** What differs from WireMock's own server. AccessSpec sends many more requests to a sandbox. */
@Timeout(120)
class BareHttpServerSpec extends Specification {

    WireMockServer server = new WireMockServer(WireMockConfiguration.options().dynamicPort().gzipDisabled(true).disableRequestJournal()
        .useChunkedTransferEncoding(ChunkedEncodingPolicy.NEVER).httpServerFactory(BareHttpServer::new).extensions(new InProcessSandbox().service))

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

    def "a value has the case in which it was sent, whatever was sent before on the connection"() {
        given:
        def ids = ['e937630b-8341-4d70-8f73-450d32ee0189', 'E937630B-8341-4D70-8F73-450D32EE0189']

        when:
        def responses = exchange(ids.withIndex().collect { id, i ->
            "GET /nowhere HTTP/1.1\r\nHost: localhost\r\nMS-CorrelationId: $id\r\nConnection: ${i == 0 ? 'keep-alive' : 'close'}\r\n\r\n"
        }.join())

        then:
        responses.findAll(/MS-CorrelationId: (\S+)/) { it[1] } == ids
    }

    private String exchange(String request) {
        try (def socket = new Socket('127.0.0.1', server.port())) {
            socket.soTimeout = 60_000
            socket.outputStream << request
            new String(socket.inputStream.readAllBytes(), 'ISO-8859-1')
        }
    }
}
