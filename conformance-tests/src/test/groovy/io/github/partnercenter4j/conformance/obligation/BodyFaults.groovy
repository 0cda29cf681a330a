package io.github.partnercenter4j.conformance.obligation

import static io.github.partnercenter4j.conformance.obligation.Fault.Say.EQUAL
import static io.github.partnercenter4j.conformance.obligation.Fault.Say.RED

import groovy.transform.CompileStatic
import io.github.partnercenter4j.conformance.wire.Alteration
import io.github.partnercenter4j.conformance.wire.Answer
import java.nio.charset.StandardCharsets

/** What may be wrong with a body as a whole, and what may be otherwise and is not wrong. */
@CompileStatic
class BodyFaults {
    private final Faults faults
    private final Occasion full
    private final int status
    private final boolean json

    BodyFaults(Faults faults, Occasion full, int status) {
        this.faults = faults
        this.full = full
        this.status = status
        json = full.mediaType.endsWith('json')
    }

    void plant() {
        (1..7).each { int eighth ->
            faults.red('truncated', full, "cut after $eighth eighths", body { byte[] it -> Arrays.copyOf(it, it.length * eighth >> 3) })
        }
        faults.red('second document', full, 'a second document', body { byte[] it -> joined(it, it) })
        faults.red('UTF-16 sent as UTF-8', full, 'in UTF-16', body { byte[] it -> text(it).getBytes(StandardCharsets.UTF_16LE) })
        faults.red('empty', full, 'empty', body { byte[] it -> new byte[0] })
        faults.red('HTML', full, 'HTML', { Answer it -> Plants.plain(it).with('Content-Type', 'text/html').withBody('<html><b>Sorry</b></html>') } as Alteration)
        faults.red('HTML', full, 'HTML under the media type', body { byte[] it -> '<html><b>Sorry</b></html>'.bytes })
        faults.red(json ? 'wrong type' : 'XML: root renamed', full, 'another root', Plants.body(full.mediaType) { BodyEdit it -> it.otherRoot() })
        if (status >= 400) {
            String wrong = json ? '{"code":{},"description":1,"data":"x","source":[]}'
                    : '<Fault><code><x/></code><description><x/></description><data>x</data><source><x/></source></Fault>'
            faults.red('error body with wrong types', full, 'every type wrong', body { byte[] it -> wrong.bytes })
        }
        faults.equal('charset parameter', full, 'charset in capitals', { Answer it -> it.with('Content-Type', full.mediaType + ';charset="UTF-8"') } as Alteration)
        faults.equal('charset parameter', full, 'no charset', { Answer it -> it.with('Content-Type', full.mediaType) } as Alteration)
        if (json) {
            json()
        } else {
            xml()
        }
    }

    private void json() {
        faults.equal('key order', full, 'keys in reverse', body { byte[] it -> new JsonEdit(it).reversed() })
        faults.equal('white space', full, 'spaced', body { byte[] it -> new JsonEdit(it).spaced() })
        faults.equal('unknown property', full, 'a property more in every object', body { byte[] it -> new JsonEdit(it).widened() })
        faults.equal('BOM in JSON', full, 'with a BOM', body { byte[] it -> ('\uFEFF' + text(it)).getBytes(StandardCharsets.UTF_8) })
    }

    private void xml() {
        faults.red('XML: DOCTYPE', full, 'a DOCTYPE', body { byte[] it -> ('<!DOCTYPE x>' + text(it)).getBytes(StandardCharsets.UTF_8) })
        faults.add('XML: other namespace', full, 'another namespace', body { byte[] it ->
            text(it).replaceFirst('>', ' xmlns="urn:other">').getBytes(StandardCharsets.UTF_8)
        }, RED, EQUAL)
        faults.equal('prefix', full, 'a prefix declared', body { byte[] it -> text(it).replaceFirst('>', ' xmlns:p="urn:other">').getBytes(StandardCharsets.UTF_8) })
        faults.equal('white space', full, 'spaced', body { byte[] it -> text(it).replaceAll('(<[A-Za-z/][^>]*>)(?=<)', '$1\n  ').getBytes(StandardCharsets.UTF_8) })
        faults.equal('comments', full, 'comments', body { byte[] it -> text(it).replaceAll('(<[A-Za-z][^>]*>)', '$1<!-- c -->').getBytes(StandardCharsets.UTF_8) })
        faults.equal('CDATA', full, 'CDATA', body { byte[] it -> text(it).replaceAll('>([^<>]+)<', '><![CDATA[$1]]><').getBytes(StandardCharsets.UTF_8) })
        faults.equal('unknown property', full, 'an element more in every object', body { byte[] it -> new XmlEdit(it).widened() })
        faults.equal('white space', full, 'a declaration', body { byte[] it -> ('<?xml version="1.0" encoding="utf-8"?>\n' + text(it)).getBytes(StandardCharsets.UTF_8) })
    }

    private static Alteration body(Closure<byte[]> change) {
        { Answer answer -> Plants.plain(answer).withBody(change.call(answer.content())) } as Alteration
    }

    private static String text(byte[] body) {
        new String(body, StandardCharsets.UTF_8)
    }

    private static byte[] joined(byte[] one, byte[] other) {
        (text(one) + text(other)).getBytes(StandardCharsets.UTF_8)
    }
}
