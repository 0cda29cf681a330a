package io.github.partnercenter4j.conformance.obligation

import groovy.transform.CompileStatic
import java.nio.file.Files
import java.nio.file.Path

/** The tables of docs/conformance.md: which aspects apply to what. */
@CompileStatic
class Applicability {
    static final Path DOCUMENT = Path.of('..', 'docs', 'conformance.md')

    private final List<Map<String, String>> places
    private final List<Map<String, String>> rest
    private final List<Map<String, String>> unobserved

    Applicability(String document = Files.readString(DOCUMENT)) {
        places = table(document, 'What applies to a place')
        rest = table(document, 'What applies to the rest')
        unobserved = table(document, 'What the observed sandbox has nothing for')
        (places + rest).each { Map<String, String> row ->
            assert row.findAll { it.key =~ /^(server|client)/ }.every { it.value ==~ /yes|no: .+/ }: "A row says neither yes nor why not: $row"
        }
    }

    /** The aspects of a place with these attributes that a ledger holds in a format. */
    List<String> ofPlace(Set<String> attributes, Side side, boolean json) {
        aspects(places, attributes, "${side.name().toLowerCase(Locale.ROOT)}, ${json ? 'JSON' : 'XML'}")
    }

    List<String> of(String kind, Set<String> attributes, Side side) {
        aspects(rest.findAll { it.kind == kind }, attributes, side.name().toLowerCase(Locale.ROOT))
    }

    /** Whether a client can be tried with what a server says that was observed and does not keep to the spec. */
    boolean isObserved(int status, String kind) {
        !unobserved.any { it.status == status.toString() && it.kind == kind }
    }

    private static List<String> aspects(List<Map<String, String>> rows, Set<String> attributes, String column) {
        rows.findAll { it.of in attributes && it[column] == 'yes' }*.get('aspect') as List<String>
    }

    /** The rows of the table below a heading, by the names of its columns. */
    static List<Map<String, String>> table(String document, String heading) {
        List<String> lines = document.readLines().dropWhile { it != '## ' + heading }.drop(1)
                .takeWhile { !it.startsWith('## ') }.findAll { it.startsWith('|') }
        List<String> columns = cells(lines[0])
        lines.drop(2).collect { String line ->
            List<String> cells = cells(line)
            Map<String, String> row = (Map<String, String>) [columns, cells].transpose().collectEntries()
            assert cells.size() == columns.size(): "A row of '$heading' has ${cells.size()} cells: $line"
            row
        }
    }

    private static List<String> cells(String line) {
        line.replaceAll(/^\||\|\s*$/, '').split(/\|/)*.strip() as List<String>
    }
}
