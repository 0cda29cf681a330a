package io.github.partnercenter4j.conformance.model

import groovy.transform.CompileStatic

/** Reads the tables of docs/conformance.md, which say which requirements are derived from which part of the spec. */
@CompileStatic
class Applicability {
    /** The page, which is packaged with the suite. */
    static final String PAGE = Applicability.getResource('/io/github/partnercenter4j/conformance/conformance.md').getText('UTF-8')

    private final List<Map<String, String>> places
    private final List<Map<String, String>> otherwiseInXml
    private final List<Map<String, String>> others
    private final List<Map<String, String>> notObserved

    Applicability(String page = PAGE) {
        places = table('What applies to a place', page)
        otherwiseInXml = table('What an attribute and a list without a wrapper change', page)
        others = table('What applies to the rest', page)
        notObserved = table('What the observed sandbox cannot test', page)
        (places + otherwiseInXml + others).each { Map<String, String> row ->
            assert row.findAll { it.key =~ /^(server|client)/ }.every { it.value ==~ /yes|no: .+/ }: "A cell must be 'yes' or 'no: reason': $row"
        }
    }

    /** Returns the aspects that a side is tested for at a place with these attributes. */
    List<String> ofPlace(Set<String> attributes, Side side, boolean json) {
        String column = "$side, ${json ? 'JSON' : 'XML'}"
        List<String> none = json ? [] as List<String>
                : otherwiseInXml.findAll { it.of in attributes && it[column] != 'yes' }*.get('aspect') as List<String>
        aspects(places, attributes, column) - none
    }

    /** Returns the aspects that a side is tested for at a part of the spec that is not a place. */
    List<String> of(String kind, Set<String> attributes, Side side) {
        aspects(others.findAll { it.kind == kind }, attributes, side.toString())
    }

    /** True if requirements of this kind can be tested with the observed sandbox, which does not follow the spec everywhere. */
    boolean isObserved(int status, String kind) {
        !notObserved.any { it.status == status.toString() && it.kind == kind }
    }

    private static List<String> aspects(List<Map<String, String>> rows, Set<String> attributes, String column) {
        rows.findAll { it.of in attributes && it[column] == 'yes' }*.get('aspect') as List<String>
    }

    /** Returns the rows of the table below a heading, each by the names of its columns. */
    static List<Map<String, String>> table(String heading, String page = PAGE) {
        List<String> lines = page.readLines().dropWhile { it != '## ' + heading }.drop(1)
                .takeWhile { !it.startsWith('## ') }.findAll { it.startsWith('|') }
        assert !lines.empty: "docs/conformance.md has no table below '## $heading'"
        List<String> columns = cells(lines[0])
        lines.drop(2).collect { String line ->
            List<String> cells = cells(line)
            assert cells.size() == columns.size(): "A row of '$heading' has ${cells.size()} cells and not ${columns.size()}: $line"
            (Map<String, String>) [columns, cells].transpose().collectEntries()
        }
    }

    private static List<String> cells(String line) {
        line.replaceAll(/^\||\|\s*$/, '').split(/\|/)*.strip() as List<String>
    }
}
