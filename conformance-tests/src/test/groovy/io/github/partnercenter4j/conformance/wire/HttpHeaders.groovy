package io.github.partnercenter4j.conformance.wire

import groovy.transform.CompileStatic

/** The lines of a head in order, with repeats. Names are compared without case. */
@CompileStatic
trait HttpHeaders {
    abstract List<HttpHeader> getHeaders()

    /** The first value, or null. */
    String header(String name) {
        headers.find { HttpHeader header -> header.isNamed(name) }?.value
    }

    List<String> values(String name) {
        headers.findAll { HttpHeader header -> header.isNamed(name) }*.value
    }

    /** The lines with one header's replaced by a single one, at the place of the first, or at the end. */
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
