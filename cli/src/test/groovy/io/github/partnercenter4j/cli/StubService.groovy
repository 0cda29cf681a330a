package io.github.partnercenter4j.cli

import com.sun.net.httpserver.HttpServer
import java.util.concurrent.CopyOnWriteArrayList

/** A server that sends the same response to every request and records the paths and headers of the requests. */
class StubService implements AutoCloseable {
    final List<Map<String, List<String>>> requests = new CopyOnWriteArrayList<>()

    final List<String> paths = new CopyOnWriteArrayList<>()

    private final HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.loopbackAddress, 0), 0)

    static StubService responding(int status, Map<String, String> headers, String body) {
        new StubService(status, headers, body)
    }

    static StubService json(String body, int status = 200) {
        responding(status, ['Content-Type': 'application/json; charset=utf-8'], body)
    }

    private StubService(int status, Map<String, String> headers, String body) {
        server.createContext('/') { exchange ->
            paths << exchange.requestURI.rawPath
            requests << new TreeMap<String, List<String>>(String.CASE_INSENSITIVE_ORDER).tap { putAll(exchange.requestHeaders) }
            headers.each { name, value -> exchange.responseHeaders.set(name, value) }
            byte[] bytes = body.getBytes('UTF-8')
            exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length)
            exchange.responseBody.withStream { it.write(bytes) }
        }
        server.start()
    }

    String url() {
        "http://127.0.0.1:$server.address.port"
    }

    @Override
    void close() {
        server.stop(0)
    }
}
