package io.github.partnercenter4j.conformance

import com.fasterxml.jackson.databind.json.JsonMapper
import groovy.xml.XmlSlurper
import io.github.partnercenter4j.api.Apis
import io.github.partnercenter4j.api.OrdersApi
import io.github.partnercenter4j.conformance.model.Applicability
import io.github.partnercenter4j.testing.Javac
import io.github.partnercenter4j.testing.SpecDocument
import io.swagger.v3.core.util.Yaml
import java.nio.file.Files

/** The suite tests the sandbox and the client with the document of somebody else. */
class ConformanceSuiteSpec extends ConformanceSuiteSpecification {
    def 'each requirement of the sandbox is a test, each passes, and the reports have the same'() {
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

        when:
        def names = results.keySet().findAll { !it.startsWith('mutations: ') }
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
        e.message == '#/paths/~1customers~1{customer_id}~1subscriptions~1{subscription_id}~1provisioningstatus/get: none of the interfaces [OrdersApi] has the operation ' +
                'getSubscriptionProvisioningStatus with 3 arguments. Generate them from this document, and return all of them in client().'
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
        'a name with a dot           ' | 'name: {type: string}'                         | 'name: {type: string}\n        "a.b": {type: string, xml: {name: b}}' || '#/components/schemas/AddOn/properties/a.b: a name with one of . * / [ ] is not supported by the suite'
        'a name with a star          ' | 'name: {type: string}'                         | 'name: {type: string}\n        "*": {type: string, xml: {name: b}}' || '#/components/schemas/AddOn/properties/*: a name with one of . * / [ ] is not supported by the suite'
        'a name with a slash         ' | 'name: {type: string}'                         | 'name: {type: string}\n        "a/b": {type: string, xml: {name: b}}' || '#/components/schemas/AddOn/properties/a~1b: a name with one of . * / [ ] is not supported by the suite'
        'a name with a bracket       ' | 'name: {type: string}'                         | 'name: {type: string}\n        "a[": {type: string, xml: {name: b}}' || '#/components/schemas/AddOn/properties/a[: a name with one of . * / [ ] is not supported by the suite'
        'a name with another bracket ' | 'name: {type: string}'                         | 'name: {type: string}\n        "a]": {type: string, xml: {name: b}}' || '#/components/schemas/AddOn/properties/a]: a name with one of . * / [ ] is not supported by the suite'
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

    private static List<String> threads() {
        Thread.allStackTraces.keySet()*.toString()
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
}
