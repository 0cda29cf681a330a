package io.github.partnercenter4j.conformance.report

import groovy.transform.CompileStatic
import groovy.transform.PackageScope
import io.github.partnercenter4j.conformance.check.Verdict
import io.github.partnercenter4j.conformance.check.Verdict.State
import io.github.partnercenter4j.conformance.model.Requirement
import io.github.partnercenter4j.conformance.model.Sample
import io.github.partnercenter4j.conformance.mutate.MutationVerdict

/** The result of a run, for people: one HTML page that loads nothing else. The summary needs no JavaScript, the search and the tree do. */
@CompileStatic
class ReportPage {
    private final List<Verdict> verdicts
    private final ReportData data
    private final Map<String, Object> coverage
    private final Map<String, Object> faults

    /**
     * @param coverage the content of coverage.json
     * @param faults the content of faults.json
     */
    ReportPage(List<Verdict> verdicts, List<MutationVerdict> mutationVerdicts, Map<String, Object> coverage, Map<String, Object> faults) {
        this.verdicts = verdicts
        this.data = new ReportData(verdicts, mutationVerdicts)
        this.coverage = coverage
        this.faults = faults
    }

    String html() {
        Map<String, String> parts = [
                STYLE: resource('page.css'),
                REQUIREMENTS: requirements(),
                LEDGERS: ['server', 'client'].collect { ledger(it) }.join('\n'),
                MUTATIONS: mutations(),
                SIDES: ['server', 'client'].collect { side(it) }.join('\n'),
                SECTIONS: sections(),
                SEED: coverage.seed == null ? '' : "<p>The generated cases have the seed <code id=\"seed\">${coverage.seed}</code>.</p>".toString(),
                DATA: data.packed(),
                SCRIPT: resource('page.js')
        ]
        String page = resource('page.html')
        parts.each { String name, String part -> page = page.replace("@$name@".toString(), part) }
        page
    }

    /** Returns the name of a part of the report that a requirement belongs to: its status, or its kind if it is not about one status. */
    @PackageScope
    static String section(Requirement requirement) {
        requirement.status == 0 ? requirement.kind : requirement.status.toString()
    }

    @PackageScope
    static String word(Enum<?> value) {
        value.name().toLowerCase(Locale.ROOT)
    }

    private String requirements() {
        int covered = verdicts.count { it.state == State.COVERED } as int
        String others = State.values().drop(1).collect { State state -> [verdicts.count { it.state == state }, word(state)] }
                .findAll { it[0] }.collect { " ${it[0]} ${it[1]}." }.join('')
        "$covered of ${verdicts.size()} requirements are covered.$others"
    }

    private String mutations() {
        List<String> survivors = faults.survivors as List<String>
        List<String> turnedRed = faults.equivalentsTurnedRed as List<String>
        "<p><b>${faults.caught} of ${faults.faults} mutations that matter are caught.</b> ${faults.equivalents} more change nothing that matters (equivalent): " +
                "no check may reject them, and ${turnedRed.empty ? 'none does' : turnedRed.size() + ' are rejected'}." +
                "${Sample.EVERYTHING ? '' : ' This run applied a sample of all mutations; <code>mvn -Pfaults verify</code> applies them all.'}</p>" +
                list('Not caught', survivors) + list('Equivalent, but rejected', turnedRed)
    }

    private static String list(String title, List<String> items) {
        items.empty ? '' : "<p class=\"why\">$title:</p><ul>${items.collect { "<li>${text(it)}</li>" }.join('')}</ul>"
    }

    private String ledger(String side) {
        Map<String, Object> ledger = coverage[side] as Map<String, Object>
        row("data-ledger=\"$side\"", side, [ledger.total, ledger.covered, *['exercised', 'missing'].collect { (ledger[it] as List).size() }] as List<Object>)
    }

    private String side(String side) {
        Map<String, Object> counts = (faults.bySide as Map<String, Object>)[side] as Map<String, Object>
        row("data-side=\"$side\"", side, ['faults', 'caught', 'equivalents', 'turnedRed', 'ignored'].collect { counts[it] })
    }

    private String sections() {
        verdicts.groupBy { it.requirement.operation }.collect { String operation, List<Verdict> ofOperation ->
            "<tr><th colspan=\"5\">${text(operation)}</th></tr>\n" + ofOperation.groupBy { section(it.requirement) }.collect { String name, List<Verdict> its ->
                row("data-section=\"$operation $name\"", name, [its.size(), *State.values().collect { State state -> its.count { it.state == state } }] as List<Object>)
            }.join('\n')
        }.join('\n')
    }

    private static String row(String attribute, String name, List<Object> numbers) {
        "<tr $attribute><th scope=\"row\">${text(name)}</th>${numbers.collect { "<td>$it</td>" }.join('')}</tr>"
    }

    private static String text(String text) {
        text.replace('&', '&amp;').replace('<', '&lt;')
    }

    private static String resource(String name) {
        ReportPage.getResource(name).getText('UTF-8')
    }
}
