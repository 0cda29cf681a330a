package io.github.partnercenter4j.sandbox

import io.github.partnercenter4j.sandbox.internal.http.LocalRequests
import javax.net.SocketFactory
import javax.net.ssl.SSLSocket
import spock.lang.AutoCleanup
import spock.lang.Shared
import spock.lang.Specification

/** Sends the requests that other programs and web pages of the machine could send. */
class AccessSpec extends Specification {
    static final List<String> ADMIN_PATHS = ['/__admin', '/__admin/', '/__admin/mappings', '/__admin/shutdown', '/__admin/requests', '/__admin/settings',
        '/__admin/swagger-ui/', '/__admin/recorder/', '/__admin/not-matched', '/__admin/docs', '/__admin/health', '/__admin/version', '//__admin/mappings',
        '/%5f%5fadmin/mappings', '/%5F_admin/mappings', '/__admin;x=y/mappings', '/x/../__admin/mappings', '/__admin/../__admin/mappings',
        '/%2e/__admin/mappings', '/./__admin/mappings', '/v1/%2e%2e/__admin/mappings', '/__admin%2fmappings', '/__admin?x', '/__files/x', '/__files/', '/index.html']
    static final List<String> METHODS = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE', 'HEAD', 'OPTIONS', 'TRACE', 'CONNECT', 'FOO']

    @Shared
    @AutoCleanup
    PartnerCenterSandbox sandbox = PartnerCenterSandbox.start()

    @Shared
    @AutoCleanup
    PartnerCenterSandbox secured = PartnerCenterSandbox.builder().tls().start()

    @Shared
    int hiddenPort = sandbox.servers.service.wireMock.port()

    def "#path is not there, with any method and on any port"() {
        when:
        def responses = [port(sandbox), hiddenPort].collectMany { port -> METHODS.collect { exchange(port, sandbox, "$it $path", "Host: 127.0.0.1:$port", '') } }

        then:
        responses.every { it.startsWith('HTTP/1.1 404 ') || it.startsWith('HTTP/1.1 400 ') || it.startsWith('HTTP/1.1 405 ') || it.isEmpty() }
        !responses.any { it =~ /(?i)wiremock|jetty|Matched-Stub|Access-Control|mappings/ }
        sandboxWorks()

        where:
        path << ADMIN_PATHS
    }

    def "no response names WireMock or Jetty: #request"() {
        when:
        def response = exchange(port(sandbox), sandbox, request, "Host: 127.0.0.1:${port(sandbox)}", "$headers\r\n")

        then:
        !(response =~ /(?i)wiremock|jetty|Matched-Stub|servlet|\tat |\.java/)

        where:
        request                                                     | headers
        'GET /openapi.yaml'                                         | 'X: y'
        'GET /v1/customers/x/orders/y/provisioningstatus'           | 'X: y'
        'GET /v1/customers/%zz/orders/%/provisioningstatus'         | 'X: y'
        'GET /v1/customers/%00/orders/%ff/provisioningstatus'       | 'X: y'
        'GET \\'                                                    | 'X: y'
        'GET nowhere'                                               | 'X: y'
        'GET *'                                                     | 'X: y'
        'OPTIONS *'                                                 | 'X: y'
        'FOO /openapi.yaml'                                         | 'X: y'
        'GET /openapi.yaml'                                         | 'X y'
        'GET /openapi.yaml'                                         | ': y'
        'GET /openapi.yaml'                                         | "X: ${'y' * 20000}"
        'GET /openapi.yaml'                                         | 'Host: 127.0.0.1'
        'GET /openapi.yaml HTTP/9'                                  | 'X: y'
        'POST /openapi.yaml'                                        | 'Content-Type: multipart/form-data'
    }

