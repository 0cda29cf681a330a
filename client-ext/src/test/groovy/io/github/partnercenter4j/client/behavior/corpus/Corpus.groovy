package io.github.partnercenter4j.client.behavior.corpus

import com.fasterxml.jackson.databind.ObjectMapper
import groovy.transform.CompileStatic
import io.github.partnercenter4j.client.behavior.corpus.Reading.Outcome
import java.nio.file.Files
import java.nio.file.Path
import java.util.stream.Stream

/** Decodes each file of a folder, and reports the outcomes. */
@CompileStatic
class Corpus {
    /** Valid JSON that the client rejects on purpose, with the reason. */
    static final Map<String, String> EXCUSES = [
            'y_object_duplicated_key.json'          : 'A key given twice is refused: which of the two is meant is not known.',
            'y_object_duplicated_key_and_value.json': 'A key given twice is refused: which of the two is meant is not known.'
    ]

    final List<CorpusFile> files

    private Corpus(List<CorpusFile> files) {
        this.files = files
    }

    static Corpus read(Path folder, Embedding embedding, WatchedDecoder decoder) {
        List<Path> paths = Files.walk(folder).withCloseable { Stream<Path> all -> all.filter { Files.isRegularFile(it) }.sorted().toList() }
        new Corpus(paths.collect { Path path ->
            byte[] document = Files.readAllBytes(path)
            byte[] embedded = embedding.embed(document)
            new CorpusFile(folder.relativize(path).toString().replace('\\', '/'), decoder.read(document), embedded == null ? null : decoder.read(embedded))
        })
    }

    /** The wrong outcomes by file name. */
    Map<String, String> getFindings() {
        files.collectEntries { CorpusFile file -> [file.name, file.finding(EXCUSES)] }.findAll { name, finding -> finding != null } as Map<String, String>
    }

    Map<String, List<String>> getVerdicts() {
        files.groupBy { it.verdict }.collectEntries { verdict, List<CorpusFile> those -> [verdict, those*.name] } as Map<String, List<String>>
    }

    /** Writes NAME.json for programs and NAME.txt for people. */
    void write(Path folder, String name) {
        Files.createDirectories(folder)
        Map<String, String> excused = EXCUSES.findAll { excuse, reason -> files.any { it.name.endsWith(excuse) } }
        new ObjectMapper().writerWithDefaultPrettyPrinter().writeValue(folder.resolve(name + '.json').toFile(),
                [files: files.size(), findings: findings, excused: excused, verdicts: verdicts, messages: messages])
        Files.writeString(folder.resolve(name + '.txt'), text(excused))
    }

    private Map<String, String> getMessages() {
        files.findAll { it.alone.outcome != Outcome.READ || it.embedded?.failure }.collectEntries { CorpusFile it -> [it.name, (it.embedded?.failure ? it.embedded : it.alone).message] } as Map<String, String>
    }

    private String text(Map<String, String> excused) {
        StringBuilder text = new StringBuilder("${files.size()} files: ${verdicts.collect { verdict, names -> "${names.size()} $verdict" }.join(', ')}\n")
        section(text, 'Findings', findings)
        section(text, 'Refused on purpose', excused)
        verdicts.each { verdict, names -> section(text, verdict.capitalize(), names.collectEntries { [it, messages[it] ?: ''] } as Map<String, String>) }
        text
    }

    private static void section(StringBuilder text, String title, Map<String, String> lines) {
        if (!lines.isEmpty()) {
            text.append("\n$title\n")
            lines.each { name, line -> text.append("  $name  $line\n") }
        }
    }
}
