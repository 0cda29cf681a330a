package io.github.partnercenter4j.conformance.exchange

import io.github.partnercenter4j.conformance.wire.HttpResponse
import io.github.partnercenter4j.conformance.wire.Relay
import io.github.partnercenter4j.sandbox.PartnerCenterSandbox
import io.github.partnercenter4j.sandbox.spec.SpecModel
import java.time.Duration
import spock.lang.AutoCleanup
import spock.lang.Shared
import spock.lang.Specification

/** What is sent to a target. */
class TargetHarnessSpec extends Specification {
    private static final SpecModel SPEC = SpecModel.read('''
openapi: 3.0.3
info: {title: Things, version: 1.0.0}
servers: [{url: 'https://example.com/v1'}]
security: [{bearer: []}]
paths:
  /shops/{shop}/owners/{owner}/things/{thing}:
    get:
      operationId: getThing
      parameters: &parameters
        - {name: shop, in: path, required: true, schema: {type: string}, example: s}
        - {name: owner, in: path, required: true, schema: {type: string, format: uuid}}
        - {name: thing, in: path, required: true, schema: {type: string}, example: t}
        - {name: X-One, in: header, required: true, schema: {type: string}, example: '1'}
        - {name: X-Two, in: header, schema: {type: string}}
      responses: &responses {'200': {description: A thing.}, '400': {description: Wrong.}, '401': {description: Who.}, '404': {description: Nowhere.}}
    delete: {operationId: dropThing, parameters: *parameters, responses: *responses}
    post: {operationId: addThing, parameters: *parameters, responses: *responses}
    put: {operationId: putThing, parameters: *parameters, responses: *responses}
components:
  securitySchemes:
    bearer: {type: http, scheme: bearer}
''')
    private static final OPERATION = SPEC.operation('getThing')
    private static final OWNER = '22222222-2222-2222-2222-222222222222'

    @Shared
    @AutoCleanup
    PartnerCenterSandbox sandbox = PartnerCenterSandbox.builder().spec(SPEC).start()

    @AutoCleanup
    Relay relay = new Relay(sandbox.baseUrl())

    private TargetHarness harness(String token = 's3cret') {
        new TargetHarness(SPEC, new Target(URI.create(relay.baseUrl), token, [thing: 'known'], Duration.ZERO))
    }

    private static Scenario scenario(int status, Map<String, String> arguments = [:]) {
        Scenario.of(OPERATION, 'application/json', "a $status").withArguments(arguments).replying(new Reply(status, null, [:]))
    }

    def 'what should lead to #status with #given and a token of #token.length() characters asks for #target'() {
        when:
        harness(token).observe(scenario(status, given))

        then:
        with(relay.exchanges[0].request) {
            it.target.endsWith("/v1/shops/$target")
            it.headers.findAll { it.name.startsWith('X-') || it.name == 'Authorization' || it.name in ['shop', 'thing'] }*.value == authorization + ['1']
        }

        where:
        status | token    | given        || target                                                       | authorization
        200    | 's3cret' | [:]          || "s/owners/$OWNER/things/known"                               | ['Bearer s3cret']
        200    | ''       | [:]          || "s/owners/$OWNER/things/known"                               | []
        200    | 's3cret' | [thing: 't'] || "s/owners/$OWNER/things/known"                               | ['Bearer s3cret']
        200    | 's3cret' | [thing: 'x'] || "s/owners/$OWNER/things/x"                                   | ['Bearer s3cret']
        400    | 's3cret' | [:]          || 's/owners/none%20of%20them/things/known'                     | ['Bearer s3cret']
        401    | 's3cret' | [:]          || "s/owners/$OWNER/things/known"                               | []
        404    | 's3cret' | [:]          || "s/owners/$OWNER/things/00000000-0000-0000-0000-00000000000f" | ['Bearer s3cret']
    }

    def 'a request is sent once, and each change is made of the same response'() {
        given:
        def harness = harness()
        def good = harness.observe(scenario(200))
        def changed = harness.observe(scenario(200).altered('another status', { HttpResponse it -> it.withStatus(299) }))

        expect:
        relay.exchanges.size() == 1
        changed.exchange.response.status == 299
        good.exchange.response.status != 299
    }

    def 'a request without a response is not sent again'() {
        given:
        def harness = harness()
        relay.close()

        when:
        def failures = ['one', 'other'].collect { label ->
            try {
                harness.observe(scenario(200).labeled(label))
            } catch (UncheckedIOException e) {
                e
            }
        }

        then:
        failures[0] instanceof UncheckedIOException
        failures[1].is(failures[0])
    }

    def 'a request changes nothing: #id is #safe'() {
        expect:
        TargetHarness.isSafe(SPEC.operation(id)) == safe

        where:
        id          || safe
        'getThing'  || true
        'dropThing' || false
        'addThing'  || false
        'putThing'  || false
    }
}
