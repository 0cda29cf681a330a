package io.github.partnercenter4j.client.internal.http

import static io.github.partnercenter4j.client.internal.http.TransportFailure.Kind.FAILED

import io.github.partnercenter4j.client.RawServer
import java.util.concurrent.CountDownLatch
import org.apache.hc.client5.http.DnsResolver

class TransportFailureSpec extends TransportSpecification {

    def "#fault is reported as a failure"() {
        given:
        server = new RawServer({ it.request(); play.call(it) })

        when:
        get()

        then:
        def e = thrown(TransportFailure)
        e.kind() == FAILED
        e.isRepeatable()
        e.message.startsWith("127.0.0.1:${server.port} $message")
        noSecret(e)
        transport.leased() == 0
        server.requests.size() == 1
        server.connections == 1

        where:
        fault                          | play                                                                         || message
        'closing with no bytes'        | { it.socket.close() }                                                        || 'closed the connection without a response'
        'a reset with no bytes'        | { it.reset() }                                                               || 'reset the connection before the response was complete'
        'closing in the status line'   | { it.send('HTTP/1.1 20') }                                                   || 'closed the connection before the response was complete'
        'closing in the headers'       | { it.send('HTTP/1.1 200 OK\r\nContent-Ty') }                                 || 'closed the connection before the response was complete'
        'closing after a header'       | { it.send('HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\n') }               || 'closed the connection before the response was complete'
        'closing after a 100'          | { it.send('HTTP/1.1 100 Continue\r\n\r\n') }                                 || 'closed the connection without a response'
        'closing in what follows a 100' | { it.send('HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 20') }                   || 'closed the connection before the response was complete'
        'a cut body'                   | { it.send('HTTP/1.1 200 OK\r\nContent-Length: 1834\r\n\r\n' + 'x' * 900) }   || 'closed the connection after 900 of 1834 bytes of the body'
        'a body that never begins'     | { it.send('HTTP/1.1 200 OK\r\nContent-Length: 1834\r\n\r\n') }               || 'closed the connection after 0 of 1834 bytes of the body'
        'a cut chunk'                  | { it.send('HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nabc') } || 'closed the connection after 3 bytes of the body'
        'a missing last chunk'         | { it.send('HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nabc\r\n') } || 'closed the connection after 3 bytes of the body'
        'a bad chunk size'             | { it.send('HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\nabc\r\n') } || 'sent a malformed chunk after 0 bytes of the body'
        'a negative chunk size'        | { it.send('HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n-5\r\nabc\r\n') } || 'sent a malformed chunk after 0 bytes of the body'
        'a chunk longer than its size' | { it.send('HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n2\r\nabc\r\n0\r\n\r\n') } || 'sent a malformed chunk'
        'a broken status line'         | { it.send('HTTQ/1.1 200 OK\r\nContent-Length: 0\r\n\r\n') }                  || 'sent an invalid HTTP/1.1 response'
        'a status that is no number'   | { it.send('HTTP/1.1 two OK\r\nContent-Length: 0\r\n\r\n') }                  || 'sent an invalid HTTP/1.1 response'
        'a status of four digits'      | { it.send('HTTP/1.1 2000 OK\r\nContent-Length: 0\r\n\r\n') }                 || 'sent an invalid HTTP/1.1 response'
        'a status below 100'           | { it.send('HTTP/1.1 099 OK\r\nContent-Length: 0\r\n\r\n') }                  || 'sent an invalid HTTP/1.1 response'
        'a stray line before'          | { it.send('hello\r\nHTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n') }         || 'sent an invalid HTTP/1.1 response'
        'the token as status line'     | { it.send('Bearer s3cret-token\r\n\r\n') }                                   || 'sent an invalid HTTP/1.1 response'
        'a header without a colon'     | { it.send('HTTP/1.1 200 OK\r\ns3cret\r\nContent-Length: 0\r\n\r\n') }        || 'sent an invalid HTTP/1.1 response'
        'a length that is no number'   | { it.send('HTTP/1.1 200 OK\r\nContent-Length: many\r\n\r\n') }               || 'sent an invalid HTTP/1.1 response'
        'two lengths'                  | { it.send('HTTP/1.1 200 OK\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\nab') } || 'sent an invalid HTTP/1.1 response'
        'another protocol'             | { it.send('HTTP/1.1 101 Switching\r\nUpgrade: TLS/1.0\r\nConnection: upgrade\r\n\r\n') } || 'sent an invalid HTTP/1.1 response'
        'headers at full speed'        | { it.send('HTTP/1.1 200 OK\r\n'); it.flood('X-More: and more\r\n') }         || 'sent headers larger than 1 MiB'
        'trailers without end'         | { it.send('HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n' + 'T: 1\r\n' * 101 + '\r\n') } || 'sent headers larger than 1 MiB'
        'one header without end'       | { it.send('HTTP/1.1 200 OK\r\nX-Long: '); it.flood('yyyyyyyyyyyyyyyy') }     || 'sent headers larger than 1 MiB'
    }

