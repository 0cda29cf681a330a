package io.github.partnercenter4j.checks.own

import io.github.partnercenter4j.checks.Repository
import java.nio.file.Files
import java.nio.file.Path
import spock.lang.Requires
import spock.lang.Specification
import spock.lang.TempDir

/** Documents of other APIs: what is generated compiles, and all else is refused. .ci/documents fetches them, and docs/targets.md has the counts. */
class ForeignDocumentsSpec extends Specification {
    private static final int MAX_BYTES = 80 * 1024
    private static final List<String> RESULTS = ['generated', 'refused', 'invalid']

    @TempDir
    Path folder

    @Requires(value = { System.getProperty('documents.folder') }, reason = 'needs documents, see .ci/documents')
    def 'each document is generated and compiled, refused with its places, or invalid'() {
        given:
        def root = Path.of(System.getProperty('documents.folder'))
        def every = Integer.getInteger('documents.every', 10)
        def documents = Files.walk(root).withCloseable { it.filter { it.toString().endsWith('.json') && Files.size(it) < MAX_BYTES }.sorted().toList() }

        when:
        def results = documents.indices.findAll { it % every == 0 }.collectEntries { [root.relativize(documents[it]).toString(), result(documents[it])] }

        then:
        results.findAll { !(it.value in RESULTS) } == [:]

        and: 'the table has the counts of the sample'
        def counts = RESULTS.collect { results.values().count(it) }
        every != 10 || new Repository(Repository.ROOT).text('docs/targets.md').contains("| every 10th | ${results.size()} | ${counts.join(' | ')} |")
    }

    private String result(Path document) {
        try {
            OwnClient.of(folder.resolve('document'), Files.readString(document)).close()
            'generated'
        } catch (IllegalArgumentException e) {
            e.message.startsWith('The OpenAPI document has') && e.message.readLines().drop(1).every { it.startsWith('#/') } ? 'refused' : e.toString()
        } catch (Exception | AssertionError e) {
            e.message.startsWith('There were issues with the specification') ? 'invalid' : e.toString()
        } finally {
            folder.resolve('document').toFile().deleteDir()
        }
    }
}
