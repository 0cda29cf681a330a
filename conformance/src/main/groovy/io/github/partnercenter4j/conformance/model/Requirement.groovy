package io.github.partnercenter4j.conformance.model

import groovy.transform.CompileStatic
import groovy.transform.Immutable

/** One requirement of the spec for the server or the client. docs/conformance.md explains how it is derived. */
@CompileStatic
@Immutable
class Requirement {
    Side side
    /** operation, security, parameter, body, status, content, header, place or example. */
    String kind
    String operation
    /** 0 if it is not about one status. */
    int status
    /** Null if it is not about one media type. */
    String mediaType
    /** The name of the parameter or header, the place in the body, or the name of the example; null for the other kinds. */
    String subject
    String aspect
    /** A JSON pointer to the part of the spec that it is derived from. */
    String pointer

    /** Returns an id that stays the same as long as the names in the spec do. */
    String getId() {
        List<String> parts = [operation, status == 0 ? null : status.toString(), mediaType?.replace('/', '-')]
        if (kind in ['parameter', 'header', 'example', 'security', 'body']) {
            parts << kind
        }
        parts << subject
        // The names of a status and of a media type already say these aspects.
        parts << (aspect in ['returned', 'labeled'] ? null : aspect)
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
