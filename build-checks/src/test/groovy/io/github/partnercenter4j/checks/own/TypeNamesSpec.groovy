package io.github.partnercenter4j.checks.own

import io.github.partnercenter4j.checks.Sources
import io.github.partnercenter4j.generator.PartnerCenterCodegen
import java.nio.file.Files
import java.nio.file.Path
import spock.lang.AutoCleanup
import spock.lang.Shared
import spock.lang.Specification
import spock.lang.TempDir

/** A schema may have the name of any type: of one that the generated code names, and of one that the generator knows by that name. */
class TypeNamesSpec extends Specification {
    private static final Map<String, String> VALUES = [
            text: '{type: string}', whole: '{type: integer}', big: '{type: integer, format: int64}', flag: '{type: boolean}', number: '{type: number}', date: '{type: string, format: date}',
            time: '{type: string, format: date-time}', guid: '{type: string, format: uuid}', bytes: '{type: string, format: byte}', any: '{type: object}', old: '{type: string, deprecated: true}',
            items: '{type: array, items: {type: integer}}', set: '{type: array, uniqueItems: true, items: {type: string}}', map: '{type: object, additionalProperties: {type: string}}',
            attribute: '{type: string, xml: {attribute: true}}', kind: "{\$ref: '#/components/schemas/Kind'}"
    ]

    @Shared
    @TempDir
    Path folder

    @Shared
    @AutoCleanup
    OwnClient others

    /** By what they are. */
    @Shared
    Map<String, Collection<String>> names

    def setupSpec() {
        others = OwnClient.of(folder.resolve('others'), document([]))
        def generator = new PartnerCenterCodegen(inputSpec: folder.resolve('others/own.yaml').toString(), outputDir: folder.toString())
        def known = generator.typeMapping().keySet().toList()
        generator.processOpts()
        def used = words(others.sources)
        names = [used: used, uncapitalized: used*.uncapitalize(), known: known, imported: generator.importMapping().keySet()]
    }

    def 'what is generated names types'() {
        expect:
        names.used.containsAll(['Nullable', 'Operation', 'String', 'LinkedHashSet', 'OffsetDateTime', 'JsonCreator', 'Void'])
        names.known.containsAll(['DateTime', 'UUID', 'integer'])
    }

    def 'schemas of #kind names are records of their own, and the types of all else stay'() {
        given:
        def schemas = names[kind].unique(false) { it.replaceAll(/\W/, '').toLowerCase(Locale.ROOT) }

        when:
        def own = OwnClient.of(folder.resolve(kind), document(schemas))
        def holder = own.load('model.Holder').recordComponents.collectEntries { [it.name, it] }
        def records = schemas.indices.collect { holder["r$it"].type }

        then:
        records*.recordComponents*.name == schemas.indices.collect { ["a$it"] }
        schemas.indices.collect { i -> own.load('api.ThingsApi').getMethod("get$i").returnType } == records

        and:
        holder.findAll { it.key in VALUES.keySet() }.collectEntries { [it.key, it.value.genericType.typeName] } ==
                others.load('model.Holder').recordComponents.collectEntries { [it.name, it.genericType.typeName] }

        cleanup:
        own?.close()

        where:
        kind << ['used', 'uncapitalized', 'known', 'imported']
    }

    /** A document with one operation for each schema, and one for an object with each of them and with values of all types. */
    private static String document(List<String> schemas) {
        def paths = schemas.withIndex().collect { name, i -> operation("/r$i", "get$i", name) } + operation('/holder', 'getHolder', 'Holder') +
                OwnDocument.path('/nothing', 'delete', "operationId: drop, deprecated: true, responses: {'204': {description: Done.}}, parameters: [{name: times, in: query, schema: {type: array, items: {type: string, format: date-time}}}, {name: X-A, in: header, schema: {type: string}}]")
        def properties = VALUES + schemas.withIndex().collectEntries { name, i -> ["r$i", "{\$ref: '#/components/schemas/$name'}"] }
        OwnDocument.withPaths(paths.join('')) + "    Kind: {type: string, enum: [gold]}\n    Holder: {type: object, properties: {${properties.collect { "$it.key: $it.value" }.join(', ')}}}\n" +
                schemas.withIndex().collect { name, i -> "    $name: {type: object, properties: {a$i: {type: string}}}\n" }.join('')
    }

    private static String operation(String path, String id, String schema) {
        OwnDocument.path(path, 'get', "operationId: $id, responses: {'200': {description: A thing., content: {application/json: {schema: {\$ref: '#/components/schemas/$schema'}}, application/xml: {schema: {\$ref: '#/components/schemas/$schema'}}}}}")
    }

    /** Returns the capitalized words of the code but for the names of what is generated. */
    private static List<String> words(Path sources) {
        def files = Sources.javaFiles(sources)
        def words = files.collectMany { (Files.readString(it).replaceAll(/(?s)\/\*.*?\*\/|"[^"]*"/, '') =~ /\b[A-Z]\w+/).collect() }
        (words.unique() - files*.fileName*.toString()*.replace('.java', '')).sort()
    }
}
