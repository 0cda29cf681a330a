package io.github.partnercenter4j.client.internal.http

import static io.github.partnercenter4j.client.internal.http.TransportFailure.Kind.FAILED

import io.github.partnercenter4j.client.ConnectProxy
import io.github.partnercenter4j.client.Keys
import io.github.partnercenter4j.client.RawServer
import java.time.Duration
import spock.lang.AutoCleanup

/** Calls through a proxy, and what the proxy can see. */
class ProxySpec extends TransportSpecification {
    static final String USER = 'jürgen'
    static final String PASSWORD = 's3cret pass:wörd'
    static final String BASIC = 'Basic ' + "$USER:$PASSWORD".getBytes('UTF-8').encodeBase64()

    @AutoCleanup(quiet = true)
    ConnectProxy proxy
    @AutoCleanup(quiet = true)
    RawServer proxyServer

    def 'calls over TLS go through one tunnel, and the proxy sees neither the token nor the calls'() {
        given:
        serveTls()
        proxy = new ConnectProxy()
        through(proxy.url)

        expect:
        (1..3).every { text(get("https://localhost:${server.port}/v1/a%2Fb")) == 'secure' }
        proxy.connections == 1
        proxy.requests == ["CONNECT localhost:${server.port} HTTP/1.1\r\nHost: localhost:${server.port}\r\n\r\n"]*.toString()
        server.requests.size() == 3
        server.requests.every { it.startsWith('GET /v1/a%2Fb HTTP/1.1\r\n') && it.contains('\r\nAuthorization: Bearer s3cret-token\r\n') }
        !proxy.seen.contains('s3cret')
        !proxy.seen.contains('/v1/')
        transport.leased() == 0
    }

    def 'the password is sent to the proxy with the first request, and never to the service'() {
        given:
        serveTls()
        proxy = new ConnectProxy(BASIC)
        through(proxy.url, true)

        expect:
        text(get("https://localhost:${server.port}/")) == 'secure'
        proxy.requests.size() == 1
        !server.requests[0].contains('Proxy-')
        !server.requests[0].contains(BASIC)
    }

    def 'a call to a loopback address without TLS goes through the proxy without a tunnel'() {
        given:
        server = new RawServer({ it.request(); it.send(RawServer.ok('plain')) })
        proxy = new ConnectProxy(BASIC)
        through(proxy.url, true)

        expect:
        text(get("${server.url}$path".toString())) == 'plain'
        proxy.requests[0].startsWith("GET ${server.url}$path HTTP/1.1\r\n")
        server.requests[0].startsWith("GET $path HTTP/1.1\r\n")
        server.requests[0].contains('\r\nAuthorization: Bearer s3cret-token\r\n')
        transport.leased() == 0

        where:
        path << ['/v1/x?a=b', '/v1/a%2Fb%20c;d', '/']
    }

    def 'a proxy that requires a password is reported: #scheme, #given'() {
        given:
        serveTls()
        proxy = new ConnectProxy('Basic other')
        through(proxy.url, given == 'another')

        when:
        get("$scheme://localhost:${server.port}/".toString())

        then:
        def e = thrown(TransportFailure)
        e.kind() == FAILED
        e.message.startsWith("The proxy ${proxy.url.substring(7)} refused the call to localhost:${server.port}: it requires a user name and password")
        quiet(e)
        proxy.requests.size() == 1
        server.connections == 0
        transport.leased() == 0

        where:
        scheme  | given
        'https' | 'none'
        'https' | 'another'
        'http'  | 'none'
        'http'  | 'another'
    }

    def "a proxy's #status is not returned as a response of the service"() {
        given:
        serveTls()
        proxyServer = RawServer.responding("HTTP/1.1 $status\r\nContent-Length: 12\r\n\r\n{\"items\":[]}".toString())
        through(proxyServer.url, true)

        when:
        get("https://localhost:${server.port}/")

        then:
        def e = thrown(TransportFailure)
        e.kind() == FAILED
        e.message.contains("refused the call to localhost:${server.port}: it returned ${status.take(3)}")
        quiet(e)
        proxyServer.requests.size() == 1
        server.connections == 0
        transport.leased() == 0

        where:
        status << ['201 Created', '204 No', '302 Found', '403 Forbidden', '404 Not Found', '502 Bad Gateway', '503 Busy']
    }

    def 'a proxy that #does fails the call'() {
        given:
        proxyServer = new RawServer({ it.request(); play.call(it) })
        through(proxyServer.url, true)

        when:
        get('https://localhost:1/')

        then:
        def e = thrown(TransportFailure)
        e.kind() == FAILED
        e.message.startsWith("$beginning".replace('PROXY', "the proxy 127.0.0.1:${proxyServer.port}"))
        quiet(e)
        transport.leased() == 0

        where:
        does                           | play                                                       || beginning
        'closes the connection'        | { }                                                        || 'PROXY closed the connection without a response'
        'speaks no HTTP'               | { it.send('HTTQ\r\n\r\n') }                                || 'PROXY'
        'echoes the password'          | { it.send("HTTP/1.1 $BASIC\r\n\r\n") }                     || 'PROXY'
        'opens a tunnel to nowhere'    | { it.send('HTTP/1.1 200 Go\r\n\r\n') }                     || 'The TLS handshake with localhost:1 failed: '
        'responds in place of the service' | { it.send('HTTP/1.1 200 Go\r\n\r\n' + RawServer.ok('x')) } || 'The TLS handshake with localhost:1 failed: '
    }

    def 'the message names a proxy that cannot be reached: #url'() {
        given:
        through(url)

        when:
        get('https://localhost:1/')

        then:
        def e = thrown(TransportFailure)
        e.message.startsWith(told)

        where:
        url                           || told
        "http://127.0.0.1:${free()}"  || 'Could not connect to the proxy 127.0.0.1:'
        'http://proxy.invalid:3128'   || 'The host of the proxy proxy.invalid:3128 is unknown'
    }

    def 'a certificate of another host fails behind a proxy, too, before the token is sent'() {
        given:
        serveTls()
        proxy = new ConnectProxy()
        through(proxy.url)

        when:
        get("https://127.0.0.1:${server.port}/")

        then:
        def e = thrown(TransportFailure)
        e.message.contains('its certificate is not valid for this host name')
        server.requests.empty
        transport.leased() == 0
    }

    private static int free() {
        new ServerSocket(0, 1, InetAddress.loopbackAddress).withCloseable { it.localPort }
    }

    private static boolean quiet(Throwable failure) {
        noSecret(failure)
        def text = new StringWriter()
        failure.printStackTrace(new PrintWriter(text))
        assert !text.toString().contains(BASIC.substring(6))
        true
    }

    private void serveTls() {
        def factory = Keys.context(Keys.localhost, null).serverSocketFactory
        server = new RawServer(factory.createServerSocket(0, 50, InetAddress.loopbackAddress), { c ->
            while (c.request() != null) {
                c.send(RawServer.ok('secure'))
            }
        })
    }

    private void through(String url, boolean authorized = false) {
        def host = ProxySettings.parse(url).host()
        def settings = new ProxySettings(host, authorized ? ProxySettings.credentials(USER, PASSWORD) : null)
        transport = new HttpTransport(new TransportSettings(Duration.ofMinutes(1), 10, LIMIT, Keys.context(null, Keys.localhost), settings))
    }
}
