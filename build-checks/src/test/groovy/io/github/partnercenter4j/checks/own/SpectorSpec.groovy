package io.github.partnercenter4j.checks.own

import com.fasterxml.jackson.databind.JsonNode
import com.fasterxml.jackson.databind.node.ObjectNode
import io.github.partnercenter4j.checks.Repository
import io.github.partnercenter4j.client.Credential
import io.github.partnercenter4j.client.DecodingException
import io.github.partnercenter4j.client.Format
import io.github.partnercenter4j.client.PartnerCenter
import io.github.partnercenter4j.client.ServiceException
import io.swagger.v3.core.util.Yaml
import java.nio.file.Files
import java.nio.file.Path
import java.util.function.UnaryOperator
import spock.lang.AutoCleanup
import spock.lang.Requires
import spock.lang.Shared
import spock.lang.Specification
import spock.lang.TempDir

/** The table in docs/targets.md: how a client of our generator does with the XML of TypeSpec's Spector suite. .ci/spector starts the suite's server. */
class SpectorSpec extends Specification {
    private static final String DOCUMENT = SpectorSpec.getResource('spector-xml.yaml').text
    private static final Map<String, String> TABLE = table()
    private static final String SIMPLE = 'SimpleModel[name=foo, age=123]'
    private static final String TWO = "[$SIMPLE, SimpleModel[name=bar, age=456]]"

    /** What the client makes of the responses. */
    private static final Map<String, String> READ = [
            SimpleModel                             : SIMPLE,
            ModelWithRenamedProperty                : 'ModelWithRenamedProperty[title=foo, author=bar]',
            ModelWithRenamedFields                  : "ModelWithRenamedFields[inputData=$SIMPLE, outputData=SimpleModel[name=bar, age=456]]",
            ModelWithNestedModel                    : "ModelWithNestedModel[nested=$SIMPLE]",
            ModelWithRenamedNestedModel             : 'ModelWithRenamedNestedModel[author=Author[name=foo]]',
            ModelWithSimpleArrays                   : 'ModelWithSimpleArrays[colors=[red, green, blue], counts=[1, 2]]',
            ModelWithUnwrappedArray                 : 'ModelWithUnwrappedArray[colors=[red, green, blue], counts=[1, 2]]',
            ModelWithRenamedArrays                  : 'ModelWithRenamedArrays[colors=[red, green, blue], counts=[1, 2]]',
            ModelWithWrappedPrimitiveCustomItemNames: 'ModelWithWrappedPrimitiveCustomItemNames[tags=[fiction, classic]]',
            ModelWithArrayOfModel                   : "ModelWithArrayOfModel[items=$TWO]",
            ModelWithUnwrappedModelArray            : "ModelWithUnwrappedModelArray[items=$TWO]",
            ModelWithRenamedWrappedModelArray       : "ModelWithRenamedWrappedModelArray[items=$TWO]",
            ModelWithRenamedUnwrappedModelArray     : "ModelWithRenamedUnwrappedModelArray[items=$TWO]",
            ModelWithRenamedWrappedAndItemModelArray: 'ModelWithRenamedWrappedAndItemModelArray[books=[Book[title=The Great Gatsby], Book[title=Les Miserables]]]',
            ModelWithAttributes                     : 'ModelWithAttributes[id1=123, id2=foo, enabled=true]',
            ModelWithRenamedAttribute               : 'ModelWithRenamedAttribute[id=123, title=The Great Gatsby, author=F. Scott Fitzgerald]',
            ModelWithNamespace                      : 'ModelWithNamespace[id=123, title=The Great Gatsby]',
            ModelWithNamespaceOnProperties          : 'ModelWithNamespaceOnProperties[id=123, title=The Great Gatsby, author=F. Scott Fitzgerald]',
            ModelWithText                           : 'ModelWithText[language=foo, content=This is some text.]',
            ModelWithOptionalField                  : 'ModelWithOptionalField[item=widget, value=null]',
            ModelWithEmptyArray                     : 'ModelWithEmptyArray[items=[]]',
            ModelWithDictionary                     : 'ModelWithDictionary[metadata={Color=blue, Count=123, Enabled=false}]',
            ModelWithEncodedNames                   : "ModelWithEncodedNames[modelData=$SIMPLE, colors=[red, green, blue]]",
            ModelWithEnum                           : 'ModelWithEnum[status=success]',
            ModelWithDatetime                       : 'ModelWithDatetime[rfc3339=2022-08-26T18:38Z, rfc7231=Fri, 26 Aug 2022 14:38:00 GMT]',
            XmlError                                : '400, code 400: Something went wrong'
    ]

    @Shared
    @TempDir
    Path folder

    @Shared
    List<String> refusals

