package io.github.partnercenter4j.client.behavior.corpus

import com.fasterxml.jackson.databind.ObjectMapper
import java.nio.file.Files
import java.nio.file.Path
import java.time.Duration
import java.util.concurrent.CountDownLatch
import spock.lang.Specification
import spock.lang.TempDir

/** Tests the corpus reader itself: with a small corpus of this project, and with decoders that are wrong. */
class CorpusSpec extends Specification {
    private static final Duration DEADLINE = Duration.ofMinutes(1)
    private static final Map<String, Map<String, List<String>>> EXPECTED = [
            JSON: [
                    'read'                 : ['i_structure_utf8_mark.json', 'y_collection.json', 'y_collection_with_unknown.json'],
                    'refused for its shape': ['i_number_huge_exponent.json', 'i_string_lone_surrogate.json', 'y_array_empty.json', 'y_number_negative_zero.json',
                                              'y_string_escapes.json', 'y_string_unicode.json', 'y_structure_true_with_space.json'],
                    'refused as malformed' : ['i_string_overlong.json', 'i_structure_utf16.json', 'n_array_trailing_comma.json', 'n_array_unclosed.json', 'n_number_leading_zero.json',
                                              'n_number_nan.json', 'n_object_comment.json', 'n_object_single_quotes.json', 'n_string_control_character.json',
                                              'n_string_escape_x.json', 'n_structure_empty.json', 'n_structure_open_arrays.json', 'n_structure_two_documents.json', 'y_object_duplicated_key.json']
            ],
            XML : [
                    'read'                 : ['valid/collection.xml', 'valid/collection-latin1.xml', 'valid/collection-unknown.xml', 'valid/dotnet.xml'],
                    'refused for its shape': ['valid/cdata.xml', 'valid/latin1.xml', 'valid/namespaces.xml', 'valid/plain.xml', 'not-wf/two-roots.xml'],
                    'refused'              : ['valid/utf16.xml'],
                    'refused as malformed' : ['not-wf/attribute-twice.xml', 'not-wf/character.xml', 'not-wf/encoding-name.xml', 'not-wf/entity.xml', 'not-wf/tags-crossed.xml', 'not-wf/unclosed.xml',
                                              'valid/doctype.xml', 'valid/entity-external.xml', 'valid/xml11.xml']
            ]
    ]

    @TempDir
    Path folder

    def 'each file of the #embedding corpus is accepted or rejected as its name says'() {
        given:
        def client = new ClientDecoder(embedding.mediaType)

        when:
        def corpus = Corpus.read(own(embedding.name().toLowerCase(Locale.ROOT)), embedding, new WatchedDecoder(client, DEADLINE))

        then:
        corpus.verdicts.collectEntries { [it.key, it.value.toSorted()] } == EXPECTED[embedding.name()].collectEntries { [it.key, it.value.toSorted()] }
        corpus.findings == [:]

        cleanup:
        client.close()

        where:
        embedding << Embedding.values()
    }

    def 'a decoder that #what is detected, and the rest of the corpus is still read'() {
        given:
        def documents = ['a.json': '1', 'b.json': 'BAD', 'c.json': '2']
        documents.each { name, text -> Files.writeString(folder.resolve(name), text) }
        def planted = { byte[] body -> new String(body).contains('BAD') ? fault.call() : 'a value' } as Decoder
        def forBad = new WatchedDecoder(planted, deadline)

        when:
        def corpus = Corpus.read(folder, Embedding.JSON, new WatchedDecoder(planted, DEADLINE) {
            @Override
            Reading read(byte[] body) {
                new String(body).contains('BAD') ? forBad.read(body) : super.read(body)
            }
        })

        then:
        corpus.verdicts == [read: ['a.json', 'c.json'], failed: ['b.json']]
        corpus.findings.keySet() == ['b.json'] as Set
        corpus.findings['b.json'].startsWith(finding)

        where:
        what                                    | deadline             | fault                                     || finding
        'hangs'                                 | Duration.ofMillis(1) | { new CountDownLatch(1).await() }         || 'HANGS: nothing after 1 ms'
        'exhausts memory'                       | DEADLINE             | { throw new OutOfMemoryError('planted') } || 'EXHAUSTS_MEMORY: java.lang.OutOfMemoryError: planted'
        'overflows the stack'                   | DEADLINE             | { throw new StackOverflowError() }        || 'ESCAPES: java.lang.StackOverflowError'
        'throws what is not in the closed list' | DEADLINE             | { throw new IllegalStateException('x') }  || 'ESCAPES: java.lang.IllegalStateException: x'
    }

    def 'a decoder that accepts everything fails at every n_ file, and one that rejects everything fails at every y_ file'() {
        given:
        def decoder = { byte[] body -> reads ? 'a value' : client.read('{'.bytes) } as Decoder

        when:
        def corpus = Corpus.read(own('json'), Embedding.JSON, new WatchedDecoder(decoder, DEADLINE))

        then:
        corpus.findings.keySet() == EXPECTED.JSON.values().flatten().findAll { it.startsWith(reads ? 'n_' : 'y_') && it != 'y_object_duplicated_key.json' }.toSet() +
                (reads ? ['y_object_duplicated_key.json'] : [])

        cleanup:
        client.close()

        where:
        reads << [true, false]
        client = new ClientDecoder('application/json')
    }

    def 'a decoder that accepts malformed XML is detected'() {
        expect:
        Corpus.read(own('xml'), Embedding.XML, new WatchedDecoder({ 'a value' }, DEADLINE)).findings.keySet() ==
                EXPECTED.XML.values().flatten().findAll { it.startsWith('not-wf/') }.toSet()
    }

    def 'the report names every file once, as JSON and as text'() {
        given:
        Files.writeString(folder.resolve('y_one.json'), '1')
        Files.writeString(folder.resolve('n_two.json'), '2')
        def refuse = new ClientDecoder('application/json')

        when:
        Corpus.read(folder, Embedding.JSON, new WatchedDecoder(refuse, DEADLINE)).write(folder.resolve('out'), 'corpus-json')

        then:
        def report = new ObjectMapper().readValue(folder.resolve('out/corpus-json.json').toFile(), Map)
        report.files == 2
        report.verdicts == ['refused for its shape': ['n_two.json', 'y_one.json']]
        report.findings == ['n_two.json': 'must be refused as malformed, and is refused for its shape']
        report.messages.keySet() == ['n_two.json', 'y_one.json'] as Set

        and:
        def text = Files.readString(folder.resolve('out/corpus-json.txt'))
        text.startsWith('2 files: 2 refused for its shape\n')
        text.contains('Findings\n  n_two.json  must be refused')

        cleanup:
        refuse.close()
    }

    private static Path own(String name) {
        Path.of(CorpusSpec.getResource('/corpus/' + name).toURI())
    }
}
