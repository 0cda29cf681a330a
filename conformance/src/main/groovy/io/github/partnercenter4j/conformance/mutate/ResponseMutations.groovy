package io.github.partnercenter4j.conformance.mutate

import static io.github.partnercenter4j.conformance.mutate.Mutation.Expected.IGNORE
import static io.github.partnercenter4j.conformance.mutate.Mutation.Expected.REJECT

import groovy.transform.CompileStatic
import io.github.partnercenter4j.conformance.edit.RequestEdits
import io.github.partnercenter4j.conformance.exchange.Scenario
import io.github.partnercenter4j.conformance.wire.Alteration
import io.github.partnercenter4j.conformance.wire.Damage
import io.github.partnercenter4j.conformance.wire.HttpHeader
import io.github.partnercenter4j.conformance.wire.HttpResponse
import io.github.partnercenter4j.sandbox.spec.Operation
import io.github.partnercenter4j.sandbox.spec.Operation.Header
import io.github.partnercenter4j.sandbox.spec.Operation.Response

/** Derives the mutations of a response apart from its body: status, media type, headers and damage on the wire. */
@CompileStatic
class ResponseMutations {
    private static final List<String> RETRY_AFTER = [
            '3', '0', '-1', '1.5', 'soon', '1' + '0' * 20,
            'Sun, 06 Nov 1994 08:49:37 GMT', 'Sunday, 06-Nov-94 08:49:37 GMT', 'Sun Nov  6 08:49:37 1994'
    ]

    private final Mutations mutations
    private final Operation operation
    private final Response response
    private final int status
    private final Scenario first

    ResponseMutations(Mutations mutations, Operation operation, Response response) {
        this.mutations = mutations
        this.operation = operation
        this.response = response
        status = response.status()
        first = mutations.scenarios.full(operation, status)
    }

    void derive() {
        response.contents().keySet().each { String mediaType ->
            Scenario full = mutations.scenarios.full(operation, status, mediaType)
            labels(full)
            statuses(full)
        }
        if (response.contents().isEmpty()) {
            statuses(first)
        }
        response.headers().each { headers(it) }
        mutations.equivalent('case of header names', first, 'header names in lower case', altered { HttpResponse it -> it.withHeaders(it.headers.collect { HttpHeader line -> new HttpHeader(line.name.toLowerCase(Locale.ROOT), line.value) }) })
        wire()
    }

    private void labels(Scenario full) {
        response.contents().keySet().findAll { it != full.mediaType }.each { String other ->
            mutations.fault('labeled as another media type', full, "labeled $other", altered { HttpResponse it -> it.with('Content-Type', other) })
        }
        mutations.fault('Content-Type missing', full, 'not labeled', altered { HttpResponse it -> it.without('Content-Type') })
        mutations.fault('Content-Type malformed', full, 'labeled with garbage', altered { HttpResponse it -> it.with('Content-Type', 'json, please') })
        mutations.fault('Content-Type malformed', full, 'labeled with nothing', altered { HttpResponse it -> it.with('Content-Type', '') })
    }

    private void statuses(Scenario full) {
        if (status < 300) {
            ([201, 202, 203, 205, 206] - status).each { int other ->
                mutations.fault('another success', full, "status $other", altered { HttpResponse it -> it.withStatus(other) })
            }
            if (status != 204) {
                mutations.fault('another success', full, 'status 204', altered { HttpResponse it -> it.withStatus(204).withBody(new byte[0]).without('Content-Type').without('Content-Encoding') })
            }
            operation.responses()*.status().findAll { it >= 400 }.each { int other ->
                mutations.fault('error status with the success body', full, "status $other", altered { HttpResponse it -> it.withStatus(other) })
            }
        } else {
            int success = operation.responses().find { it.status() < 300 }.status()
            mutations.fault('success with the error body', full, "status $success", altered { HttpResponse it -> it.withStatus(success) })
        }
    }

    private void headers(Header header) {
        String name = header.name()
        boolean id = name in ['MS-RequestId', 'MS-CorrelationId']
        if (header.required()) {
            mutations.fault('required header missing', first, "without $name", altered { HttpResponse it -> it.without(name) }, name)
            mutations.fault('required header twice', first, "$name twice", altered { HttpResponse it ->
                it.with(name, RequestEdits.other(it.header(name))).adding(name, it.header(name))
            }, name)
        }
        if (id || name == 'Retry-After') {
            mutations.fault('required header malformed', first, "$name malformed", altered { HttpResponse it -> it.with(name, 'none of them') }, name)
        }
        if (id) {
            mutations.fault('id of another call', first, "$name of another call", altered { HttpResponse it -> it.with(name, 'bbbbbbbb-0000-4000-8000-000000000003') }, name)
        }
        if (name == 'Retry-After') {
            ([status, 503].unique() as List<Integer>).each { int under ->
                RETRY_AFTER.each { String value ->
                    mutations.add('Retry-After in each form', first, "status $under, Retry-After $value", altered { HttpResponse it -> it.withStatus(under).with(name, value) }, IGNORE, REJECT, name)
                }
            }
        }
    }

    private void wire() {
        if (!response.contents().isEmpty() && mutations.isShown(operation, status) && (status < 300 || response == operation.responses().find { it.status() >= 400 })) {
            // Not compressed: without the checksum at its end, gzip of an error is still read.
            Scenario plain = first.altered('not compressed', altered { HttpResponse it -> it.uncompressed() })
            (Damage.values().toList() - Damage.SURPLUS).each { Damage it -> mutations.add(new Mutation('wire', first, plain.damaged(it), IGNORE, REJECT)) }
            mutations.add('gzip', first, 'gzip declared and not sent', altered { HttpResponse it -> it.uncompressed().with('Content-Encoding', 'gzip') }, IGNORE, REJECT)
            mutations.add('gzip', first, 'gzip sent and not declared', altered { HttpResponse it -> gzipped(it) }, IGNORE, REJECT)
        }
        ['/elsewhere', 'http://127.0.0.2:1/elsewhere'].each { String location ->
            [301, 302, 303, 307, 308].each { int redirect ->
                mutations.add('redirect', first, "status $redirect to $location", altered { HttpResponse it -> it.withStatus(redirect).with('Location', location) }, IGNORE, REJECT)
            }
        }
    }

    private static HttpResponse gzipped(HttpResponse response) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream()
        new java.util.zip.GZIPOutputStream(bytes).withCloseable { it.write(response.content()) }
        response.without('Content-Encoding').withBody(bytes.toByteArray())
    }

    private static Alteration altered(Closure<HttpResponse> change) {
        { HttpResponse response -> change.call(response) } as Alteration
    }
}
