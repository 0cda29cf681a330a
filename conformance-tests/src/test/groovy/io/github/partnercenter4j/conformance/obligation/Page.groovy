package io.github.partnercenter4j.conformance.obligation

import com.fasterxml.jackson.databind.json.JsonMapper
import groovy.transform.CompileStatic
import io.github.partnercenter4j.conformance.obligation.Verdict.State

/** The numbers and the tree of a run, for a person: one page that needs nothing else. */
@CompileStatic
class Page {
    private static final JsonMapper JSON = new JsonMapper()
    private static final int LONGEST_BODY = 1500

    /** A level of the tree: its levels below, and the obligations at it. */
    private static class Branch {
        final Map<String, Branch> branches = [:]
        final List<Integer> leaves = []
    }

    private final List<Verdict> verdicts
    private final Map<String, Object> coverage
    private final Map<String, Object> faults
    private final Map<Obligation, List<Map<String, Object>>> planted
    private final Map<String, Integer> sights = [:]

    Page(List<Verdict> verdicts, List<Testimony> testimonies, Map<String, Object> coverage, Map<String, Object> faults) {
        this.verdicts = verdicts
        this.coverage = coverage
        this.faults = faults
        planted = byObligation(testimonies)
    }

    private static Map<Obligation, List<Map<String, Object>>> byObligation(List<Testimony> testimonies) {
        Map<Obligation, List<Map<String, Object>>> byObligation = [:].withDefault { [] }
        testimonies.each { Testimony testimony ->
            testimony.refusals.each { Obligation obligation, List<String> said ->
                byObligation[obligation] << ([name: testimony.fault.id, said: said] as Map<String, Object>)
            }
        }
        byObligation
    }

    String html() {
        List<Map<String, Object>> leaves = verdicts.collect { leaf(it) }
        Map<String, String> parts = [
                NUMBERS: ['server', 'client'].collect { numbers(it) }.join('\n'),
                SEED: coverage.seed.toString(),
                FAULTS: "<tr>${[faults.total, faults.caught, (faults.survivors as List).size(), (faults.equivalentsTurnedRed as List).size()].collect { cell(it) }.join('')}</tr>".toString(),
                TREE: "<div id=\"tree\">${branch(tree())}</div>".toString(),
                SIGHTS: script(sights.keySet().toList()),
                LEAVES: script(leaves)
        ]
        String page = Page.getResource('/report/page.html').getText('UTF-8')
        parts.each { String name, String part -> page = page.replace("@$name@".toString(), part) }
        page
    }

    private String numbers(String side) {
        Map<String, Object> ledger = coverage[side] as Map<String, Object>
        List<Object> numbers = [ledger.total, ledger.covered, *['exercised', 'missing', 'waived'].collect { (ledger[it] as List).size() }] as List<Object>
        "<tr data-ledger=\"$side\"><td>$side</td>${numbers.collect { cell(it) }.join('')}</tr>"
    }

    private static String cell(Object number) {
        "<td class=\"n\">$number</td>"
    }

    private Branch tree() {
        Branch root = new Branch()
        verdicts.eachWithIndex { Verdict verdict, int i ->
            Obligation obligation = verdict.obligation
            List<String> path = [obligation.operation, obligation.status == 0 ? obligation.kind : obligation.status.toString(), obligation.mediaType,
                                 obligation.kind in ['header', 'example'] ? obligation.kind + 's' : null, obligation.subject]
            Branch branch = root
            path.findAll().each { String it -> branch = branch.branches.computeIfAbsent(it) { new Branch() } }
            branch.leaves << i
        }
        root
    }

    private String branch(Branch branch) {
        branch.leaves.collect { int i ->
            Obligation obligation = verdicts[i].obligation
            "<details data-leaf=\"$i\" data-state=\"${state([i])}\"><summary>${dot([i])}${text(obligation.side.name().toLowerCase(Locale.ROOT) + ': ' + obligation.aspect)}</summary></details>"
        }.join('\n') + branch.branches.collect { String name, Branch below ->
            List<Integer> all = leaves(below)
            int covered = all.count { verdicts[it].state == State.COVERED } as int
            "<details data-state=\"${state(all)}\"><summary>${dot(all)}${text(name)}<span class=\"count\">$covered of ${all.size()}</span></summary>\n${this.branch(below)}\n</details>"
        }.join('\n')
    }

    private List<Integer> leaves(Branch branch) {
        branch.leaves + branch.branches.values().collectMany { leaves(it) }
    }

    private String dot(List<Integer> leaves) {
        "<span class=\"dot ${state(leaves)}\"></span>"
    }

    /** A level is as bad as the worst below it. */
    private String state(List<Integer> leaves) {
        leaves.collect { verdicts[it].state }.max().name().toLowerCase(Locale.ROOT)
    }

    private Map<String, Object> leaf(Verdict verdict) {
        [
                id: verdict.obligation.toString(), pointer: verdict.obligation.pointer, refusals: verdict.refusals, check: verdict.claim?.check?.name,
                kept: verdict.kept == null ? null : sight(verdict.kept),
                broken: verdict.counterexamples.collect { String name, List<String> said -> [name: name, said: said] },
                faults: planted[verdict.obligation]
        ] as Map<String, Object>
    }

    private int sight(Sight sight) {
        sights.computeIfAbsent(shown(sight)) { sights.size() }
    }

    private static String shown(Sight sight) {
        List<String> lines = [sight.name]
        if (sight.exchange == null) {
            lines << 'Nothing was sent.'
        } else {
            lines << "> ${sight.exchange.request.method} ${sight.exchange.request.target}".toString()
            lines.addAll(sight.exchange.request.headers.collect { '> ' + it })
            lines << '< ' + sight.exchange.answer.status
            lines.addAll(sight.exchange.answer.headers.collect { '< ' + it })
            lines << body(sight)
        }
        if (sight.outcome != null) {
            lines << 'The call ended as ' + sight.outcome
        }
        lines.join('\n')
    }

    private static String body(Sight sight) {
        String body
        try {
            body = sight.exchange.answer.text()
        } catch (IOException ignored) {
            body = '(no gzip)'
        }
        body.length() > LONGEST_BODY ? body.take(LONGEST_BODY) + '…' : body
    }

    private static String text(String text) {
        text.replace('&', '&amp;').replace('<', '&lt;')
    }

    /** JSON that cannot end the script it stands in. */
    private static String script(Object value) {
        JSON.writeValueAsString(value).replace('</', '<\\/').replace('<!--', '<\\!--')
    }
}