    def "a request with #headers is answered: #accepted"() {
        expect:
        targets().every { port, target, path, usual ->
            def response = exchange(port, target, "GET $path", headers.replace('PORT', port as String), '')
            def served = response.startsWith("HTTP/1.1 $usual ")
            assert accepted ? served : response.startsWith('HTTP/1.1 403 ') || response.startsWith('HTTP/1.1 400 ')
            assert accepted || !response.contains('openapi: ') && !response.contains('issuer')
            true
        }

        where:
        headers                                                           || accepted
        'Host: 127.0.0.1:PORT'                                            || true
        'Host: 127.1.2.3:PORT'                                            || true
        'Host: localhost:PORT'                                            || true
        'Host: LOCALHOST:PORT'                                            || true
        'Host: [::1]:PORT'                                                || true
        // A forwarded port, such as that of ssh -L, has another number.
        'Host: localhost:1'                                               || true
        'Host: localhost'                                                 || true
        'Host: evil.example:PORT'                                         || false
        'Host: evil.example'                                              || false
        'Host: 127.0.0.1.evil.example:PORT'                               || false
        'Host: localhost.evil.example:PORT'                               || false
        'Host: evil-localhost:PORT'                                       || false
        'Host: 0.0.0.0:PORT'                                              || false
        'Host: 192.168.0.1:PORT'                                          || false
        'Host: localhost@evil.example:PORT'                               || false
        'Host: 127.0.0.1:PORT, evil.example'                              || false
        'Host:'                                                           || false
        'Host: 127.0.0.1:PORT\r\nHost: evil.example'                      || false
        'Host: localhost:PORT\r\nOrigin: http://localhost:PORT'           || true
        'Host: 127.0.0.1:PORT\r\nOrigin: https://localhost:PORT'          || true
        'Host: 127.0.0.1:PORT\r\nOrigin: http://[::1]:PORT'               || true
        'Host: 127.0.0.1:PORT\r\nOrigin: https://evil.example'            || false
        'Host: 127.0.0.1:PORT\r\nOrigin: http://evil.example:PORT'        || false
        'Host: 127.0.0.1:PORT\r\nOrigin: http://localhost:1'              || false
        'Host: 127.0.0.1:PORT\r\nOrigin: http://localhost'                || false
        'Host: 127.0.0.1:PORT\r\nOrigin: null'                            || false
        'Host: 127.0.0.1:PORT\r\nOrigin: file://'                         || false
        'Host: 127.0.0.1:PORT\r\nOrigin: http://localhost:PORT\r\nOrigin: http://evil.example' || false
    }

    def "the address of a request line cannot replace the Host: #line"() {
        expect:
        !exchange(port(sandbox), sandbox, line, "Host: 127.0.0.1:${port(sandbox)}", '').contains('openapi: ')

        where:
        line << ['GET http://evil.example/openapi.yaml', 'GET http://evil.example:8080/openapi.yaml']
    }

    def "a request of HTTP/#version without Host is refused: nothing says that it is for this machine"() {
        expect:
        targets().each { port, target, path, usual ->
            [path, '/'].each {
                def response = exchange(port, target, "GET $it HTTP/$version", 'Accept: text/html', '')
                assert response =~ "^HTTP/1.1 $status "
                assert version != '1.0' || response.endsWith('\r\n\r\n' + LocalRequests.REFUSAL)
            }
        }

        where:
        version || status
        '1.0'   || 403
        '1.1'   || '40[03]'
    }

    def "a client of HTTP/1.0 gets the response and the end of the connection, and keeps the connection if it asks: #headers"() {
        when:
        def responses = exchange(port(sandbox), sandbox, 'GET /openapi.yaml HTTP/1.0', "Host: localhost$headers", '')

        then:
        responses.startsWith('HTTP/1.1 200 ')
        responses.findAll('HTTP/1.1 200 OK').size() == responded

        where:
        headers                                                                            || responded
        ''                                                                                 || 1
        '\r\nConnection: keep-alive\r\n\r\nGET /openapi.yaml HTTP/1.0\r\nHost: localhost'    || 2
    }

    def "a refusal says what the sandbox accepts, and is recorded"() {
        when:
        def response = exchange(port(sandbox), sandbox, 'GET /openapi.yaml', 'Host: evil.example', '')

        then:
        response.startsWith('HTTP/1.1 403 ')
        response.endsWith('\r\n\r\n' + LocalRequests.REFUSAL)
        sandbox.requests().last().hasHeader('Host')
    }

    private boolean sandboxWorks() {
        RawClient.get(sandbox.provisioningStatusUrl(sandbox.customerId(), sandbox.orderId()), [Authorization: "Bearer ${sandbox.token()}"]).statusCode() == 200
    }

    /** A port, the sandbox of its certificate or null, a path that is served there without a token, and its status. */
    private List<List> targets() {
        def tenant = sandbox.authorizationServer().tenantId()
        [
            [port(sandbox), sandbox, '/openapi.yaml', 200],
            [hiddenPort, sandbox, '/openapi.yaml', 200],
            [port(secured), secured, '/openapi.yaml', 200],
            [URI.create(sandbox.authorizationServer().url()).port, null, "/$tenant/v2.0/.well-known/openid-configuration", 200],
        ]
    }

    private static int port(PartnerCenterSandbox target) {
        URI.create(target.baseUrl()).port
    }

    /** Sends a request as it is, and returns the bytes of the response. */
    private String exchange(int port, PartnerCenterSandbox target, String line, String host, String headers) {
        boolean tls = target == null || target.baseUrl().startsWith('https:')
        SocketFactory sockets = tls ? (target ?: sandbox).sslContext().socketFactory : SocketFactory.default
        try (def socket = sockets.createSocket('127.0.0.1', port)) {
            socket.soTimeout = 300_000
            if (socket instanceof SSLSocket) {
                socket.startHandshake()
            }
            def close = line.endsWith(' HTTP/1.0') ? '' : 'Connection: close\r\n'
            socket.outputStream << "${line.contains(' HTTP/') ? line : line + ' HTTP/1.1'}\r\n$host\r\n$close$headers\r\n"
            new String(socket.inputStream.readAllBytes(), 'ISO-8859-1')
        }
    }
}
