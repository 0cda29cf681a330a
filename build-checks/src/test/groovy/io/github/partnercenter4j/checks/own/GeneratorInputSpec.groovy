package io.github.partnercenter4j.checks.own

import io.github.partnercenter4j.api.Operation
import io.github.partnercenter4j.generator.PartnerCenterCodegen
import io.github.partnercenter4j.model.Link
import io.swagger.parser.OpenAPIParser
import io.swagger.v3.oas.models.media.StringSchema
import java.nio.file.Files
import java.nio.file.Path
import org.jspecify.annotations.Nullable
import spock.lang.Specification
import spock.lang.TempDir

/** What the generator takes: documents with examples of any kind, documents in a jar, and types that exist already. */
class GeneratorInputSpec extends Specification {
    /** Media types that come first: of a body, and of a response. */
    private static final List<List<String>> FIRST = [
            ["application/x-www-form-urlencoded: {schema: {\$ref: '#/components/schemas/Part'}}", 'application/pdf: {schema: {type: string, format: binary}}'],
            ['multipart/form-data: {schema: {type: object, properties: {b: {type: string}}}}', 'text/plain: {schema: {type: string}}'],
            ['text/plain: {schema: {type: string}}', 'application/pdf: {schema: {type: string, format: binary}}']
    ]

    @TempDir
    Path folder

    def 'what looks like a reference in an example is none, and the document can be in a jar of the plugin'() {
        when:
        OwnClient.generate(folder.resolve('example'), OwnDocument.of(Thing: "{type: object, example: {\$ref: nowhere}, default: {\$ref: nowhere}, properties: {a: {type: string}}}"))
        def sources = OwnClient.generateFrom(folder.resolve('jar'), 'partner-center-orders.yaml')

        then:
        Files.exists(sources.resolve('own/api/OrdersApi.java'))
    }

    def 'a schema can be mapped to a type of this project'() {
        given:
        def document = OwnDocument.of(Thing: "{\$ref: '#/components/schemas/Link'}") + '    Link: {type: object, properties: {uri: {type: string}}}\n'

        when:
        def mapped = OwnClient.of(folder.resolve('mapped'), document, [Link: Link.name])

        then:
        mapped.load('model.Thing').recordComponents*.type == [Link]
        mapped.load('model.Thing').recordComponents[0].annotatedType.isAnnotationPresent(Nullable)

        when:
        mapped.load('model.Link')

        then:
        thrown(ClassNotFoundException)

        cleanup:
        mapped?.close()
    }

    def 'what the options say of names and types is kept'() {
        given:
        def document = Files.writeString(folder.resolve('options.yaml'), OwnDocument.of(Thing: '{type: string}') + ['Map', 'Set', 'DateTime'].collect { "    $it: {type: object, properties: {b: {type: string}}}\n" }.join(''))
        def generator = new PartnerCenterCodegen(inputSpec: document.toString(), outputDir: folder.toString())
        generator.modelNameMapping().Set = 'Bag'
        generator.typeMapping().putAll(Part: 'Portion', 'string+money': 'BigDecimal')
        generator.additionalProperties().modelNameSuffix = suffix

        when:
        generator.processOpts()
        generator.preprocessOpenAPI(new OpenAPIParser().readLocation(document.toString(), null, null).openAPI)

        then:
        ['Thing', 'Map', 'Set'].collect { generator.toModelName(it) } == names
        generator.getSchemaType(new StringSchema().format('money')).startsWith('BigDecimal')
        ['Part', 'DateTime', 'date'].collect { generator.typeMapping()[it] } == ['Portion', null, 'LocalDate']

        where:
        suffix || names
        ''     || ['Thing', 'ModelMap', 'Bag']
        'Dto'  || ['ThingDto', 'MapDto', 'Bag']
    }

    def 'of several media types, methods have what the client sends and reads, whatever comes first'() {
        given:
        def part = "schema: {\$ref: '#/components/schemas/Part'}"
        def paths = FIRST.withIndex().collect { first, i ->
            OwnDocument.path("/a$i", 'post', """operationId: addIt$i, requestBody: {content: {${first[0]}, application/json: {$part}}},
                responses: {'404': {description: None.}, ${i ? "'200'" : 'default'}: {description: A part., content: {${first[1]}, application/json: {$part}, 'text/xml; charset=utf-8': {$part}}}},
                callbacks: {done: {'{\$request.query.a}': {post: {requestBody: {content: {${first[0]}}}, responses: {'200': {description: Done., content: {${first[1]}}}}}}}}""")
        }

        when:
        def own = OwnClient.of(folder.resolve('types'), OwnDocument.withPaths(paths.join('')))
        def methods = FIRST.indices.collect { i -> own.load('api.ThingsApi').methods.find { it.name == "addIt$i" && !it.default } }

        then:
        methods.collect { [*it.parameterTypes, it.returnType] } == [[own.load('model.Part')] * 2] * FIRST.size()
        methods*.getAnnotation(Operation).every { it.mediaTypes() == ['application/json', 'text/xml; charset=utf-8'] as String[] }
        methods*.getAnnotation(Operation)*.success() == [['2XX'], ['200'], ['200']]

        cleanup:
        own?.close()
    }
}
