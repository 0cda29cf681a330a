package io.github.partnercenter4j.conformance.mutate

import static io.github.partnercenter4j.conformance.mutate.Mutation.Expected.ACCEPT
import static io.github.partnercenter4j.conformance.mutate.Mutation.Expected.IGNORE
import static io.github.partnercenter4j.conformance.mutate.Mutation.Expected.REJECT

import groovy.transform.CompileStatic
import io.github.partnercenter4j.conformance.edit.BodyEdit
import io.github.partnercenter4j.conformance.edit.JsonEdit
import io.github.partnercenter4j.conformance.edit.PlaceEdits
import io.github.partnercenter4j.conformance.edit.XmlWhole
import io.github.partnercenter4j.conformance.exchange.Scenario
import io.github.partnercenter4j.conformance.model.Places
import io.github.partnercenter4j.conformance.wire.Alteration
import io.github.partnercenter4j.conformance.wire.HttpResponse
import io.github.partnercenter4j.sandbox.spec.Place
import io.github.partnercenter4j.sandbox.spec.Schema
import io.github.partnercenter4j.sandbox.spec.Schema.ObjectSchema
import java.nio.charset.StandardCharsets

/** Derives the mutations of a body as a whole, and the equivalent ones. */
@CompileStatic
class BodyMutations {
    private final Mutations mutations
    private final Scenario full
    private final int status
    private final boolean json
    private final Schema schema

    BodyMutations(Mutations mutations, Scenario full, int status) {
        this.mutations = mutations
        this.full = full
        this.status = status
        json = full.mediaType.endsWith('json')
        schema = mutations.scenarios.schema(full.operation, status)
    }

    void derive() {
        (1..7).each { int eighth ->
            fault('truncated', "cut after $eighth eighths", body { byte[] it -> Arrays.copyOf(it, it.length * eighth >> 3) })
        }
        fault('second document', 'a second document', body { byte[] it -> joined(it, it) })
        fault('UTF-16 sent as UTF-8', 'in UTF-16', body { byte[] it -> text(it).getBytes(StandardCharsets.UTF_16LE) })
        fault('empty', 'empty', body { byte[] it -> new byte[0] })
        fault('HTML', 'HTML', { HttpResponse it -> it.uncompressed().with('Content-Type', 'text/html').withBody('<html><b>Sorry</b></html>') } as Alteration)
        fault('HTML', 'HTML under the media type', body { byte[] it -> '<html><b>Sorry</b></html>'.bytes })
        fault(json ? 'wrong type' : 'XML: root renamed', 'another root', PlaceEdits.body(full.mediaType) { BodyEdit it -> it.otherRoot() })
        if (status >= 400) {
            String wrong = json ? '{"code":{},"description":1,"data":"x","source":[]}'
                    : '<Fault><code><x/></code><description><x/></description><data>x</data><source><x/></source></Fault>'
            fault('error body with wrong types', 'every type wrong', body { byte[] it -> wrong.bytes })
        }
        mutations.equivalent('charset parameter', full, 'charset in capitals', { HttpResponse it -> it.with('Content-Type', full.mediaType + ';charset="UTF-8"') } as Alteration)
        mutations.equivalent('charset parameter', full, 'no charset', { HttpResponse it -> it.with('Content-Type', full.mediaType) } as Alteration)
        if ((mutations.scenarios.spec.resolve(schema) as ObjectSchema).closed()) {
            mutations.add('unknown property of a closed object', full, 'a property more', PlaceEdits.body(full.mediaType) { BodyEdit it -> it.addToRoot() }, REJECT, ACCEPT)
        }
        if (json) {
            json()
        } else {
            xml()
        }
    }

    private void json() {
        mutations.equivalent('key order', full, 'keys in reverse', body { byte[] it -> new JsonEdit(it).reversed() })
        mutations.equivalent('white space', full, 'spaced', body { byte[] it -> new JsonEdit(it).spaced() })
        mutations.equivalent('unknown property', full, 'a property more in every object', body { byte[] it -> new JsonEdit(it).widened(mutations.scenarios.spec, schema) })
        mutations.equivalent('BOM in JSON', full, 'with a BOM', body { byte[] it -> ('\uFEFF' + text(it)).getBytes(StandardCharsets.UTF_8) })
    }

    private void xml() {
        fault('XML: DOCTYPE', 'a DOCTYPE', body { byte[] it -> ('<!DOCTYPE x>' + text(it)).getBytes(StandardCharsets.UTF_8) })
        mutations.add('XML: other namespace', full, 'another namespace', whole { XmlWhole it -> it.moved('urn:other') }, REJECT, ACCEPT)
        mutations.equivalent('prefix', full, 'a prefix declared', body { byte[] it -> text(it).replaceFirst('/?>', ' xmlns:unused="urn:other"$0').getBytes(StandardCharsets.UTF_8) })
        if (namespaced()) {
            mutations.add('XML: other namespace', full, 'no namespace', whole { XmlWhole it -> it.moved(null) }, REJECT, ACCEPT)
            mutations.equivalent('prefix', full, 'other prefixes', whole { XmlWhole it -> it.prefixed() })
        }
        mutations.equivalent('white space', full, 'spaced', body { byte[] it -> text(it).replaceAll('(<[A-Za-z/][^>]*>)(?=<)', '$1\n  ').getBytes(StandardCharsets.UTF_8) })
        mutations.equivalent('comments', full, 'comments', body { byte[] it -> text(it).replaceAll('(<[A-Za-z][^>]*>)', '$1<!-- c -->').getBytes(StandardCharsets.UTF_8) })
        mutations.equivalent('CDATA', full, 'CDATA', body { byte[] it -> text(it).replaceAll('>([^<>]+)<', '><![CDATA[$1]]><').getBytes(StandardCharsets.UTF_8) })
        mutations.equivalent('unknown property', full, 'an element more in every object', whole { XmlWhole it -> it.widened() })
        mutations.equivalent('white space', full, 'a declaration', body { byte[] it -> ('<?xml version="1.0" encoding="utf-8"?>\n' + text(it)).getBytes(StandardCharsets.UTF_8) })
    }

    /** Adds a fault of the body, which the client does not see in an error of which it shows nothing. */
    private void fault(String family, String description, Alteration alteration) {
        mutations.add(family, full, description, alteration, REJECT, mutations.isShown(full.operation, status) ? REJECT : IGNORE)
    }

    /** True if the root or a place has a namespace in XML. */
    private boolean namespaced() {
        ObjectSchema root = mutations.scenarios.spec.resolve(schema) as ObjectSchema
        root.xml().namespace() != null || Places.of(mutations.scenarios.spec, schema).any { Place place ->
            mutations.scenarios.route(full.operation, status, place.path()).steps.any { it.elementXml.namespace() != null }
        }
    }

    private Alteration whole(Closure<byte[]> change) {
        body { byte[] it -> change.call(new XmlWhole(mutations.scenarios.spec, schema, it)) }
    }

    private static Alteration body(Closure<byte[]> change) {
        { HttpResponse response -> response.uncompressed().withBody(change.call(response.content())) } as Alteration
    }

    private static String text(byte[] body) {
        new String(body, StandardCharsets.UTF_8)
    }

    private static byte[] joined(byte[] one, byte[] other) {
        (text(one) + text(other)).getBytes(StandardCharsets.UTF_8)
    }
}
