package io.github.partnercenter4j.conformance.check

import io.github.partnercenter4j.conformance.exchange.Target
import io.github.partnercenter4j.conformance.model.Requirement
import io.github.partnercenter4j.conformance.model.Side
import io.github.partnercenter4j.conformance.wire.HttpResponse
import io.github.partnercenter4j.conformance.wire.Relay
import io.github.partnercenter4j.sandbox.PartnerCenterSandbox
import io.github.partnercenter4j.sandbox.spec.SpecModel
import java.time.Duration
import spock.lang.AutoCleanup
import spock.lang.Shared
import spock.lang.Specification

/** What a response of a target shows. */
class TargetRunnerSpec extends Specification {
    private static final SpecModel SPEC = SpecModel.read('''
openapi: 3.0.3
info: {title: Things, version: 1.0.0}
servers: [{url: 'https://example.com'}]
paths:
  /things/{thing}:
    get:
      operationId: getThing
      parameters: [{name: thing, in: path, required: true, schema: {type: string}, example: t}]
      responses:
        '200':
          description: A thing.
          headers:
            X-One: {schema: {type: integer, format: int32}}
          content:
            application/json: {schema: {$ref: '#/components/schemas/Thing'}}
            text/json: {schema: {$ref: '#/components/schemas/Thing'}}
        '404': {description: Nowhere.}
components:
  schemas:
    Part: {type: object, properties: {name: {type: string}}}
    Thing:
      type: object
      properties:
        name: {type: string, minLength: 2, nullable: true}
        parts: {type: array, items: {$ref: '#/components/schemas/Part'}}
        names: {type: object, additionalProperties: {type: string}}
''')
    private static final String TOLD = 'the target cannot be told what to respond with'
    private static final String ABSENT = 'the response had no value there'

    @Shared
    @AutoCleanup
    PartnerCenterSandbox sandbox = PartnerCenterSandbox.builder().spec(SPEC).start()

    @AutoCleanup
    Relay relay = new Relay(sandbox.baseUrl())

    def 'the #kind #subject with the aspect #aspect and the status #status: #body shows it, unless #reason'() {
        given:
        relay.alter { HttpResponse it -> it.withStatus(200).with('Content-Type', 'application/json; charset=utf-8').withBody(body) }
        def runner = new TargetRunner(SPEC, new Target(URI.create(relay.baseUrl), 's3cret', [:], Duration.ZERO))
        def requirement = new Requirement(Side.SERVER, kind, 'getThing', status, kind == 'place' ? mediaType : null, subject, aspect, '/x')

        expect:
        runner.reasonToSkip(requirement) == reason
        runner.runs(requirement) == (reason == null)

        where:
        kind        | subject        | aspect              | status | mediaType          | body                           || reason
        'operation' | null           | 'served'            | 0      | null               | '{}'                           || null
        'status'    | null           | 'returned'          | 200    | null               | '{}'                           || null
        'status'    | null           | 'returned'          | 404    | null               | '{}'                           || 'no response had the status 404'
        'parameter' | 'thing'        | 'encoded'           | 0      | null               | '{}'                           || 'the target has nothing with such an id'
        'header'    | 'X-One'        | 'required'          | 200    | null               | '{}'                           || null
        'header'    | 'X-One'        | 'once'              | 200    | null               | '{}'                           || 'the response had no such header'
        'place'     | 'name'         | 'required'          | 200    | 'application/json' | '{}'                           || null
        'place'     | 'name'         | 'wrong-type/number' | 200    | 'application/json' | '{}'                           || ABSENT
        'place'     | 'name'         | 'wrong-type/number' | 200    | 'application/json' | '{"name":"a"}'                 || null
        'place'     | 'name'         | 'wrong-type/number' | 200    | 'text/json'        | '{"name":"a"}'                 || 'the response was not in text/json'
        'place'     | 'name'         | 'present'           | 200    | 'application/json' | '{"name":"a"}'                 || TOLD
        'place'     | 'name'         | 'minLength'         | 200    | 'application/json' | '{"name":"a"}'                 || TOLD
        'place'     | 'name'         | 'null'              | 200    | 'application/json' | '{"name":"a"}'                 || TOLD
        'place'     | 'name'         | 'unheard-of'        | 200    | 'application/json' | '{"name":"a"}'                 || null
        'place'     | 'parts'        | 'null-item'         | 200    | 'application/json' | '{"parts":[]}'                 || 'it was empty'
        'place'     | 'parts'        | 'wrong-item'        | 200    | 'application/json' | '{"parts":[]}'                 || 'it was empty'
        'place'     | 'parts'        | 'wrong-item'        | 200    | 'application/json' | '{"parts":[{}]}'               || null
        'place'     | 'parts'        | 'wrong-type/number' | 200    | 'application/json' | '{"parts":[]}'                 || null
        'place'     | 'names'        | 'wrong-item'        | 200    | 'application/json' | '{"names":{}}'                 || 'it was empty'
        'place'     | 'names'        | 'wrong-item'        | 200    | 'application/json' | '{"names":{"key1":"a"}}'     || null
        'place'     | 'parts[].name' | 'wrong-type/number' | 200    | 'application/json' | '{"parts":[]}'                 || ABSENT
        'place'     | 'parts[].name' | 'wrong-type/number' | 200    | 'application/json' | '{"parts":[{},{"name":"a"}]}'  || ABSENT
        'place'     | 'parts[].name' | 'wrong-type/number' | 200    | 'application/json' | '{"parts":[{"name":"a"},{}]}'  || null
    }

    def 'a requirement of a client is not run with a target'() {
        given:
        def runner = new TargetRunner(SPEC, new Target(URI.create(relay.baseUrl), 's3cret', [:], Duration.ZERO))

        expect:
        !runner.runs(new Requirement(Side.CLIENT, 'status', 'getThing', 200, null, null, 'returned', '/x'))
    }
}
