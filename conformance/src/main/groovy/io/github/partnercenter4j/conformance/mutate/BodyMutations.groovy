package io.github.partnercenter4j.conformance.mutate

import static io.github.partnercenter4j.conformance.mutate.Mutation.Expected.ACCEPT
import static io.github.partnercenter4j.conformance.mutate.Mutation.Expected.REJECT

import groovy.transform.CompileStatic
import io.github.partnercenter4j.conformance.edit.BodyEdit
import io.github.partnercenter4j.conformance.edit.JsonEdit
import io.github.partnercenter4j.conformance.edit.PlaceEdits
import io.github.partnercenter4j.conformance.edit.XmlEdit
import io.github.partnercenter4j.conformance.exchange.Scenario
import io.github.partnercenter4j.conformance.wire.Alteration
import io.github.partnercenter4j.conformance.wire.HttpResponse
import java.nio.charset.StandardCharsets

/** Derives the mutations of a body as a whole, and the equivalent ones. */
@CompileStatic
class BodyMutations {
    private final Mutations mutations
    private final Scenario full
    private final int status
    private final boolean json

    BodyMutations(Mutations mutations, Scenario full, int status) {
        this.mutations = mutations
        this.full = full
        this.status = status
        json = full.mediaType.endsWith('json')
    }

    void derive() {
        (1..7).each { int eighth ->
            mutations.fault('truncated', full, "cut after $eighth eighths", body { byte[] it -> Arrays.copyOf(it, it.length * eighth >> 3) })
        }
        mutations.fault('second document', full, 'a second document', body { byte[] it -> joined(it, it) })
        mutations.fault('UTF-16 sent as UTF-8', full, 'in UTF-16', body { byte[] it -> text(it).getBytes(StandardCharsets.UTF_16LE) })
        mutations.fault('empty', full, 'empty', body { byte[] it -> new byte[0] })
        mutations.fault('HTML', full, 'HTML', { HttpResponse it -> it.uncompressed().with('Content-Type', 'text/html').withBody('<html><b>Sorry</b></html>') } as Alteration)
        mutations.fault('HTML', full, 'HTML under the media type', body { byte[] it -> '<html><b>Sorry</b></html>'.bytes })
        mutations.fault(json ? 'wrong type' : 'XML: root renamed', full, 'another root', PlaceEdits.body(full.mediaType) { BodyEdit it -> it.otherRoot() })
        if (status >= 400) {
            String wrong = json ? '{"code":{},"description":1,"data":"x","source":[]}'
                    : '<Fault><code><x/></code><description><x/></description><data>x</data><source><x/></source></Fault>'
            mutations.fault('error body with wrong types', full, 'every type wrong', body { byte[] it -> wrong.bytes })
        }
        mutations.equivalent('charset parameter', full, 'charset in capitals', { HttpResponse it -> it.with('Content-Type', full.mediaType + ';charset="UTF-8"') } as Alteration)
        mutations.equivalent('charset parameter', full, 'no charset', { HttpResponse it -> it.with('Content-Type', full.mediaType) } as Alteration)
        if (json) {
            json()
        } else {
            xml()
        }
    }

    private void json() {
        mutations.equivalent('key order', full, 'keys in reverse', body { byte[] it -> new JsonEdit(it).reversed() })
        mutations.equivalent('white space', full, 'spaced', body { byte[] it -> new JsonEdit(it).spaced() })
        mutations.equivalent('unknown property', full, 'a property more in every object', body { byte[] it -> new JsonEdit(it).widened() })
        mutations.equivalent('BOM in JSON', full, 'with a BOM', body { byte[] it -> ('\uFEFF' + text(it)).getBytes(StandardCharsets.UTF_8) })
    }

    private void xml() {
        mutations.fault('XML: DOCTYPE', full, 'a DOCTYPE', body { byte[] it -> ('<!DOCTYPE x>' + text(it)).getBytes(StandardCharsets.UTF_8) })
        mutations.add('XML: other namespace', full, 'another namespace', body { byte[] it ->
            text(it).replaceFirst('>', ' xmlns="urn:other">').getBytes(StandardCharsets.UTF_8)
        }, REJECT, ACCEPT)
        mutations.equivalent('prefix', full, 'a prefix declared', body { byte[] it -> text(it).replaceFirst('>', ' xmlns:p="urn:other">').getBytes(StandardCharsets.UTF_8) })
        mutations.equivalent('white space', full, 'spaced', body { byte[] it -> text(it).replaceAll('(<[A-Za-z/][^>]*>)(?=<)', '$1\n  ').getBytes(StandardCharsets.UTF_8) })
        mutations.equivalent('comments', full, 'comments', body { byte[] it -> text(it).replaceAll('(<[A-Za-z][^>]*>)', '$1<!-- c -->').getBytes(StandardCharsets.UTF_8) })
        mutations.equivalent('CDATA', full, 'CDATA', body { byte[] it -> text(it).replaceAll('>([^<>]+)<', '><![CDATA[$1]]><').getBytes(StandardCharsets.UTF_8) })
        mutations.equivalent('unknown property', full, 'an element more in every object', body { byte[] it -> new XmlEdit(it).widened() })
        mutations.equivalent('white space', full, 'a declaration', body { byte[] it -> ('<?xml version="1.0" encoding="utf-8"?>\n' + text(it)).getBytes(StandardCharsets.UTF_8) })
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
