package io.github.partnercenter4j.conformance.exchange

import com.fasterxml.jackson.databind.JsonNode
import com.fasterxml.jackson.databind.json.JsonMapper
import groovy.transform.CompileStatic
import io.github.partnercenter4j.conformance.judge.ServerJudge
import io.github.partnercenter4j.conformance.judge.StrictText
import io.github.partnercenter4j.conformance.judge.XmlSource
import io.github.partnercenter4j.conformance.judge.XmlTree
import io.github.partnercenter4j.conformance.wire.Exchange
import io.github.partnercenter4j.conformance.wire.HttpResponse
import io.github.partnercenter4j.sandbox.spec.Operation
import io.github.partnercenter4j.sandbox.spec.Schema
import io.github.partnercenter4j.sandbox.spec.Schema.ArraySchema
import io.github.partnercenter4j.sandbox.spec.Schema.ObjectSchema
import io.github.partnercenter4j.sandbox.spec.Schema.Property
import io.github.partnercenter4j.sandbox.spec.SpecModel

/** Reads responses as the spec describes them, without the client. */
@CompileStatic
class ResponseReader {
    private static final JsonMapper JSON = new JsonMapper()

    private final SpecModel spec
    private final ServerJudge judge

    ResponseReader(SpecModel spec) {
        this.spec = spec
        judge = new ServerJudge(spec)
    }

    Reading read(Operation operation, Exchange exchange) {
        new Reading(judge.objections(operation.id(), exchange), tree(operation, exchange.response))
    }

    private Map<String, Object> tree(Operation operation, HttpResponse response) {
        String mediaType = response.header('Content-Type')?.replaceAll(/\s*;.*/, '')
        Operation.Content content = operation.responses().find { it.status() == response.status }?.contents()?.get(mediaType)
        if (content == null) {
            return null
        }
        try {
            JsonNode tree = mediaType.endsWith('json') ? JSON.readTree(StrictText.withoutMark(response.text()))
                    : new XmlTree(spec).read(content.schema(), new XmlSource(response.content(), null).document().documentElement).tree
            return tree.object ? documented(content.schema(), JSON.convertValue(tree, Map)) as Map<String, Object> : null
        } catch (Exception ignored) {
            // The judges say what is wrong with the body.
            return null
        }
    }

    /** Returns the outcome without the properties that the spec does not describe: a schema may be mapped to a record that has more. */
    Outcome withoutUnknown(Operation operation, Outcome outcome) {
        Operation.Content content = operation.responses().find { it.status() == outcome.status }?.contents()?.values()?.find()
        outcome.tree == null || content == null || outcome.status >= 400 ? outcome : outcome.copyWith(tree: documented(content.schema(), outcome.tree) as Map<String, Object>)
    }

    /** Leaves out the properties that the spec does not describe: a server may add them. */
    private Object documented(Schema schema, Object tree) {
        Schema form = spec.resolve(schema)
        if (form instanceof ObjectSchema && form.additional() != null && tree instanceof Map) {
            return tree.collectEntries { key, value -> [key, documented(form.additional(), value)] }
        }
        if (form instanceof ObjectSchema && tree instanceof Map) {
            return form.properties().findAll { Property it -> tree.containsKey(it.name()) }
                    .collectEntries { Property it -> [it.name(), documented(it.schema(), tree[it.name()])] }
        }
        form instanceof ArraySchema && tree instanceof List ? tree.collect { documented(form.items(), it) } : tree
    }
}
