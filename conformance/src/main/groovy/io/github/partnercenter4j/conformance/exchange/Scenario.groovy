package io.github.partnercenter4j.conformance.exchange

import groovy.transform.CompileStatic
import groovy.transform.Immutable
import io.github.partnercenter4j.conformance.edit.RequestEdit
import io.github.partnercenter4j.conformance.wire.Alteration
import io.github.partnercenter4j.conformance.wire.Damage
import io.github.partnercenter4j.sandbox.spec.Operation

/**
 * One exchange to try: what is requested, what the server is told to respond, and what is changed on the way. Immutable.
 * <p>Two scenarios are equal if they request the same, reply the same, and have changes of the same descriptions. The description
 * of a change must therefore name everything that the change depends on. The label is for readers only.
 */
@CompileStatic
@Immutable(copyWith = true, knownImmutableClasses = [Operation, Map, Alteration, RequestEdit])
class Scenario {
    String label
    Operation operation
    String mediaType
    /** The values of parameters by name. A parameter without an entry has the value that every request has; null leaves it out. */
    Map<String, String> arguments
    /** The body of the request as JSON; empty for none, null for the one that every request of the operation has. */
    String body
    /** The access token; empty for none, null for the one that the sandbox accepts. */
    String token
    /** Null if the sandbox responds from its own data. */
    Reply reply
    /** The change of the response; null for none. */
    Alteration alteration
    /** How the response is damaged on the wire; null for not at all. */
    Damage damage
    /** The change of the request, after the client has sent it; null for none. */
    RequestEdit requestEdit
    /** Describes each of the changes. */
    List<String> changes

    /** Requests what the sandbox has data for. */
    static Scenario of(Operation operation, String mediaType, String label) {
        new Scenario(label: label, operation: operation, mediaType: mediaType, arguments: [:], changes: [])
    }

    /** Returns the content that the sandbox is told to respond with; null if it responds from its own data. */
    Map<String, Object> getTree() {
        reply?.tree
    }

    Scenario labeled(String other) {
        copyWith(label: other)
    }

    Scenario replying(Reply other) {
        copyWith(reply: other)
    }

    Scenario withArguments(Map<String, String> others) {
        copyWith(arguments: others)
    }

    Scenario withBody(String other) {
        copyWith(body: other)
    }

    Scenario withToken(String other) {
        copyWith(token: other)
    }

    Scenario altered(String description, Alteration change) {
        assert alteration == null: "$this is altered already"
        copyWith(alteration: change, changes: changes + description)
    }

    Scenario damaged(Damage how) {
        copyWith(damage: how, changes: changes + how.name())
    }

    /** Returns the same scenario as if the client had sent another request. */
    Scenario sent(String description, RequestEdit edit) {
        copyWith(requestEdit: edit, changes: changes + description)
    }

    /** Returns the scenario without any change of its request or response. */
    Scenario unchanged() {
        copyWith(alteration: null, damage: null, requestEdit: null, changes: [])
    }

    @Override
    boolean equals(Object other) {
        // Not with ==, for which Groovy converts and compares each item.
        other instanceof Scenario && Objects.equals(identity(), ((Scenario) other).identity())
    }

    @Override
    int hashCode() {
        identity().hashCode()
    }

    private List<Object> identity() {
        [operation.id(), mediaType, arguments, body, token, reply, changes]
    }

    @Override
    String toString() {
        "${operation.id()} as $mediaType: ${([label] + changes).join('; ')}"
    }
}
