package io.github.partnercenter4j.conformance.judge

import groovy.transform.CompileStatic
import io.github.partnercenter4j.conformance.wire.Exchange
import io.github.partnercenter4j.sandbox.spec.Operation
import io.github.partnercenter4j.sandbox.spec.Operation.Response
import io.github.partnercenter4j.sandbox.spec.SpecModel
import java.util.regex.Pattern

/** Judges a response by the spec, strictly. Thread-safe. */
@CompileStatic
class ServerJudge {
    private final SpecModel spec
    private final HeaderJudge headers
    private final BodyJudge body

    ServerJudge(SpecModel spec) {
        ModelCheck.check(spec, new RawDocument(spec.source()))
        Schemas schemas = new Schemas(spec)
        this.spec = spec
        headers = new HeaderJudge(spec, schemas)
        body = new BodyJudge(new JsonJudge(schemas), new XmlJudge(spec, schemas))
    }

    /** Returns what is wrong with the response; empty for a good one. */
    List<Objection> objections(String operationId, Exchange exchange) {
        Operation operation = spec.operation(operationId)
        Response response = response(operation, exchange)
        List<Objection> objections = request(operation, exchange)
        if (response == null) {
            return objections + new Objection('status', 'undocumented', "${exchange.response.status} is not documented")
        }
        objections + headers.objections(operation, response, exchange) + body.objections(response, exchange)
    }

    /** Returns what is unusual about the response but allowed for a reader to accept, such as a byte order mark. */
    List<Objection> remarks(String operationId, Exchange exchange) {
        Response response = response(spec.operation(operationId), exchange)
        response == null ? [] as List<Objection> : body.remarks(response, exchange)
    }

    /** A response for every other status is one for errors: a success without a response of its own is not documented. */
    private static Response response(Operation operation, Exchange exchange) {
        int status = exchange.response.status
        status < 400 ? operation.responses().find { it.status() == status } : operation.responseOrDefault(status).orElse(null)
    }

    /** Objects to a response of another operation. */
    private List<Objection> request(Operation operation, Exchange exchange) {
        String path = exchange.request.target.split(/\?/, 2)[0]
        String template = (spec.basePath() + operation.path()).split(/\{[^}]+}/, -1).collect { Pattern.quote(it) }.join('[^/]+')
        exchange.request.method == operation.method() && path ==~ template ? [] as List<Objection>
                : [new Objection('request', 'undocumented', "${exchange.request.method} $path is not ${operation.id()}")]
    }
}
