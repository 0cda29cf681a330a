package io.github.partnercenter4j.conformance.model

import groovy.transform.CompileStatic
import io.github.partnercenter4j.sandbox.spec.Operation
import io.github.partnercenter4j.sandbox.spec.Operation.Response
import java.util.regex.Matcher

/** Chooses what a request asks for. */
@CompileStatic
class MediaTypes {
    /** Returns what to ask for where it does not matter: the first media type of a response; if it has no body, the first of another response of the operation. */
    static String first(Operation operation, Response response) {
        ([response] + operation.responses()).collectMany { Response it -> it.contents().keySet() }.find() ?: 'application/json'
    }

    /** Returns JSON or XML if this is the first type of that format, the one that a server chooses for a request of the format; otherwise null. */
    static String format(Operation operation, String mediaType) {
        String format = formatOf(mediaType)
        format != null && ofFormat(operation, format).find() == mediaType ? format : null
    }

    /** Returns the types that a request of a format asks for: those of the successes, in the order of the spec. */
    static List<String> ofFormat(Operation operation, String format) {
        operation.responses().findAll { it.status() < 300 }.collectMany { Response it -> it.contents().keySet() }.unique().findAll { formatOf(it) == format }
    }

    private static String formatOf(String mediaType) {
        Matcher format = mediaType =~ /(?i)^(?:application\/|text\/|.*\+)(json|xml)\s*(?:;.*)?$/
        format.matches() ? format.group(1).toUpperCase(Locale.ROOT) : null
    }
}
