package io.github.partnercenter4j.client

import java.nio.charset.StandardCharsets
import java.util.concurrent.CopyOnWriteArrayList

/** An HTTP proxy on loopback that records the requests to itself and the bytes that it forwards. */
class ConnectProxy implements AutoCloseable {
    /** The heads of the requests to the proxy itself. */
    final List<String> requests = new CopyOnWriteArrayList<>()
    private final ByteArrayOutputStream carried = new ByteArrayOutputStream()
    private final RawServer server

    /** The required value of Proxy-Authorization, or null if none is required. */
    ConnectProxy(String authorization = null) {
        server = new RawServer({ RawServer.Connection c ->
            for (String request = c.request(); request != null; request = c.request()) {
                requests << request
                if (authorization != null && !request.contains("\r\nProxy-Authorization: $authorization\r\n")) {
                    c.send('HTTP/1.1 407 Who\r\nProxy-Authenticate: Basic realm="x"\r\nContent-Length: 0\r\n\r\n')
                } else if (request.startsWith('CONNECT ')) {
                    tunnel(c, request)
                } else {
                    forward(c, request)
                }
            }
        })
    }

    String getUrl() {
        server.url
    }

    int getConnections() {
        server.connections
    }

    String getSeen() {
        synchronized (carried) {
            requests.join('') + carried.toString(StandardCharsets.ISO_8859_1)
        }
    }

    private void tunnel(RawServer.Connection client, String request) {
        def (host, port) = request.split(' ')[1].split(':')
        new Socket(host as String, port as int).withCloseable { target ->
            client.send('HTTP/1.1 200 Go\r\n\r\n')
            Thread.startDaemon { pump(target.inputStream, client.socket.outputStream) }
            pump(client.socket.inputStream, target.outputStream)
        }
    }

    private void pump(InputStream from, OutputStream to) {
        try {
            byte[] buffer = new byte[8192]
            for (int n = from.read(buffer); n >= 0; n = from.read(buffer)) {
                synchronized (carried) {
                    carried.write(buffer, 0, n)
                }
                to.write(buffer, 0, n)
                to.flush()
            }
        } catch (IOException ignored) {
            // One side has closed its connection.
        } finally {
            to.close()
        }
    }

    private static void forward(RawServer.Connection client, String request) {
        def uri = URI.create(request.split(' ')[1])
        new Socket(uri.host, uri.port).withCloseable { target ->
            def path = uri.rawPath + (uri.rawQuery == null ? '' : '?' + uri.rawQuery)
            def lines = request.readLines().drop(1).findAll { it && !(it =~ /(?i)^(Proxy-.*|Connection):/) }
            target.outputStream << "GET $path HTTP/1.1\r\n" + (lines + 'Connection: close').collect { it + '\r\n' }.join('') + '\r\n'
            target.outputStream.flush()
            client.send(target.inputStream.bytes)
        }
    }

    @Override
    void close() {
        server.close()
    }
}
