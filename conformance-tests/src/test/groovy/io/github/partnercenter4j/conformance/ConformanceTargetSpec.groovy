package io.github.partnercenter4j.conformance

import io.github.partnercenter4j.conformance.wire.HttpResponse
import io.github.partnercenter4j.conformance.wire.Relay
import io.github.partnercenter4j.sandbox.PartnerCenterSandbox
import io.github.partnercenter4j.sandbox.spec.SpecModel
import java.nio.file.Files
import spock.lang.AutoCleanup
import spock.lang.Shared

/** The suite tests a server at a URL in place of the sandbox. */
class ConformanceTargetSpec extends ConformanceSuiteSpecification {
    @Shared
    @AutoCleanup
    PartnerCenterSandbox sandbox = PartnerCenterSandbox.builder().spec(SpecModel.read(SUBSCRIPTIONS)).start()

    @AutoCleanup
    Relay relay = new Relay(sandbox.baseUrl())

    def 'a target that conforms passes, and what its responses do not show is skipped'() {
        when:
        def results = run(target())

        then:
        results.findAll { it.value.startsWith('failed') } == [:]
        results["server: $OPERATION/200/application-json/state/wrong-type/number".toString()] == 'passed'
        results["server: $OPERATION/security/no-token".toString()] == 'passed'
        results["server: $OPERATION/401".toString()] == 'passed'
        results['server: createTransition/served'] == 'skipped: POST may change something at the target, so it is not sent'
        results["server: $OPERATION/404".toString()] == 'skipped: no response had the status 404'
        results["server: $OPERATION/200/application-json/state/absent".toString()] in [null, 'skipped: the target cannot be told what to respond with']
        results.values().count('passed') > 50
    }

    def 'a parameter of a path can refer to its schema, with a response 400'() {
        given:
        def yaml = SUBSCRIPTIONS.replace('schema: {type: string, format: uuid}', 'schema: {$ref: "#/components/schemas/Id"}') + '    Id: {type: string, format: uuid}\n'

        when:
        def results = run(target(yaml))

        then:
        results["server: $OPERATION/400".toString()] == 'passed'
    }

    def 'a target that #fault fails, with what was required, found and exchanged'(String fault, Closure<HttpResponse> change, String requirement, List<String> parts) {
        given:
        relay.alter { HttpResponse it -> it.status == 200 ? change(it.uncompressed()) : it }

        when:
        def results = run(target())
        def failure = results["server: $OPERATION/$requirement".toString()]

        then:
        failure.startsWith('failed: Violated: server ')
        parts.every { failure.contains(it) }
        !results.values().any { it.contains(sandbox.token()) }
        !Files.readString(folder.resolve('reports/TEST-Suite.xml')).contains(sandbox.token())

        where:
        fault                               | change                                                                           | requirement                                   || parts
        'sends a value beside the enum'     | { it.withBody(it.text().replace('"state":"active"', '"state":"gone"')) }         | '200/application-json/state/enum'             || ['#/components/schemas/SubscriptionStatus/properties/state', 'state: enum: violates enum', '"state":"gone"', 'GET /api/v2/customers/']
        'sends what a pattern forbids'      | { it.withBody(it.text().replaceFirst('"skuId":"...."', '"skuId":"a"')) }      | '200/application-json/skuId/pattern'          || ['skuId: pattern']
        'leaves out what is required'       | { it.withBody(it.text().replace('"state":"active",', '')) }                      | '200/application-json/state/required'         || ['state: required: is missing']
        'sends a string instead of a number'| { it.withBody(it.text().replace('<seats>1</seats>', '<seats>one</seats>')) }     | '200/application-xml/seats/wrong-type/string' || ['seats: type: is of type string and not integer', '<seats>one</seats>']
        'writes an attribute as an element' | { it.withBody(it.text().replaceFirst(/ version="(\d+)">/, '><version>$1</version>')) } | '200/application-xml/version/required'        || ['version: required: is missing', '<version>']
        'writes another namespace'          | { it.withBody(it.text().replace('urn:notes', 'urn:other')) }                     | '200/application-xml/notes[].text/required'   || ['notes[0].text: required: is missing', 'urn:other']
        'puts a wrapper around a list'      | { it.withBody(it.text().replaceFirst('<tag>.*</tag>', '<tags>$0</tags>')) }      | '200/application-xml/root'                    || [': wrapper: has tags, a wrapper around tag', '<tags><tag>']
        'writes a list in place of an item' | { it.withBody(it.text().replaceFirst('<notes>.*</notes>', '<notes>$0</notes>')) } | '200/application-xml/notes/wrong-item'       || ['notes[0]', '<notes><notes>']
        'adds what is forbidden'            | { it.withBody(it.text().replace('</notes>', '<more/></notes>')) }                | '200/application-xml/notes/additional'        || ['additional: is not documented', '<more/>']
        'has an undocumented status'        | { it.withStatus(299) }                                                           | 'served'                                      || ['status: undocumented: 299 is not documented']
    }

    def 'a target that does not respond fails'() {
        given:
        def suite = target()
        relay.close()

        when:
        def results = run(suite)

        then:
        results["server: $OPERATION/served".toString()].startsWith('failed: Violated: ')
    }

    def 'after a 429, nothing more is sent to a target'() {
        given:
        relay.alter { HttpResponse it -> it.withStatus(429) }

        when:
        def results = run(target())

        then:
        relay.exchanges.size() == 1
        results.values().count { it == 'skipped: the target responded with 429, so no more requests were sent' } > 50
    }

    def 'the token is sent to https: or to this machine only'() {
        when:
        run(suite(SUBSCRIPTIONS, [target: URI.create('http://192.0.2.1'), token: 's3cret']))

        then:
        def e = thrown(IllegalArgumentException)
        e.message == 'The target must begin with https:, because the token must not be sent in clear text: http://192.0.2.1'
    }

    private Suite target(String yaml = SUBSCRIPTIONS) {
        suite(yaml, [target: URI.create(relay.baseUrl), token: sandbox.token(), arguments: [customer_id: sandbox.customerId()]])
    }
}
