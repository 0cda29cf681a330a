package io.github.partnercenter4j.testing

import groovy.transform.Immutable

/** One example of the spec, as it is sent in a response. */
@Immutable
class DocumentedResponse {
    int status
    String mediaType
    String example
    String schema
    String body

    @Override
    String toString() {
        "$status $mediaType $example"
    }
}
