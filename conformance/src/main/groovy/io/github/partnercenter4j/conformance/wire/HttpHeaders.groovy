package io.github.partnercenter4j.conformance.wire

import groovy.transform.CompileStatic

/** The header lines of a message in order, repeated ones included. Names are compared ignoring case. */
@CompileStatic
trait HttpHeaders {
    abstract List<HttpHeader> getHeaders()

    /** Returns the first value, or null. */
    String header(String name) {
        headers.find { HttpHeader header -> header.isNamed(name) }?.value
    }

    List<String> values(String name) {
        headers.findAll { HttpHeader header -> header.isNamed(name) }*.value
    }

    /** Returns the lines with one line for this header, at the position of the first one or at the end. */
    List<HttpHeader> headersWith(String name, String value) {
        int first = headers.findIndexOf { HttpHeader header -> header.isNamed(name) }
        List<HttpHeader> lines = headersWithout(name)
        lines.add(first < 0 ? lines.size() : first, new HttpHeader(name, value))
        lines
    }

    List<HttpHeader> headersWithout(String name) {
        headers.findAll { HttpHeader header -> !header.isNamed(name) } as List<HttpHeader>
    }
}
