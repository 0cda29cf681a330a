package io.github.partnercenter4j.conformance.wire

import groovy.transform.CompileStatic
import javax.net.ssl.SSLParameters
import javax.net.ssl.SSLSocket
import javax.net.ssl.SSLSocketFactory

/** A server at a base URL. Each request uses a new connection. */
@CompileStatic
class Upstream {
    private static final int TIMEOUT_MILLIS = 30_000

    final URI base

    Upstream(String baseUrl) {
        base = URI.create(baseUrl.replaceAll('/+$', ''))
    }

    /** Sends the request as it is, except for Host, which names this server, and Connection, which is "close". */
    HttpResponse ask(HttpRequest request) throws IOException {
        open().withCloseable { Socket socket ->
            HttpRequest sent = new HttpRequest(request.method, request.target, request.headersWith('Host', base.authority), request.body)
            sent = new HttpRequest(sent.method, sent.target, sent.headersWith('Connection', 'close'), sent.body)
            socket.outputStream.write(HttpWriter.bytes(sent))
            new HttpReader(socket.inputStream).response(request.method)
        }
    }

    private Socket open() throws IOException {
        boolean secure = base.scheme == 'https'
        int port = base.port > 0 ? base.port : secure ? 443 : 80
        Socket socket = secure ? SSLSocketFactory.getDefault().createSocket() : new Socket()
        if (socket instanceof SSLSocket) {
            // By default a socket accepts a certificate for any host, and the token must reach this host only.
            SSLParameters parameters = socket.getSSLParameters()
            parameters.endpointIdentificationAlgorithm = 'HTTPS'
            socket.setSSLParameters(parameters)
        }
        socket.soTimeout = TIMEOUT_MILLIS
        socket.connect(new InetSocketAddress(base.host, port), TIMEOUT_MILLIS)
        socket
    }
}
