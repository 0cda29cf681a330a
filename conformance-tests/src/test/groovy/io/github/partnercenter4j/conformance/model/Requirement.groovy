package io.github.partnercenter4j.conformance.model

import groovy.transform.CompileStatic
import groovy.transform.Immutable

/** One thing to which the spec obliges the server or the client; see docs/conformance.md. */
@CompileStatic
@Immutable
class Requirement {
    Side side
    /** The row of the document's tables: operation, security, parameter, status, content, header, place or example. */
    String kind
    String operation
    /** 0 where it is not of one status. */
    int status
    /** Null where it is not of one media type. */
    String mediaType
    /** The parameter, header, place or example; null for the rest. */
    String subject
    String aspect
    /** Where the spec says so, a JSON pointer. */
    String pointer

    /** Stays the same as long as the spec's names do. */
    String getId() {
        List<String> parts = [operation, status == 0 ? null : status.toString(), mediaType?.replace('/', '-')]
        if (kind in ['parameter', 'header', 'example', 'security']) {
            parts << kind
        }
        parts << subject
        // That a status is answered, and a media type labelled, their own names say.
        parts << (aspect in ['answered', 'labelled'] ? null : aspect)
        parts.findAll().join('/')
    }

    boolean isJson() {
        mediaType == null || mediaType.endsWith('json')
    }

    boolean isError() {
        status >= 400
    }

    @Override
    String toString() {
        "$side $id"
    }
}
