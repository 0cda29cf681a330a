package io.github.partnercenter4j.conformance

import com.fasterxml.jackson.databind.json.JsonMapper
import groovy.xml.XmlSlurper
import io.github.partnercenter4j.api.Apis
import io.github.partnercenter4j.api.OrdersApi
import io.github.partnercenter4j.conformance.model.Applicability
import io.github.partnercenter4j.conformance.wire.HttpResponse
import io.github.partnercenter4j.conformance.wire.Relay
import io.github.partnercenter4j.sandbox.PartnerCenterSandbox
import io.github.partnercenter4j.sandbox.spec.SpecModel
import io.github.partnercenter4j.testing.Javac
import io.github.partnercenter4j.testing.SpecDocument
import io.swagger.v3.core.util.Yaml
import java.nio.file.Files
import java.nio.file.Path
import java.time.Duration
import org.junit.jupiter.api.DynamicContainer
import org.junit.jupiter.api.DynamicTest
import org.opentest4j.TestAbortedException
import spock.lang.AutoCleanup
import spock.lang.Shared
import spock.lang.Specification
import spock.lang.TempDir

/** Somebody else's project extends the suite for its own OpenAPI document. */
class ConformanceSuiteSpec extends Specification {
    private static final String SUBSCRIPTIONS = ConformanceSuiteSpec.getResource('/suite/subscriptions.yaml').getText('UTF-8')
    private static final String OPERATION = 'getSubscriptionProvisioningStatus'

    @TempDir
    Path folder

    @Shared
    @AutoCleanup
    PartnerCenterSandbox sandbox = PartnerCenterSandbox.builder().spec(SpecModel.read(SUBSCRIPTIONS)).start()

    @AutoCleanup
    Relay relay = new Relay(sandbox.baseUrl())

    static class Suite extends ConformanceSuite {
        Path spec
        Path reports
        List<Class<?>> client = []
        URI target
        String token = ''
        Map<String, String> arguments = [:]

        @Override
        protected Path spec() {
            spec
        }

        @Override
        protected List<Class<?>> client() {
            client
        }

        @Override
        protected URI target() {
            target
        }

        @Override
        protected String token() {
            token
        }

        @Override
        protected Map<String, String> arguments() {
            arguments
        }

        @Override
        protected Duration pause() {
            Duration.ZERO
        }

        @Override
        protected Path reports() {
            reports
        }
    }

    def 'each requirement of the sandbox is a test, and each passes'() {
        when:
        def results = run(suite(SUBSCRIPTIONS))

        then:
        results.findAll { it.value != 'passed' } == [:]
        results.keySet().containsAll([
                "server: $OPERATION/served", "server: $OPERATION/parameter/states/sent", "server: $OPERATION/200/application-json/state/enum",
                "server: $OPERATION/200/application-xml/addOns[].name/required", "server: $OPERATION/404", 'mutations: renamed', "server: $OPERATION/200/application-xml/skuId/pattern",
                'server: createTransition/body/sent', 'server: createTransition/body/missing', 'server: createTransition/body/malformed',
                'server: createTransition/500', 'server: createTransition/200/application-json/seats/multipleOf'
        ]*.toString())
        !results.keySet().any { it.startsWith('client: ') }
    }

    def 'the example of docs/conformance.md compiles with javac alone, and its tests pass'() {
        given:
        def name = 'SubscriptionsConformanceTest'
        def example = (Applicability.PAGE =~ /(?s)```java\n(.*?)```/)[0][1].replace('src/main/openapi/subscriptions.yaml', Files.writeString(folder.resolve('spec.yaml'), SUBSCRIPTIONS).toString())
        Javac.compile([Files.writeString(folder.resolve(name + '.java'), example.replace('class ', 'public class '))], folder, Javac.testClassPath)
        def loader = new URLClassLoader([folder.toUri().toURL()] as URL[], getClass().classLoader)

        expect:
        run(loader.loadClass(name).getConstructor().newInstance() as ConformanceSuite).values().toSet() == ['passed'] as Set

        cleanup:
        loader?.close()
    }

    def 'the reports have the same requirements'() {
        given:
        def suite = suite(SUBSCRIPTIONS)

        when:
        def names = run(suite).keySet().findAll { !it.startsWith('mutations: ') }
        def coverage = new JsonMapper().readValue(folder.resolve('reports/coverage.json').toFile(), Map)
        def xml = new XmlSlurper().parse(folder.resolve('reports/TEST-Suite.xml').toFile())

        then:
        coverage.server.total == names.size()
        coverage.server.covered == names.size()
        coverage.client.total == 0
        xml.@tests == names.size()
        xml.@failures == 0
        xml.testcase*.@name*.text().collect { it.replaceFirst(' ', ': ') } as Set == names
        Files.readString(folder.resolve('reports/index.html')).contains("${names.size()} of ${names.size()} requirements are covered.")
    }