    def "a reset #place is a failure"() {
        given:
        def read = new CountDownLatch(1)
        server = new RawServer({ it.request(); it.send(before); read.await(); it.reset() })
        def running = inThread { get() }
        running.awaitIn(method)
        read.countDown()

        expect:
        with(running.failure(), TransportFailure) {
            kind() == FAILED
            message.contains(" connection $told")
        }
        transport.leased() == 0

        where:
        place                | before                                              | method               || told
        'within the headers' | 'HTTP/1.1 200 OK\r\nConte'                          | 'receiveResponseHeader' || 'before the response was complete'
        'after the headers'  | 'HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\n'     | 'fill'               || 'after 0 of 10 bytes of the body'
        'within the body'    | 'HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\nabcd' | 'fill'               || 'after'
    }

    def "the message about a refused connection says what to check"() {
        given:
        int port = new ServerSocket(0, 1, InetAddress.loopbackAddress).withCloseable { it.localPort }

        when:
        get("http://127.0.0.1:$port/")

        then:
        def e = thrown(TransportFailure)
        e.kind() == FAILED
        e.message.startsWith("Could not connect to 127.0.0.1:$port (")
        e.cause instanceof ConnectException
        e.isRepeatable()
        transport.leased() == 0
    }

    def "the message names an unknown host"() {
        given:
        def unknown = Stub(DnsResolver) { resolve(_ as String) >> { String host -> throw new UnknownHostException(host) } }
        transport = new HttpTransport(transport.failures.settings, unknown)

        when:
        get('http://no.such.example/')

        then:
        def e = thrown(TransportFailure)
        e.kind() == FAILED
        e.message.startsWith('The host no.such.example is unknown')
        e.cause instanceof UnknownHostException
        !e.isRepeatable()
    }

    def "the next address is tried if the first one refuses"() {
        given:
        server = RawServer.responding(RawServer.ok('second'))
        def two = Stub(DnsResolver) {
            resolve(_ as String) >> ([InetAddress.getByName('127.0.0.2'), InetAddress.getByName('127.0.0.1')] as InetAddress[])
        }
        transport = new HttpTransport(transport.failures.settings, two)

        expect:
        text(get("http://two.example:${server.port}/")) == 'second'
        server.requests[0].contains("Host: two.example:${server.port}\r\n")
    }

    def "a host without an address is unknown, and the lookup thread is a daemon"() {
        given:
        def daemon = []
        def none = Stub(DnsResolver) {
            resolve(_ as String) >> {
                daemon << Thread.currentThread().daemon
                new InetAddress[0]
            }
        }
        transport = new HttpTransport(transport.failures.settings, none)

        when:
        get('http://none.example/')

        then:
        def e = thrown(TransportFailure)
        e.message.startsWith('The host none.example is unknown')
        !e.isRepeatable()
        daemon == [true]
    }
}
