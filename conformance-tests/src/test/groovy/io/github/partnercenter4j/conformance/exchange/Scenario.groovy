package io.github.partnercenter4j.conformance.exchange

import groovy.transform.CompileStatic
import io.github.partnercenter4j.conformance.wire.Alteration
import io.github.partnercenter4j.conformance.wire.Damage
import io.github.partnercenter4j.conformance.wire.HttpRequest
import io.github.partnercenter4j.sandbox.ScriptedResponse
import io.github.partnercenter4j.sandbox.spec.Operation

/** What is asked, how the server is told to answer, and what becomes of the answer on its way. Immutable. */
@CompileStatic
class Scenario {
    final Operation operation
    final String mediaType
    /** The values of parameters by name; of all others, those that every request has. */
    final Map<String, String> arguments
    /** Null for what the server answers by itself. */
    final ScriptedResponse answer
    /** What the server was told to say, null where it was told nothing. */
    final Map<String, Object> tree
    /** The access token; empty for none, null for the one that is accepted. */
    final String token
    final Alteration alteration
    final Damage damage
    /** What another client would have sent. */
    final Closure<HttpRequest> request
    /** Says what is special, for a reader and to know the same scenario again. */
    final String name

    private Scenario(Map<String, Object> fields) {
        operation = fields.operation as Operation
        mediaType = fields.mediaType as String
        arguments = (fields.arguments ?: [:]) as Map<String, String>
        answer = fields.answer as ScriptedResponse
        tree = fields.tree as Map<String, Object>
        token = fields.token as String
        alteration = fields.alteration as Alteration
        damage = fields.damage as Damage
        request = fields.request as Closure<HttpRequest>
        name = fields.name as String
    }

    static Scenario of(Operation operation, String mediaType, String name) {
        new Scenario([operation: operation, mediaType: mediaType, name: name] as Map<String, Object>)
    }

    Scenario answered(ScriptedResponse other, Map<String, Object> content = null) {
        with([answer: other, tree: content] as Map<String, Object>)
    }

    Scenario saying(Map<String, String> others) {
        with([arguments: others] as Map<String, Object>)
    }

    Scenario tokened(String other) {
        with([token: other] as Map<String, Object>)
    }

    Scenario altered(String how, Alteration change) {
        with([alteration: change, name: "$name; $how".toString()] as Map<String, Object>)
    }

    Scenario damaged(Damage how) {
        with([damage: how, name: "$name; ${how.name()}".toString()] as Map<String, Object>)
    }

    /** The same, had the client sent something else. */
    Scenario sent(String how, Closure<HttpRequest> change) {
        with([request: change, name: "$name; $how".toString()] as Map<String, Object>)
    }

    /** As the client really sent it. */
    Scenario sentAsIs() {
        with([request: null, name: name.replaceAll(/; [^;]*$/, '')] as Map<String, Object>)
    }

    Scenario named(String other) {
        with([name: other] as Map<String, Object>)
    }

    private Scenario with(Map<String, Object> changes) {
        new Scenario(([operation: operation, mediaType: mediaType, arguments: arguments, answer: answer, tree: tree, token: token,
                       alteration: alteration, damage: damage, request: request, name: name] as Map<String, Object>) + changes)
    }

    String getKey() {
        "${operation.id()} as $mediaType: $name"
    }

    @Override
    String toString() {
        key
    }
}
