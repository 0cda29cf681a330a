package io.github.partnercenter4j.cli

import java.util.concurrent.CopyOnWriteArrayList
import wiremock.jakarta.servlet.http.HttpServletRequest
import wiremock.jakarta.servlet.http.HttpServletResponse
import wiremock.org.eclipse.jetty.proxy.ConnectHandler
import wiremock.org.eclipse.jetty.server.Server

/** Jetty's proxy on loopback. It opens tunnels for requests with the right password, and records the target addresses. */
class TunnelProxy implements AutoCloseable {
    final List<String> targets = new CopyOnWriteArrayList<>()

    private final Server server = new Server(new InetSocketAddress('127.0.0.1', 0))

    TunnelProxy(String user, String password) {
        def authorization = 'Basic ' + "$user:$password".getBytes('UTF-8').encodeBase64()
        server.handler = new ConnectHandler() {
            @Override
            protected boolean handleAuthentication(HttpServletRequest request, HttpServletResponse response, String address) {
                targets << address
                request.getHeader('Proxy-Authorization') == authorization
            }
        }
        server.start()
    }

    String getAddress() {
        "127.0.0.1:${server.connectors[0].localPort}"
    }

    @Override
    void close() {
        server.stop()
    }
}
