package io.github.partnercenter4j.conformance.judge

import groovy.transform.CompileStatic
import io.github.partnercenter4j.conformance.wire.Exchange
import io.github.partnercenter4j.sandbox.spec.Operation
import io.github.partnercenter4j.sandbox.spec.Operation.Response
import io.github.partnercenter4j.sandbox.spec.SpecModel
import java.util.regex.Pattern

/** Judges an exchange by the document, strictly. It is safe for several threads. */
@CompileStatic
class ServerJudge {
    private final SpecModel spec
    private final HeaderJudge headers
    private final BodyJudge body

    ServerJudge(SpecModel spec) {
        Schemas schemas = new Schemas(spec)
        this.spec = spec
        headers = new HeaderJudge(spec, schemas)
        body = new BodyJudge(new JsonJudge(schemas), new XmlJudge(spec, schemas))
    }

    /** What is wrong with the answer; empty for a good one. */
    List<Objection> objections(String operationId, Exchange exchange) {
        Operation operation = spec.operation(operationId)
        Response response = operation.responses().find { it.status() == exchange.answer.status }
        List<Objection> objections = request(operation, exchange)
        if (response == null) {
            return objections + new Objection('status', 'undocumented', "${exchange.answer.status} is not documented")
        }
        objections + headers.objections(operation, response.status(), exchange) + body.objections(response, exchange)
    }

    /** What is odd about the answer and breaks no rule for its reader, such as a byte order mark. */
    List<Objection> remarks(String operationId, Exchange exchange) {
        Response response = spec.operation(operationId).responses().find { it.status() == exchange.answer.status }
        response == null ? [] as List<Objection> : body.remarks(response, exchange)
    }

    /** An answer says nothing about an operation that was not asked for. */
    private List<Objection> request(Operation operation, Exchange exchange) {
        String path = exchange.request.target.split(/\?/, 2)[0]
        String template = (spec.basePath() + operation.path()).split(/\{[^}]+}/, -1).collect { Pattern.quote(it) }.join('[^/]+')
        exchange.request.method == operation.method() && path ==~ template ? [] as List<Objection>
                : [new Objection('request', 'undocumented', "${exchange.request.method} $path is not ${operation.id()}")]
    }
}
