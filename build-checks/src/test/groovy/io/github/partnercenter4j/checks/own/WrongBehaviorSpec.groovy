package io.github.partnercenter4j.checks.own

import io.github.partnercenter4j.conformance.exchange.Target
import io.github.partnercenter4j.conformance.report.SuiteTests
import io.github.partnercenter4j.conformance.report.SuiteTests.Result
import io.github.partnercenter4j.conformance.wire.HttpResponse
import io.github.partnercenter4j.conformance.wire.Relay
import io.github.partnercenter4j.sandbox.PartnerCenterSandbox
import io.github.partnercenter4j.sandbox.spec.SpecModel
import java.nio.file.Path
import java.time.Duration
import spock.lang.Shared
import spock.lang.Specification
import spock.lang.TempDir

/** On the documents of OwnSuiteSpec, the conformance suite notices a server that writes another form than the document says, and a client that reads or writes one. */
class WrongBehaviorSpec extends Specification {
    /** The documents of a client that reads these constructs otherwise. */
    private static final Map<String, String> READ_OTHERWISE = OwnSuiteSpec.IN_BOTH_FORMATS.subMap(['Attribute', 'Texts', 'Parts'])
    private static final String OTHER_IN_BOTH_FORMATS = OwnDocument.of(READ_OTHERWISE.collectEntries { name, schema ->
        [name, name in ['Texts', 'Parts'] ? schema.replaceFirst('type: array', 'xml: {wrapped: true}, type: array') : schema.replace('attribute: true', 'attribute: false')]
    })
    private static final String OTHER_IN_JSON = OwnSuiteSpec.IN_JSON.replace('explode: false', 'explode: true').replace('numbers: {type: object, additionalProperties: {type: integer, format: int32}}', 'numbers: {type: object, additionalProperties: {type: string}}')

    @TempDir
    @Shared
    Path folder

    @Shared
    Set<String> violated

    def setupSpec() {
        violated = (withClientOf(OTHER_IN_BOTH_FORMATS, OwnDocument.of(READ_OTHERWISE), 'both') + withClientOf(OTHER_IN_JSON, OwnSuiteSpec.IN_JSON, 'json')).findAll { it.failure != null }.collect { "$it.group $it.name" as String }
    }

    def 'a server that #fault fails #requirement'(String fault, String operation, String from, String to, String requirement) {
        given: 'a document with this operation only, if the fault is in both formats'
        def schema = OwnSuiteSpec.IN_BOTH_FORMATS[operation]
        def sandbox = start(schema == null ? OwnSuiteSpec.IN_JSON : OwnDocument.of([(operation): schema]))
        def relay = new Relay(sandbox.baseUrl())
        relay.alter { HttpResponse it ->
            def changed = it.uncompressed()
            changed.text().contains('<') || to.contains('{') || to.contains('"') ? changed.withBody(changed.text().replaceFirst(from, to)) : changed
        }

        when:
        def results = SuiteTests.run('Wrong', sandbox.spec().source(), [], new Target(URI.create(relay.baseUrl), sandbox.token(), [:], Duration.ZERO), folder.resolve('reports'))

        then:
        results.find { it.name == "get$operation/$requirement" }.failure != null

        cleanup:
        relay?.close()
        sandbox?.close()

        where:
        fault                                   | operation           | from                                | to                                 | requirement
        'writes an attribute as an element'     | 'RequiredAttribute' | '<value a="a"/>'                    | '<value><a>a</a></value>'          | '200/application-xml/value.a/required'
        'writes an optional attribute so'       | 'Attribute'         | ' b="1">'                           | '><b>1</b>'                        | '200/application-xml/value/wrong-type/string'
        'writes an attribute of no namespace'   | 'AttributeInPrefix' | ' p:a='                             | ' a='                              | '200/application-xml/value/wrong-type/string'
        'writes an unknown attribute'           | 'Texts'             | '<value>'                           | '<value a="1">'                    | '200/application-xml/value/wrong-item'
        'writes an element of no namespace'     | 'Namespace'         | ' xmlns="urn:a"'                    | ''                                 | '200/application-xml/root'
        'writes another namespace'              | 'Prefix'            | 'urn:a'                             | 'urn:b'                            | '200/application-xml/root'
        'writes a wrapper where none belongs'   | 'Texts'             | '<value>.*</value>'                 | '<value>$0</value>'                | '200/application-xml/value/wrong-item'
        'writes no wrapper in a list in a list' | 'ListInList'        | '(?s)<value>(<value>.*</value>)</value>(</value>)' | '$1$2'              | '200/application-xml/value/wrong-item'
        'writes an unknown element'             | 'Closed'            | '</a>'                              | '</a><b/>'                         | '200/application-xml/value/additional'
        'writes a property of one part only'    | 'Several'           | '<b>1</b>'                          | ''                                 | '200/application-xml/value.b/required'
        'writes another value in a map'         | 'Maps'              | '"key":1'                           | '"key":"1"'                        | '200/application-json/numbers/wrong-item'
        'writes null in a map'                  | 'Maps'              | '"key":1'                           | '"key":null'                       | '200/application-json/numbers/null-item'
        'writes a body where none belongs'      | 'Nothing'           | '^$'                                | '{}'                               | '202/no-body'
    }

    def 'a server without a fault passes: #document'() {
        given:
        def sandbox = start(document == 'both' ? OwnDocument.of(OwnSuiteSpec.IN_BOTH_FORMATS) : OwnSuiteSpec.IN_JSON)
        def target = new Target(URI.create(sandbox.baseUrl()), sandbox.token(), [:], Duration.ZERO)

        expect:
        SuiteTests.run('Right', sandbox.spec().source(), [], target, folder.resolve('reports')).findAll { it.failure != null }*.failure == []

        cleanup:
        sandbox?.close()

        where:
        document << ['both', 'json']
    }

    def 'a client that #fault fails #requirement'() {
        expect:
        "client get$requirement" as String in violated

        where:
        fault                                | requirement
        'reads an attribute as an element'   | 'Attribute/200/application-xml/value.a/present'
        'reads a list of texts in a wrapper' | 'Texts/200/application-xml/value/present'
        'reads a list of parts in a wrapper' | 'Parts/200/application-xml/value[].a/present'
        'reads another value in a map'       | 'Maps/200/application-json/numbers/present'
        'sends a list in several parameters' | 'ByLists/parameter/kinds/sent'
    }

    private static PartnerCenterSandbox start(String document) {
        PartnerCenterSandbox.builder().spec(SpecModel.read(document)).quota(Integer.MAX_VALUE).start()
    }

    private List<Result> withClientOf(String other, String document, String name) {
        OwnClient.of(folder.resolve(name), other).withCloseable {
            SuiteTests.run(name, document, [it.load('api.ThingsApi')], null, folder.resolve("$name/reports"))
        }
    }
}
