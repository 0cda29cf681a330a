package io.github.partnercenter4j.client.behavior.corpus

import java.nio.file.Files
import java.nio.file.Path
import java.time.Duration
import spock.lang.Requires
import spock.lang.Specification

/** Decodes other projects' corpora, such as JSONTestSuite and the W3C's XML test suite, from folders on this machine. */
class ForeignCorpusSpec extends Specification {
    private static final Path REPORTS = Path.of('target/corpus')

    @Requires(value = { System.getProperty('conformance.corpus.json') }, reason = 'No corpus of JSON was given: -Dconformance.corpus.json=DIR')
    def 'each file of the given JSON corpus is accepted or rejected as its name says'() {
        expect:
        findings('json', Embedding.JSON) == [:]
    }

    @Requires(value = { System.getProperty('conformance.corpus.xml') }, reason = 'No corpus of XML was given: -Dconformance.corpus.xml=DIR')
    def 'each file of the given XML corpus is accepted or rejected as its name says'() {
        expect:
        findings('xml', Embedding.XML) == [:]
    }

    private static Map<String, String> findings(String kind, Embedding embedding) {
        def folder = Path.of(System.getProperty('conformance.corpus.' + kind))
        assert Files.isDirectory(folder): "conformance.corpus.$kind is no folder (a relative path begins at client-ext): $folder"
        new ClientDecoder(embedding.mediaType).withCloseable { client ->
            def corpus = Corpus.read(folder, embedding, new WatchedDecoder(client, Duration.ofMinutes(1)))
            corpus.write(REPORTS, 'corpus-' + kind)
            assert !corpus.files.empty
            corpus.findings
        }
    }
}
