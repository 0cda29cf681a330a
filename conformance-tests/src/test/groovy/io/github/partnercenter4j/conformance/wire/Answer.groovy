package io.github.partnercenter4j.conformance.wire

import groovy.transform.CompileStatic
import java.nio.charset.StandardCharsets
import java.util.zip.GZIPInputStream

/** An answer as it was on the wire, its body without chunks and as yet compressed. Immutable: each change makes another. */
@CompileStatic
class Answer implements Headers {
    final int status
    final String reason
    final List<Header> headers
    final byte[] body

    Answer(int status, String reason, List<Header> headers, byte[] body) {
        this.status = status
        this.reason = reason
        this.headers = headers.asImmutable()
        this.body = body
    }

    Answer withStatus(int other) {
        new Answer(other, '', headers, body)
    }

    /** With one line of this name, whatever there was. */
    Answer with(String name, String value) {
        new Answer(status, reason, headersWith(name, value), body)
    }

    /** With a further line, whatever there is. */
    Answer adding(String name, String value) {
        new Answer(status, reason, headers + new Header(name, value), body)
    }

    Answer without(String name) {
        new Answer(status, reason, headersWithout(name), body)
    }

    Answer withHeaders(List<Header> others) {
        new Answer(status, reason, others, body)
    }

    Answer withBody(byte[] other) {
        new Answer(status, reason, headers, other)
    }

    Answer withBody(String other) {
        withBody(other.getBytes(StandardCharsets.UTF_8))
    }

    /** The body as it was before it was compressed. */
    byte[] content() throws IOException {
        header('Content-Encoding')?.equalsIgnoreCase('gzip') ? new GZIPInputStream(new ByteArrayInputStream(body)).readAllBytes() : body
    }

    String text() {
        new String(content(), StandardCharsets.UTF_8)
    }

    /** With the Content-Length that the body has, and no other framing. */
    Answer framed() {
        Answer plain = without('Transfer-Encoding')
        body.length == 0 && header('Content-Length') == null ? plain : plain.with('Content-Length', body.length.toString())
    }

    @Override
    String toString() {
        String shown = new String(body, 0, Math.min(body.length, 300), StandardCharsets.ISO_8859_1)
        "$status $headers ${body.length} bytes: $shown"
    }
}
