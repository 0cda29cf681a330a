package io.github.partnercenter4j.conformance.report

import com.fasterxml.jackson.databind.json.JsonMapper
import groovy.transform.CompileStatic
import io.github.partnercenter4j.conformance.check.Verdict
import io.github.partnercenter4j.conformance.check.Verdict.State
import io.github.partnercenter4j.conformance.exchange.Observation
import io.github.partnercenter4j.conformance.model.Requirement
import io.github.partnercenter4j.conformance.mutate.MutationVerdict

/** The numbers and the tree of a run, for a person: one page that needs nothing else. */
@CompileStatic
class ReportPage {
    private static final JsonMapper JSON = new JsonMapper()
    private static final int LONGEST_BODY = 1500

    /** A level of the tree: its levels below, and the requirements at it. */
    private static class Branch {
        final Map<String, Branch> branches = [:]
        final List<Integer> leaves = []
    }

    private final List<Verdict> verdicts
    private final Map<String, Object> coverage
    private final Map<String, Object> faults
    private final Map<Requirement, List<Map<String, Object>>> planted
    private final Map<String, Integer> observations = [:]

    ReportPage(List<Verdict> verdicts, List<MutationVerdict> mutationVerdicts, Map<String, Object> coverage, Map<String, Object> faults) {
        this.verdicts = verdicts
        this.coverage = coverage
        this.faults = faults
        planted = byObligation(mutationVerdicts)
    }

    private static Map<Requirement, List<Map<String, Object>>> byObligation(List<MutationVerdict> mutationVerdicts) {
        Map<Requirement, List<Map<String, Object>>> byObligation = [:].withDefault { [] }
        mutationVerdicts.each { MutationVerdict mutationVerdict ->
            mutationVerdict.violations.each { Requirement requirement, List<String> said ->
                byObligation[requirement] << ([name: mutationVerdict.mutation.id, said: said] as Map<String, Object>)
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
                OBSERVATIONS: script(observations.keySet().toList()),
                LEAVES: script(leaves)
        ]
        String page = ReportPage.getResource('/report/page.html').getText('UTF-8')
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
            "<details data-leaf=\"$i\" data-state=\"${state([i])}\"><summary>${dot([i])}${text("$requirement.side: $requirement.aspect".toString())}</summary></details>"
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
                id: verdict.requirement.toString(), pointer: verdict.requirement.pointer, violations: verdict.violations, check: verdict.testCase?.check?.name,
                satisfying: verdict.satisfying == null ? null : observation(verdict.satisfying),
                violating: verdict.counterexamples.collect { String name, List<String> said -> [name: name, said: said] },
                faults: planted[verdict.requirement]
        ] as Map<String, Object>
    }

    private int observation(Observation observation) {
        observations.computeIfAbsent(shown(observation)) { observations.size() }
    }

    private static String shown(Observation observation) {
        List<String> lines = [observation.name]
        if (observation.exchange == null) {
            lines << 'Nothing was sent.'
        } else {
            lines << "> ${observation.exchange.request.method} ${observation.exchange.request.target}".toString()
            lines.addAll(observation.exchange.request.headers.collect { '> ' + it })
            lines << '< ' + observation.exchange.answer.status
            lines.addAll(observation.exchange.answer.headers.collect { '< ' + it })
            lines << body(observation)
        }
        if (observation.outcome != null) {
            lines << 'The call ended as ' + observation.outcome
        }
        lines.join('\n')
    }

    private static String body(Observation observation) {
        String body
        try {
            body = observation.exchange.answer.text()
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
