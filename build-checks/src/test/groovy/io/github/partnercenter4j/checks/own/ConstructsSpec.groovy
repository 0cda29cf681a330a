package io.github.partnercenter4j.checks.own

import io.github.partnercenter4j.checks.Repository
import io.github.partnercenter4j.client.DecodingException
import io.github.partnercenter4j.client.PartnerCenter
import io.github.partnercenter4j.conformance.model.DefaultResponses
import io.github.partnercenter4j.conformance.model.Requirements
import io.github.partnercenter4j.sandbox.PartnerCenterSandbox
import io.github.partnercenter4j.sandbox.spec.SpecException
import io.github.partnercenter4j.sandbox.spec.SpecModel
import java.net.http.HttpClient
import java.net.http.HttpRequest
import java.net.http.HttpResponse
import java.nio.file.Files

/** The table of constructs in docs/conformance.md: what the generator and the client do with each, and what the sandbox and the suite refuse, is tested here. */
class ConstructsSpec extends OwnSpecification {
    private static final List<ReadConstruct> READ = ReadConstruct.SUPPORTED + ReadConstruct.IGNORED
    static final Map<String, List<String>> TABLE = table()

    /** A document with each construct. */
    private static final Map<String, String> DOCUMENTS = READ.collectEntries { [it.name(), OwnDocument.of(Thing: it.schema())] } +
            RefusedConstruct.ALL.collectEntries { [it.name(), it.document()] } + OwnOperationsSpec.CONSTRUCTS.keySet().collectEntries { [it, OwnOperationsSpec.document(it)] }

    /** The place of each construct of an operation that the sandbox or the suite refuses. */
    private static final Map<String, String> PLACES = [
            '`2XX`': '/responses/2XX: ', '`links`': '/responses/200/links: ', '`callbacks`': '/callbacks: '
    ].collectEntries { [it.key, '#/paths/~1a/get' + it.value] }

    private static final String OPERATION = "operationId: getIt, ${OwnOperationsSpec.CONSTRUCTS['a parameter of a path'][2]}"

    /** The same document without what the sandbox or the suite ignores. */
    private static final Map<String, String> WITHOUT = ['`deprecated`', '`default`', '`externalDocs`']
            .collectEntries { [it, OwnDocument.of(Thing: '{type: string}')] } +
            ['`Accept`, `Authorization` as a header': OwnDocument.withOperation('/a', 'get', OPERATION),
             'a security scheme that is no bearer token': OwnDocument.withOperation('/a', 'get', OPERATION)]

    @Override
    String document() {
        OwnDocument.of(READ.withIndex().collectEntries { construct, index -> [name(index), construct.schema()] })
    }

    def 'the table has each construct that is tested, and no other'() {
        expect:
        TABLE.keySet().sort() == (READ*.name() + RefusedConstruct.ALL*.name() + OwnOperationsSpec.CONSTRUCTS.keySet()).sort()
    }

    def 'the table says that the client reads #name as #read'() {
        given:
        server.respond(200, 'application/json', "{\"value\":$json}".bytes)

        expect:
        value(partnerCenter, index) == read

        and:
        cells(name) == (index < ReadConstruct.SUPPORTED.size() ? ['supported', xml == null ? 'in JSON' : 'supported'] : ['ignored', 'ignored'])

        where:
        index << READ.indices
        name = READ[index].name()
        json = READ[index].json()
        xml = READ[index].xml()
        read = expected(index)
    }

    def 'the client reads #name in XML too, as #read'() {
        given:
        respondXml(index, xml)

        expect:
        value(inXml(), index) == read

        where:
        index << READ.indices.findAll { READ[it].xml() != null }
        name = READ[index].name()
        xml = READ[index].xml()
        read = expected(index)
    }

    def 'the client refuses #name in XML, because it has no form there'() {
        given:
        respondXml(index, '<value><b>2</b></value>')

        when:
        value(inXml(), index)

        then:
        thrown(DecodingException)

        where:
        index << READ.indices.findAll { READ[it].xml() == null }
        name = READ[index].name()
    }

    def 'the items of a list without a wrapper must be next to each other'() {
        given:
        def index = READ.findIndexOf { it.name() == 'a list without `xml.wrapped`' }

        when:
        respondXml(index, xml)
        def read = value(inXml(), index)

        then:
        read == items

        where:
        xml                                             || items
        ''                                              || '[]'
        '<one>a</one>'                                  || '[a]'
        '<one>a</one><unknown/><one/>'                  || '[a, ]'
        '<all><one>a</one></all><one>b</one>'           || '[b]'
    }

