package io.github.partnercenter4j.testing

import groovy.transform.Immutable

/** One example of the document, as it would go over the wire. */
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