    @Shared
    @AutoCleanup
    OwnClient own

    @Shared
    @AutoCleanup
    PartnerCenter partnerCenter

    def setupSpec() {
        refusals = refusals(DOCUMENT)
        own = OwnClient.of(folder.resolve('client'), withoutRefused())
        partnerCenter = PartnerCenter.builder().baseUrl(System.getProperty('spector.baseUrl', 'http://127.0.0.1:1'))
                .credential(Credential.ofToken('s3cret-token')).build().with({ it.format(Format.XML) } as UnaryOperator)
    }

    def 'the table has each scenario of the document, and no other'() {
        expect:
        TABLE.keySet() == operations().collect { "${it.at('/operationId').asText()}" as String } as Set
        TABLE.keySet().findAll { it.startsWith('get') } == READ.keySet().collect { "get$it" as String } as Set
    }

    @Requires(value = { System.getProperty('spector.scenarios') }, reason = 'needs the files of .ci/spector')
    def 'the table has each scenario of the suite, and no other'() {
        given:
        def names = (Files.readString(Path.of(System.getProperty('spector.scenarios'))) =~ /Scenarios\.Payload_Xml_(\w+?)(Value)?_(get|put) =/).collect { "${it[3]}${it[1]}" as String }

        expect:
        names as Set == TABLE.keySet()
    }

    def 'what the generator refuses is refused in the table, with the same words: #scenario'() {
        expect:
        TABLE[scenario].startsWith('refused') == refused(scenario) as boolean
        !refused(scenario) || scenario.startsWith('put') || TABLE[scenario] == "refused: `${refused(scenario)}`"

        where:
        scenario << TABLE.keySet()
    }

    def 'each PUT is refused because of its body'() {
        expect:
        refused(scenario).endsWith('/put/requestBody: has no application/json. Add it: the client sends bodies in JSON only.')

        where:
        scenario << TABLE.keySet().findAll { it.startsWith('put') }
    }

    @Requires(value = { System.getProperty('spector.baseUrl') }, reason = 'needs the server of .ci/spector')
    def 'the client reads what the server of the suite responds, if the table says so: #payload'() {
        expect:
        outcome(payload) == TABLE["get$payload" as String]

        where:
        payload << READ.keySet().findAll { !TABLE["get$it" as String].startsWith('refused') }
    }

    private String outcome(String payload) {
        try {
            def read = String.valueOf(partnerCenter.api(own.load('api.PayloadsApi'))."get$payload"())
            return read == READ[payload] ? 'passes' : "another value: $read"
        } catch (ServiceException e) {
            def read = "${e.status()}, code ${e.code()}: ${e.description()}" as String
            return read == READ[payload] ? 'passes' : "another error: $read"
        } catch (DecodingException e) {
            return "fails: ${e.message.replaceFirst(/.*: /, '').replaceFirst(/ \[MS-.*/, '')}"
        }
    }

    private List<String> refusals(String document) {
        try {
            OwnClient.generate(folder.resolve('refused'), document)
            return []
        } catch (IllegalArgumentException e) {
            return e.message.readLines().drop(1)
        }
    }

    /** Returns the line about an operation, or about the schema of its response. */
    private String refused(String scenario) {
        def operation = scenario.take(3)
        def payload = scenario.drop(3)
        refusals.find { it.startsWith("#/paths/~1payload~1xml~1${payload.uncapitalize()}/$operation/") } ?:
                operation == 'get' ? refusals.find { it.startsWith("#/components/schemas/$payload/") } : null
    }

    private static List<JsonNode> operations() {
        Yaml.mapper().readTree(DOCUMENT).path('paths').collectMany { it.toList() }
    }

    private String withoutRefused() {
        def root = Yaml.mapper().readTree(DOCUMENT)
        root.path('paths').each { path ->
            def refused = path.properties().findAll { refused(it.value.path('operationId').asText()) }*.key
            ((ObjectNode) path).remove(refused)
        }
        ((ObjectNode) root.at('/components/schemas')).remove(READ.keySet().findAll { refused("get$it") })
        Yaml.mapper().writeValueAsString(root)
    }

    /** By the name of the operation. */
    private static Map<String, String> table() {
        def page = new Repository(Repository.ROOT).text('docs/targets.md')
        def rows = page.substring(page.indexOf('### Spector')).readLines().dropWhile { !it.startsWith('| payload') }.drop(2).takeWhile { it.startsWith('| ') }
        rows.collect { it.split(/ \| |\| | \|/).findAll().toList() }.collectEntries { cells ->
            def (payload, get, put) = cells
            put == '–' ? [("get$payload" as String): get] : [("get$payload" as String): get, ("put$payload" as String): put]
        }
    }
}
