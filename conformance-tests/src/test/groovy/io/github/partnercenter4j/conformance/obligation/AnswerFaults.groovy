package io.github.partnercenter4j.conformance.obligation

import static io.github.partnercenter4j.conformance.obligation.Fault.Say.NOTHING
import static io.github.partnercenter4j.conformance.obligation.Fault.Say.RED

import groovy.transform.CompileStatic
import io.github.partnercenter4j.conformance.wire.Alteration
import io.github.partnercenter4j.conformance.wire.Answer
import io.github.partnercenter4j.conformance.wire.Damage
import io.github.partnercenter4j.conformance.wire.Header as Line
import io.github.partnercenter4j.sandbox.spec.Operation
import io.github.partnercenter4j.sandbox.spec.Operation.Header
import io.github.partnercenter4j.sandbox.spec.Operation.Response

/** What may be wrong with an answer apart from its body: status, media type, headers and the wire. */
@CompileStatic
class AnswerFaults {
    private static final List<String> RETRY_AFTER = [
            '3', '0', '-1', '1.5', 'soon', '1' + '0' * 20,
            'Sun, 06 Nov 1994 08:49:37 GMT', 'Sunday, 06-Nov-94 08:49:37 GMT', 'Sun Nov  6 08:49:37 1994'
    ]

    private final Faults faults
    private final Operation operation
    private final Response response
    private final int status
    private final Occasion first

    AnswerFaults(Faults faults, Operation operation, Response response) {
        this.faults = faults
        this.operation = operation
        this.response = response
        status = response.status()
        first = faults.scenes.full(operation, status)
    }

    void plant() {
        response.contents().keySet().each { String mediaType ->
            Occasion full = faults.scenes.full(operation, status, mediaType)
            labels(full)
            statuses(full)
        }
        response.headers().each { headers(it) }
        faults.equal('case of header names', first, 'header names in lower case', altered { Answer it -> it.withHeaders(it.headers.collect { Line line -> new Line(line.name.toLowerCase(Locale.ROOT), line.value) }) })
        wire()
    }

    private void labels(Occasion full) {
        response.contents().keySet().findAll { it != full.mediaType }.each { String other ->
            faults.red('labelled as another media type', full, "labelled $other", altered { Answer it -> it.with('Content-Type', other) })
        }
        faults.red('Content-Type missing', full, 'not labelled', altered { Answer it -> it.without('Content-Type') })
        faults.red('Content-Type malformed', full, 'labelled with garbage', altered { Answer it -> it.with('Content-Type', 'json, please') })
        faults.red('Content-Type malformed', full, 'labelled with nothing', altered { Answer it -> it.with('Content-Type', '') })
    }

    private void statuses(Occasion full) {
        if (status < 300) {
            ([201, 202, 203, 205, 206] - status).each { int other ->
                faults.red('another success', full, "status $other", altered { Answer it -> it.withStatus(other) })
            }
            faults.red('another success', full, 'status 204', altered { Answer it -> it.withStatus(204).withBody(new byte[0]).without('Content-Type').without('Content-Encoding') })
            operation.responses()*.status().findAll { it >= 400 }.each { int other ->
                faults.red('error status with the success body', full, "status $other", altered { Answer it -> it.withStatus(other) })
            }
        } else {
            int success = operation.responses().find { it.status() < 300 }.status()
            faults.red('success with the error body', full, "status $success", altered { Answer it -> it.withStatus(success) })
        }
    }

    private void headers(Header header) {
        String name = header.name()
        boolean id = name in ['MS-RequestId', 'MS-CorrelationId']
        if (header.required()) {
            faults.red('required header missing', first, "without $name", altered { Answer it -> it.without(name) }, name)
            faults.red('required header twice', first, "$name twice", altered { Answer it ->
                it.with(name, ClientPlan.other(it.header(name))).adding(name, it.header(name))
            }, name)
        }
        if (id || name == 'Retry-After') {
            faults.red('required header malformed', first, "$name malformed", altered { Answer it -> it.with(name, 'none of them') }, name)
        }
        if (id) {
            faults.red('id of another call', first, "$name of another call", altered { Answer it -> it.with(name, 'bbbbbbbb-0000-4000-8000-000000000003') }, name)
        }
        if (name == 'Retry-After') {
            ([status, 503].unique() as List<Integer>).each { int under ->
                RETRY_AFTER.each { String value ->
                    faults.add('Retry-After in each form', first, "status $under, Retry-After $value", altered { Answer it -> it.withStatus(under).with(name, value) }, NOTHING, RED, name)
                }
            }
        }
    }

    private void wire() {
        if (status < 300 || response == operation.responses().find { it.status() >= 400 }) {
            // Of gzip the end is a checksum, without which an error's body is read all the same.
            Occasion plain = first.altered('not compressed', altered { Answer it -> Plants.plain(it) })
            (Damage.values().toList() - Damage.SURPLUS).each { Damage it -> faults.forClient('wire', first, plain.damaged(it)) }
            faults.add('gzip', first, 'gzip declared and not sent', altered { Answer it -> Plants.plain(it).with('Content-Encoding', 'gzip') }, NOTHING, RED)
            faults.add('gzip', first, 'gzip sent and not declared', altered { Answer it -> gzipped(it) }, NOTHING, RED)
        }
        ['/elsewhere', 'http://127.0.0.2:1/elsewhere'].each { String location ->
            [301, 302, 303, 307, 308].each { int redirect ->
                faults.add('redirect', first, "status $redirect to $location", altered { Answer it -> it.withStatus(redirect).with('Location', location) }, NOTHING, RED)
            }
        }
    }

    private static Answer gzipped(Answer answer) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream()
        new java.util.zip.GZIPOutputStream(bytes).withCloseable { it.write(answer.content()) }
        answer.without('Content-Encoding').withBody(bytes.toByteArray())
    }

    private static Alteration altered(Closure<Answer> change) {
        { Answer answer -> change.call(answer) } as Alteration
    }
}
