package io.github.partnercenter4j.cli

import com.sun.net.httpserver.HttpServer
import java.util.concurrent.CopyOnWriteArrayList

/** A server that gives every request one answer, whatever that is worth, and keeps the headers it was sent. */
class TinyService implements AutoCloseable {
    final List<Map<String, List<String>>> requests = new CopyOnWriteArrayList<>()

    private final HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.loopbackAddress, 0), 0)

    static TinyService answering(int status, Map<String, String> headers, String body) {
        new TinyService(status, headers, body)
    }

    static TinyService json(String body, int status = 200) {
        answering(status, ['Content-Type': 'application/json; charset=utf-8'], body)
    }

    private TinyService(int status, Map<String, String> headers, String body) {
        server.createContext('/') { exchange ->
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
