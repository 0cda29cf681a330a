package io.github.partnercenter4j.conformance.report

import com.fasterxml.jackson.databind.json.JsonMapper
import groovy.transform.CompileStatic
import io.github.partnercenter4j.conformance.check.Verdict
import io.github.partnercenter4j.conformance.check.Verdict.State
import io.github.partnercenter4j.conformance.exchange.Observation
import io.github.partnercenter4j.conformance.model.Requirement
import io.github.partnercenter4j.conformance.mutate.MutationVerdict

/** The numbers and the tree of a run, for people: one HTML page that loads nothing else. */
@CompileStatic
class ReportPage {
    private static final JsonMapper JSON = new JsonMapper()
    private static final int MAX_BODY = 1500

    /** A level of the tree, with its sub-levels and the verdicts at it, by their index. */
    private static class Branch {
        final Map<String, Branch> branches = [:]
        final List<Integer> leaves = []

        List<Integer> allLeaves() {
            leaves + branches.values().collectMany { it.allLeaves() }
        }
    }

    private final List<Verdict> verdicts
    private final Map<String, Object> coverage
    private final Map<String, Object> faults
    private final Map<Requirement, List<Map<String, Object>>> mutations = [:].withDefault { [] }
    private final Map<String, Integer> observations = [:]

    /**
     * @param coverage the content of coverage.json
     * @param faults the content of faults.json
     */
    ReportPage(List<Verdict> verdicts, List<MutationVerdict> mutationVerdicts, Map<String, Object> coverage, Map<String, Object> faults) {
        this.verdicts = verdicts
        this.coverage = coverage
        this.faults = faults
        for (MutationVerdict verdict : mutationVerdicts) {
            for (Map.Entry<Requirement, List<String>> entry : verdict.getViolations().entrySet()) {
                mutations[entry.key] << ([name: verdict.mutation.id, violations: entry.value] as Map<String, Object>)
            }
        }
    }

    String html() {
        List<Map<String, Object>> leaves = verdicts.collect { leaf(it) }
        List<Object> numbers = [faults.total, faults.caught, (faults.survivors as List).size(), (faults.equivalentsTurnedRed as List).size()]
        Map<String, String> parts = [
                NUMBERS: ['server', 'client'].collect { ledger(it) }.join('\n'),
                SEED: coverage.seed.toString(),
                FAULTS: "<tr>${cells(numbers)}</tr>".toString(),
                TREE: "<div id=\"tree\">${branch(tree())}</div>".toString(),
                OBSERVATIONS: script(observations.keySet().toList()),
                LEAVES: script(leaves)
        ]
        String page = ReportPage.getResource('/report/page.html').getText('UTF-8')
        parts.each { String name, String part -> page = page.replace("@$name@".toString(), part) }
        page
    }

    private String ledger(String side) {
        Map<String, Object> ledger = coverage[side] as Map<String, Object>
        List<Object> numbers = [ledger.total, ledger.covered, *['exercised', 'missing', 'waived'].collect { (ledger[it] as List).size() }] as List<Object>
        "<tr data-ledger=\"$side\"><td>$side</td>${cells(numbers)}</tr>"
    }

    private static String cells(List<Object> numbers) {
        numbers.collect { "<td class=\"n\">$it</td>" }.join('')
    }

    private Branch tree() {
        Branch root = new Branch()
        verdicts.eachWithIndex { Verdict verdict, int i ->
            Requirement requirement = verdict.requirement
            List<String> path = [requirement.operation, requirement.status == 0 ? requirement.kind : requirement.status.toString(), requirement.mediaType,
                                 requirement.kind in ['header', 'example'] ? requirement.kind + 's' : null, requirement.subject]
            Branch branch = root
            path.findAll().each { String it -> branch = branch.branches.computeIfAbsent(it) { new Branch() } }
            branch.leaves << i
        }
        root
    }

    private String branch(Branch branch) {
        branch.leaves.collect { int i ->
            Requirement requirement = verdicts[i].requirement
            "<details data-leaf=\"$i\" data-state=\"${state([i])}\"><summary>${dot([i])}${text(requirement.side.toString() + ': ' + requirement.aspect)}</summary></details>"
        }.join('\n') + branch.branches.collect { String name, Branch below ->
            List<Integer> leaves = below.allLeaves()
            int covered = leaves.count { verdicts[it].state == State.COVERED } as int
            "<details data-state=\"${state(leaves)}\"><summary>${dot(leaves)}${text(name)}<span class=\"count\">$covered of ${leaves.size()}</span></summary>\n${this.branch(below)}\n</details>"
        }.join('\n')
    }

    private String dot(List<Integer> leaves) {
        "<span class=\"dot ${state(leaves)}\"></span>"
    }

    /** Returns the worst state of the verdicts. */
    private String state(List<Integer> leaves) {
        leaves.collect { verdicts[it].state }.max().name().toLowerCase(Locale.ROOT)
    }

    private Map<String, Object> leaf(Verdict verdict) {
        [
                id: verdict.requirement.toString(), pointer: verdict.requirement.pointer, violations: verdict.violations, check: verdict.testCase?.check?.name,
                observation: verdict.observation == null ? null : index(verdict.observation),
                counterexamples: verdict.counterexamples.collect { String name, List<String> violations -> [name: name, violations: violations] },
                mutations: mutations[verdict.requirement]
        ] as Map<String, Object>
    }

    /** Many verdicts show the same observation, so the page holds each text once. */
    private int index(Observation observation) {
        observations.computeIfAbsent(shown(observation)) { observations.size() }
    }

    private static String shown(Observation observation) {
        List<String> lines = [observation.scenario.toString()]
        if (observation.exchange == null) {
            lines << 'Nothing was sent.'
        } else {
            lines << "> ${observation.exchange.request.method} ${observation.exchange.request.target}".toString()
            lines.addAll(observation.exchange.request.headers.collect { '> ' + it })
            lines << '< ' + observation.exchange.response.status
            lines.addAll(observation.exchange.response.headers.collect { '< ' + it })
            lines << body(observation)
        }
        if (observation.outcome != null) {
            lines << 'The call ended with ' + observation.outcome
        }
        lines.join('\n')
    }

    private static String body(Observation observation) {
        String body
        try {
            body = observation.exchange.response.text()
        } catch (IOException ignored) {
            body = '(not valid gzip)'
        }
        body.length() > MAX_BODY ? body.take(MAX_BODY) + '…' : body
    }

    private static String text(String text) {
        text.replace('&', '&amp;').replace('<', '&lt;')
    }

    /** Returns JSON that cannot end the script element it is in. */
    private static String script(Object value) {
        JSON.writeValueAsString(value).replace('</', '<\\/').replace('<!--', '<\\!--')
    }
}
