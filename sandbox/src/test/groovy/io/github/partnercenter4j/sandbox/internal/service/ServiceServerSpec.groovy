package io.github.partnercenter4j.sandbox.internal.service

import io.github.partnercenter4j.sandbox.InProcessSandbox
import io.github.partnercenter4j.sandbox.RawClient
import java.util.concurrent.CopyOnWriteArrayList
import javax.net.ServerSocketFactory
import spock.lang.Specification

/** The service with its connections. */
class ServiceServerSpec extends Specification {

    def sandbox = new InProcessSandbox()

    def "a request passes the journal and gets the response of the service, until the server is closed"() {
        given:
        def journal = new CopyOnWriteArrayList<String>()
        def server = ServiceServer.start(sandbox.service, ServerSocketFactory.default, 0, { journal << it.startLine() })
        def ports = [server.port(), server.wireMock.port()]

        expect:
        RawClient.get("http://127.0.0.1:${server.port()}/openapi.yaml", [:]).body() == sandbox.spec.source().getBytes('UTF-8')
        journal == ['GET /openapi.yaml HTTP/1.1']

        when:
        server.close()

        then:
        ports.every { port ->
            try (def socket = new Socket('127.0.0.1', port)) {
                false
            } catch (ConnectException e) {
                true
            }
        }
    }

    def "nothing stays running if the port is in use"() {
        given:
        def taken = new ServerSocket(0, 1, InetAddress.getByName('127.0.0.1'))
        def before = servers()

        when:
        ServiceServer.start(sandbox.service, ServerSocketFactory.default, taken.localPort, {})

        then:
        thrown(UncheckedIOException)
        servers() == before

        cleanup:
        taken.close()
    }

    /** The pools of Jetty's threads, named as qtp1234-5. */
    private static Set<String> servers() {
        Thread.allStackTraces.keySet()*.name.findAll { it.startsWith('qtp') }.collect { it.split('-')[0] }.toSet()
    }
}
