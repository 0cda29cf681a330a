package io.github.partnercenter4j.conformance.wire

import groovy.transform.CompileStatic
import java.nio.charset.StandardCharsets

/** Writes messages as they are, even if a header does not match the body. */
@CompileStatic
class HttpWriter {
    static byte[] head(HttpResponse response) {
        lines("HTTP/1.1 ${response.status} ${response.reason}", response.headers)
    }

    static byte[] bytes(HttpResponse response) {
        joined(head(response), response.body)
    }

    static byte[] bytes(HttpRequest request) {
        joined(lines("${request.method} ${request.target} HTTP/1.1", request.headers), request.body)
    }

    private static byte[] lines(CharSequence start, List<HttpHeader> headers) {
        // toString would hide the token.
        List<String> lines = [start.toString()] + headers.collect { HttpHeader it -> it.name + ': ' + it.value }
        (lines.join('\r\n') + '\r\n\r\n').getBytes(StandardCharsets.ISO_8859_1)
    }

    private static byte[] joined(byte[] head, byte[] body) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream()
        bytes.write(head)
        bytes.write(body)
        bytes.toByteArray()
    }
}