    def '#construct is refused before anything is generated'() {
        given:
        Files.writeString(Files.createDirectories(folder.resolve('refused')).resolve('other.yaml'), 'Part: {type: string}')

        when:
        OwnClient.generate(folder.resolve('refused'), document)

        then:
        def e = thrown(IllegalArgumentException)
        e.message.readLines() == ['The OpenAPI document has 1 construct for which no client can be generated:', line]

        and:
        cells(construct) == ['refused', '–']
        !Files.exists(folder.resolve('refused/generated'))

        where:
        [construct, document, line] << RefusedConstruct.ALL.collect { [it.name(), it.document(), it.line()] }
    }

    def 'the operations of a path that refers to another are refused too'() {
        given:
        def document = OwnDocument.withOperation('/a', 'head', "responses: {'204': {description: None.}}").replace('components:', "  /b: {\$ref: '#/paths/~1a'}\ncomponents:")

        when:
        OwnClient.generate(folder.resolve('other-path'), document)

        then:
        def e = thrown(IllegalArgumentException)
        e.message.readLines().drop(1) == ['a', 'b'].collect { "#/paths/~1$it/head: is HEAD. Use another method, or remove the operation." as String }
    }

    def 'the table says what the generator and the client do with #construct'() {
        expect: 'what OwnOperationsSpec tests'
        cells(construct) == OwnOperationsSpec.CONSTRUCTS[construct][0..1]

        where:
        construct << OwnOperationsSpec.CONSTRUCTS.keySet()
    }

    def 'the table says whether the sandbox and the suite can read a document with #construct'() {
        given:
        def (sandbox, suite) = TABLE[construct][2..3]
        def refused = [refuses(place) { SpecModel.read(document) }, refuses(place) { requirements(document) }]

        expect:
        [sandbox == 'refused', suite == 'refused'] == refused

        where:
        [construct, document, place] << DOCUMENTS.keySet().collect { [it, DOCUMENTS[it], place(it)] }
    }

    def 'what is ignored makes no difference to the sandbox and the suite: #construct'() {
        given:
        def (sandbox, suite) = TABLE[construct][2..3]

        expect:
        sandbox != 'ignored' || responses(DOCUMENTS[construct]) == responses(without)
        suite != 'ignored' || requirements(DOCUMENTS[construct]) == requirements(without)

        where:
        [construct, without] << WITHOUT.collect { [it.key, it.value] }
    }

    def 'everything that is ignored is compared'() {
        expect:
        TABLE.findAll { 'ignored' in it.value[2..3] }.keySet() == WITHOUT.keySet()
    }

    /** Returns what the sandbox responds in both formats. */
    private static List<String> responses(String document) {
        PartnerCenterSandbox.builder().spec(SpecModel.read(document)).start().withCloseable { sandbox ->
            ['application/json', 'application/xml'].collect {
                def request = HttpRequest.newBuilder(URI.create(sandbox.operationUrl(sandbox.spec().operations()[0].id()))).header('Accept', it)
                        .header('Authorization', "Bearer ${sandbox.token()}").build()
                def response = HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString())
                "${response.statusCode()} ${response.headers().firstValue('Content-Type')} ${response.body()}" as String
            }
        }
    }

    private static List<String> requirements(String document) {
        Requirements.of(DefaultResponses.numbered(SpecModel.read(document))).collect { "$it.side $it.id" as String }
    }

    /** Returns where the sandbox or the suite refuses the construct, if it does. */
    private static String place(String construct) {
        def refused = RefusedConstruct.ALL.find { it.name() == construct }
        // They may name the schema around the place that the generator names.
        refused == null ? PLACES.getOrDefault(construct, '#/components/schemas/Thing/properties/value') : refused.line().replaceFirst(/: .*/, '').replaceFirst('/(items|schema)$', '')
    }

    /** Each refusal names the place. */
    private static boolean refuses(String place, Closure<?> reading) {
        try {
            reading()
            return false
        } catch (SpecException | IllegalArgumentException e) {
            assert e.message.startsWith(place)
            return true
        }
    }

    /** The first word or two of each cell, by the name of the construct. */
    private static Map<String, List<String>> table() {
        def page = new Repository(Repository.ROOT).text('docs/conformance.md')
        def section = page.substring(page.indexOf('## How far a document of your own goes'))
        section.readLines().drop(1).takeWhile { !it.startsWith('## ') }.findAll { it.startsWith('| ') && !it.startsWith('| construct') }.collectEntries {
            def cells = it.split(/ \| |\| | \|/).findAll().toList()
            [cells[0], cells.drop(1)*.replaceFirst(/[:,].*/, '')]
        }
    }

    private static List<String> cells(String construct) {
        TABLE[construct][0..1]
    }

    private void respondXml(int index, String xml) {
        server.respond(200, 'application/xml', "<${name(index)} ${READ[index].attributes()}>$xml</${name(index)}>".bytes)
    }

    private static String name(int index) {
        "C$index"
    }

    private static String expected(int index) {
        READ[index].read().replace('%s', "${name(index)}Value")
    }

    private String value(PartnerCenter client, int index) {
        String.valueOf(client.api(own.load('api.ThingsApi'))."get${name(index)}"().value())
    }
}
