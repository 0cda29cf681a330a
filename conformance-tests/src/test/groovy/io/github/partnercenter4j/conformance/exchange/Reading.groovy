package io.github.partnercenter4j.conformance.exchange

import com.fasterxml.jackson.databind.JsonNode
import com.fasterxml.jackson.databind.json.JsonMapper
import groovy.transform.CompileStatic
import io.github.partnercenter4j.conformance.judge.Objection
import io.github.partnercenter4j.conformance.judge.ServerJudge
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

/** An answer as the judges read it: what they object to, and what its body says. */
@CompileStatic
class Reading {
    private static final JsonMapper JSON = new JsonMapper()

    final List<Objection> objections
    /** Null where no tree can be read. */
    final Map<String, Object> tree

    private Reading(List<Objection> objections, Map<String, Object> tree) {
        this.objections = objections
        this.tree = tree
    }

    static Reading of(SpecModel spec, ServerJudge judge, Operation operation, Exchange exchange) {
        new Reading(judge.objections(operation.id(), exchange), tree(spec, operation, exchange.answer))
    }

    private static Map<String, Object> tree(SpecModel spec, Operation operation, HttpResponse answer) {
        String mediaType = answer.header('Content-Type')?.replaceAll(/\s*;.*/, '')
        Operation.Content content = operation.responses().find { it.status() == answer.status }?.contents()?.get(mediaType)
        if (content == null) {
            return null
        }
        try {
            JsonNode tree = mediaType.endsWith('json') ? JSON.readTree(answer.text().replaceAll(/^\uFEFF/, ''))
                    : new XmlTree(spec).read(content.schema(), new XmlSource(answer.content(), null).document().documentElement).tree
            return tree.object ? known(spec, content.schema(), JSON.convertValue(tree, Map)) as Map<String, Object> : null
        } catch (Exception ignored) {
            // The judges say what is wrong with it.
            return null
        }
    }

    /** Without the properties that the spec does not know: a server may add them. */
    private static Object known(SpecModel spec, Schema schema, Object tree) {
        Schema form = spec.resolve(schema)
        if (form instanceof ObjectSchema && tree instanceof Map) {
            return form.properties().findAll { Property it -> tree.containsKey(it.name()) }
                    .collectEntries { Property it -> [it.name(), known(spec, it.schema(), tree[it.name()])] }
        }
        form instanceof ArraySchema && tree instanceof List ? tree.collect { known(spec, form.items(), it) } : tree
    }
}
