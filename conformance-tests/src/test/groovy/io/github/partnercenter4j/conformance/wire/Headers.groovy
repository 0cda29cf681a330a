package io.github.partnercenter4j.conformance.wire

import groovy.transform.CompileStatic

/** The lines of a head in order, with repeats. Names are compared without case. */
@CompileStatic
trait Headers {
    abstract List<Header> getHeaders()

    /** The first value, or null. */
    String header(String name) {
        headers.find { Header header -> header.isNamed(name) }?.value
    }

    List<String> values(String name) {
        headers.findAll { Header header -> header.isNamed(name) }*.value
    }

    /** The lines with one header's replaced by a single one, at the place of the first, or at the end. */
    List<Header> headersWith(String name, String value) {
        int first = headers.findIndexOf { Header header -> header.isNamed(name) }
        List<Header> lines = headersWithout(name)
        lines.add(first < 0 ? lines.size() : first, new Header(name, value))
        lines
    }

    List<Header> headersWithout(String name) {
        headers.findAll { Header header -> !header.isNamed(name) } as List<Header>
    }
}
