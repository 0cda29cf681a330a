package io.github.partnercenter4j.conformance.wire

import groovy.transform.CompileStatic
import java.nio.charset.StandardCharsets

/** Reads HTTP/1.1 messages from a connection (RFC 9112). It shares no code with the sandbox, whose messages the suite judges. */
@CompileStatic
class HttpReader {
    private final InputStream input

    HttpReader(InputStream input) {
        this.input = new BufferedInputStream(input)
    }

    /** Returns null if the peer closed the connection without a request. */
    HttpRequest request() throws IOException {
        String start = line()
        if (start == null) {
            return null
        }
        List<String> parts = start.tokenize(' ')
        List<HttpHeader> headers = headers()
        new HttpRequest(parts[0], parts[1], headers, body(headers, false))
    }

    /** Returns the final response and skips interim ones. */
    HttpResponse response(String method) throws IOException {
        while (true) {
            String start = line()
            if (start == null) {
                throw new IOException('The connection was closed without a response')
            }
            if (!(start ==~ /HTTP\/1\.[01] [1-5][0-9]{2}( .*)?/)) {
                throw new IOException("Not a status line: $start")
            }
            int status = start.substring(9, 12).toInteger()
            List<HttpHeader> headers = headers()
            if (status >= 200) {
                boolean bare = method == 'HEAD' || status == 204 || status == 304
                return new HttpResponse(status, start.substring(12).strip(), headers, bare ? new byte[0] : body(headers, true))
            }
        }
    }

    private List<HttpHeader> headers() throws IOException {
        List<HttpHeader> headers = []
        for (String line = this.line(); line; line = this.line()) {
            int colon = line.indexOf(':')
            if (colon < 1) {
                throw new IOException("A header line has no name: $line")
            }
            headers << new HttpHeader(line.substring(0, colon), line.substring(colon + 1).strip())
        }
        headers
    }

    private byte[] body(List<HttpHeader> headers, boolean untilClosed) throws IOException {
        if (headers.any { it.isNamed('Transfer-Encoding') }) {
            return chunks()
        }
        String length = headers.find { it.isNamed('Content-Length') }?.value
        if (length == null) {
            return untilClosed ? input.readAllBytes() : new byte[0]
        }
        exactly(length.toInteger())
    }

    private byte[] chunks() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream()
        for (int size = chunkSize(); size > 0; size = chunkSize()) {
            bytes.write(exactly(size))
            line()
        }
        headers()
        bytes.toByteArray()
    }

    private int chunkSize() throws IOException {
        String line = this.line()
        if (line == null) {
            throw new IOException('The connection was closed within a body')
        }
        Integer.parseInt(line.split(';')[0].strip(), 16)
    }

    private byte[] exactly(int length) throws IOException {
        byte[] bytes = input.readNBytes(length)
        if (bytes.length < length) {
            throw new IOException("The connection was closed after ${bytes.length} of $length bytes")
        }
        bytes
    }

    private String line() throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream()
        for (int b = input.read(); b != ('\n' as char); b = input.read()) {
            if (b < 0) {
                return line.size() == 0 ? null : line.toString(StandardCharsets.ISO_8859_1)
            }
            line.write(b)
        }
        line.toString(StandardCharsets.ISO_8859_1).replaceAll('\r$', '')
    }
}
