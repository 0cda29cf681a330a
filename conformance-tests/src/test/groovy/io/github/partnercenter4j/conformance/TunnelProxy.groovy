package io.github.partnercenter4j.conformance

import java.util.concurrent.CopyOnWriteArrayList

/** An HTTP proxy on loopback that carries tunnels for whoever brings the password, and keeps the heads of the requests that it was sent. */
class TunnelProxy implements AutoCloseable {
    final List<String> requests = new CopyOnWriteArrayList<>()

    private final ServerSocket server = new ServerSocket(0, 50, InetAddress.loopbackAddress)

    TunnelProxy(String user, String password) {
        def authorization = 'Proxy-Authorization: Basic ' + "$user:$password".getBytes('UTF-8').encodeBase64()
        Thread.startDaemon {
            try {
                while (true) {
                    def client = server.accept()
                    Thread.startDaemon { client.withCloseable { serve(it, authorization) } }
                }
            } catch (SocketException ignored) {
                // It was closed.
            }
        }
    }

    String getUrl() {
        "http://127.0.0.1:$server.localPort"
    }

    private void serve(Socket client, String authorization) {
        def head = []
        for (String line = read(client.inputStream); line; line = read(client.inputStream)) {
            head << line
        }
        requests << head.join('\n')
        if (!head.contains(authorization)) {
            client.outputStream << 'HTTP/1.1 407 Who\r\nProxy-Authenticate: Basic realm="x"\r\nContent-Length: 0\r\n\r\n'
            return
        }
        def (host, port) = head[0].split(' ')[1].split(':')
        new Socket(host as String, port as int).withCloseable { target ->
            client.outputStream << 'HTTP/1.1 200 Go\r\n\r\n'
            def back = Thread.startDaemon { carry(target.inputStream, client.outputStream) }
            carry(client.inputStream, target.outputStream)
            target.shutdownOutput()
            back.join()
        }
    }

    private static String read(InputStream from) {
        def text = new StringBuilder()
        for (int c = from.read(); c >= 0 && c != ('\n' as char); c = from.read()) {
            text << (c as char)
        }
        text.toString().trim()
    }

    private static void carry(InputStream from, OutputStream to) {
        try {
            from.transferTo(to)
        } catch (IOException ignored) {
            // One of the two has gone.
        }
    }

    @Override
    void close() {
        server.close()
    }
}
