package io.github.partnercenter4j.checks.own

import io.github.partnercenter4j.model.Link
import java.nio.file.Files
import java.nio.file.Path
import org.jspecify.annotations.Nullable
import spock.lang.Specification
import spock.lang.TempDir

/** What the generator takes: documents with examples of any kind, documents in a jar, and types that exist already. */
class GeneratorInputSpec extends Specification {
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
}
