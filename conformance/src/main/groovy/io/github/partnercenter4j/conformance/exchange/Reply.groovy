package io.github.partnercenter4j.conformance.exchange

import groovy.transform.CompileStatic
import groovy.transform.Immutable
import io.github.partnercenter4j.sandbox.Responses
import io.github.partnercenter4j.sandbox.ScriptedResponse

/** What the sandbox is told to respond: a status, the content of the body, and the headers that it would not send by itself. */
@CompileStatic
@Immutable(knownImmutableClasses = [Map])
class Reply {
    int status
    /** Null for no body. */
    Map<String, Object> tree
    Map<String, String> headers

    ScriptedResponse toScript() {
        ScriptedResponse script = Responses.response(status, tree ?: [:])
        headers.each { String name, String value -> script = script.header(name, value) }
        script
    }
}
