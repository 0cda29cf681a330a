package io.github.partnercenter4j.conformance.wire

import groovy.transform.CompileStatic
import java.nio.charset.StandardCharsets
import java.util.zip.GZIPInputStream

/** A response as it was on the wire: the body is without chunks, and still compressed. Immutable. */
@CompileStatic
class HttpResponse implements HttpHeaders {
    final int status
    final String reason
    final List<HttpHeader> headers
    final byte[] body

    HttpResponse(int status, String reason, List<HttpHeader> headers, byte[] body) {
        this.status = status
        this.reason = reason
        this.headers = headers.asImmutable()
        this.body = body
    }

    HttpResponse withStatus(int other) {
        new HttpResponse(other, '', headers, body)
    }

    /** Returns a copy in which this header has one line. */
    HttpResponse with(String name, String value) {
        new HttpResponse(status, reason, headersWith(name, value), body)
    }

    /** Returns a copy with one more line. */
    HttpResponse adding(String name, String value) {
        new HttpResponse(status, reason, headers + new HttpHeader(name, value), body)
    }

    HttpResponse without(String name) {
        new HttpResponse(status, reason, headersWithout(name), body)
    }

    HttpResponse withHeaders(List<HttpHeader> others) {
        new HttpResponse(status, reason, others, body)
    }

    HttpResponse withBody(byte[] other) {
        new HttpResponse(status, reason, headers, other)
    }

    HttpResponse withBody(String other) {
        withBody(other.getBytes(StandardCharsets.UTF_8))
    }

    /** Returns the uncompressed body. */
    byte[] content() throws IOException {
        header('Content-Encoding')?.equalsIgnoreCase('gzip') ? new GZIPInputStream(new ByteArrayInputStream(body)).readAllBytes() : body
    }

    /** Returns a copy with an uncompressed body. */
    HttpResponse uncompressed() {
        without('Content-Encoding').withBody(content())
    }

    String text() {
        new String(content(), StandardCharsets.UTF_8)
    }

    /** Returns a copy with the right Content-Length and no other framing. */
    HttpResponse framed() {
        HttpResponse plain = without('Transfer-Encoding')
        body.length == 0 && header('Content-Length') == null ? plain : plain.with('Content-Length', body.length.toString())
    }

    @Override
    String toString() {
        String shown = new String(body, 0, Math.min(body.length, 300), StandardCharsets.ISO_8859_1)
        "$status $headers ${body.length} bytes: $shown"
    }
}