    def 'the client is tested with the generated interfaces'() {
        when:
        def results = run(suite(small(), [client: Apis.all()]))

        then:
        results.findAll { it.value != 'passed' } == [:]
        results.keySet().containsAll('client: getProvisioningStatus/called', 'client: every request is the one that the spec describes')
    }

    def 'an operation that no interface has is refused with its place'() {
        when:
        run(suite(SUBSCRIPTIONS, [client: [OrdersApi]]))

        then:
        def e = thrown(IllegalArgumentException)
        e.message == '#/paths/~1customers~1{customer_id}~1subscriptions~1{subscription_id}~1provisioningstatus/get: none of the interfaces [OrdersApi] has a method ' +
                'getSubscriptionProvisioningStatusWithResponse with 3 arguments. Generate them from this document, and return all of them in client().'
    }

    def 'a document with #what is refused with the place'(String what, String from, String to, String message) {
        when:
        run(suite(SUBSCRIPTIONS.replace(from, to)))

        then:
        def e = thrown(IllegalArgumentException)
        e.message.startsWith(message)

        where:
        what                          | from                                           | to                                                   || message
        'alternatives'                | 'skuId: {type: string, '                        | 'skuId: {oneOf: [{type: string}], '                  || '#/components/schemas/SubscriptionStatus/properties/skuId'
        'a list in a header'          | 'in: query, schema'                            | 'in: header, schema'                                 || '#/paths/~1customers~1{customer_id}~1subscriptions~1{subscription_id}~1provisioningstatus/get/parameters/2: '
        'a body in another format'    | 'application/json:\n'                          | 'text/plain:\n'                                     || '#/components/responses/Problem/content/text~1plain: '
        'an object without properties'| 'name: {type: string}'                         | 'name: {type: object}'                               || '#/components/schemas/AddOn/properties/name: '
        'one name for two properties' | 'name: {type: string}'                         | 'name: {type: string}\n        b: {type: string, xml: {name: NAME}}' || '#/components/schemas/AddOn/properties/b: '
    }

    def 'a document that is refused starts nothing'() {
        given:
        def before = threads()

        when:
        run(suite(small { it.set('202', Yaml.mapper().readTree('{description: A list., content: {application/json: {schema: {type: array, items: {type: string}}}}}')) }, [client: [OrdersApi]]))

        then:
        def e = thrown(IllegalArgumentException)
        e.message.endsWith('/202/content/application~1json/schema: a body that is no object is not supported by the suite')
        threads() - before == []
    }

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

    private static List<String> threads() {
        Thread.allStackTraces.keySet()*.toString()
    }

    private Suite target(String yaml = SUBSCRIPTIONS) {
        suite(yaml, [target: URI.create(relay.baseUrl), token: sandbox.token(), arguments: [customer_id: sandbox.customerId()]])
    }

    private Suite suite(String yaml, Map<String, Object> properties = [:]) {
        new Suite([spec: Files.writeString(folder.resolve('spec.yaml'), yaml), reports: folder.resolve('reports')] + properties)
    }

    /**
     * Returns the spec of this project with few statuses, and with all media types of one format: the interface asks for them.
     *
     * @param change changes the responses of each operation
     */
    private static String small(Closure<?> change = {}) {
        def document = SpecDocument.CURRENT.tree.deepCopy()
        document.at('/paths').each { path -> change(path.get.responses.retain('200', '400', '401')) }
        document.at('/components/responses').each { it.content.retain('application/json', 'text/json') }
        Yaml.mapper().writeValueAsString(document)
    }

    /** Returns how each test ended, by its name. */
    private static Map<String, String> run(ConformanceSuite suite) {
        Map<String, String> results = [:]
        suite.requirements().forEach { DynamicContainer group ->
            group.children.forEach { DynamicTest test -> results["$group.displayName: $test.displayName".toString()] = outcome(test) }
        }
        results
    }

    private static String outcome(DynamicTest test) {
        try {
            test.executable.execute()
            'passed'
        } catch (TestAbortedException e) {
            'skipped: ' + e.message.replaceAll('.*Does not apply: ', '')
        } catch (AssertionError e) {
            'failed: ' + e.message
        }
    }
}
