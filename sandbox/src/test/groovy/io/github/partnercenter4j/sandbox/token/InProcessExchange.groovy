package io.github.partnercenter4j.sandbox.token

import com.sun.net.httpserver.Headers
import com.sun.net.httpserver.HttpContext
import com.sun.net.httpserver.HttpExchange
import com.sun.net.httpserver.HttpPrincipal

/** A request for the authorization server that came over no connection, and its response. */
class InProcessExchange extends HttpExchange {

    final String requestMethod
    final URI requestURI
    final Headers requestHeaders = new Headers()
    final Headers responseHeaders = new Headers()
    final InputStream requestBody
    final ByteArrayOutputStream responseBody = new ByteArrayOutputStream()
    final HttpContext httpContext = null
    final InetSocketAddress remoteAddress = null
    final InetSocketAddress localAddress = null
    final String protocol = 'HTTP/1.1'
    final HttpPrincipal principal = null
    int responseCode = -1
    Long announced
    boolean closed

    InProcessExchange(String method, String target, String body = '', Map<String, String> headers = [Host: 'localhost']) {
        requestMethod = method
        requestURI = URI.create(target)
        requestBody = new ByteArrayInputStream(body.getBytes('UTF-8'))
        headers.each { name, value -> requestHeaders.add(name, value) }
    }

    @Override
    void sendResponseHeaders(int status, long length) {
        responseCode = status
        announced = length
    }

    @Override
    void close() {
        closed = true
    }

    @Override
    Object getAttribute(String name) {
        null
    }

    @Override
    void setAttribute(String name, Object value) {}

    @Override
    void setStreams(InputStream input, OutputStream output) {}
}
