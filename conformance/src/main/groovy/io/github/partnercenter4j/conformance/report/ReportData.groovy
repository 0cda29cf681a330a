package io.github.partnercenter4j.conformance.report

import com.fasterxml.jackson.databind.json.JsonMapper
import groovy.transform.CompileStatic
import groovy.transform.PackageScope
import io.github.partnercenter4j.conformance.check.Verdict
import io.github.partnercenter4j.conformance.exchange.Observation
import io.github.partnercenter4j.conformance.model.Requirement
import io.github.partnercenter4j.conformance.model.Side
import io.github.partnercenter4j.conformance.mutate.MutationVerdict
import java.util.zip.GZIPOutputStream

/**
 * What the report page shows on demand, as JSON. Thousands of verdicts share their texts, so each text is written once, in the list
 * <code>texts</code>. Everything else refers to it by its index. A table is a list of columns and a list of rows.
 */
@CompileStatic
@PackageScope
class ReportData {
    private static final JsonMapper JSON = new JsonMapper()
    private static final int MAX_BODY = 1500

    private final Map<String, Integer> texts = [:]
    private final Map<List<Object>, Integer> exchanges = [:]
    private final Map<List<Integer>, Integer> branches = [:]
    private final Map<Requirement, List<Object>> mutationsOf = [:].withDefault { [] }
    private final Map<String, Object> content

    ReportData(List<Verdict> verdicts, List<MutationVerdict> mutationVerdicts) {
        mutationVerdicts.eachWithIndex { MutationVerdict verdict, int i ->
            verdict.violations.each { Requirement requirement, List<String> violations -> mutationsOf[requirement] << [i, indices(violations)] }
        }
        List<List<Object>> requirements = verdicts.collect { requirement(it) }
        List<List<Object>> mutations = mutationVerdicts.collect { mutation(it) }
        content = [
                requirements: table(['id', 'side', 'aspect', 'kind', 'mediaType', 'branch', 'pointer', 'state', 'check', 'exchange', 'violations', 'counterexamples', 'mutations'], requirements),
                mutations: table(['name', 'family', 'server', 'client', 'state'], mutations),
                // A part of the spec: the index of the part that it belongs to, or -1, and its name.
                branches: table(['parent', 'name'], branches.keySet().toList() as List<List<Object>>),
                exchanges: exchanges.keySet().toList(),
                texts: texts.keySet().toList()
        ] as Map<String, Object>
    }

    /** Returns the JSON, compressed by gzip and encoded by Base64. A browser unpacks it faster than it reads the same as plain text. */
    String packed() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream()
        new GZIPOutputStream(bytes).withCloseable { JSON.writeValue(it as OutputStream, content) }
        bytes.toByteArray().encodeBase64().toString()
    }

    private static Map<String, Object> table(List<String> columns, List<List<Object>> rows) {
        [columns: columns, rows: rows] as Map<String, Object>
    }

    private List<Object> requirement(Verdict verdict) {
        Requirement requirement = verdict.requirement
        [
                index(requirement.id), index(requirement.side.toString()), index(requirement.aspect), index(requirement.kind), index(requirement.mediaType), branch(requirement),
                index(requirement.pointer), index(ReportPage.word(verdict.state)), index(verdict.testCase?.check?.name), exchange(verdict.observation),
                indices(verdict.violations), verdict.counterexamples.collect { String name, List<String> violations -> [index(name), indices(violations)] },
                mutationsOf[requirement]
        ] as List<Object>
    }

    private List<Object> mutation(MutationVerdict verdict) {
        String state = verdict.survivor ? 'survived' : verdict.equivalentTurnedRed ? 'wrongly rejected' : verdict.mutation.fault ? 'caught' : 'equivalent'
        [index(verdict.mutation.id), index(verdict.mutation.family), *Side.values().collect { index(ReportPage.word(verdict.mutation.expected(it))) }, index(state)] as List<Object>
    }

    /** Returns the index of the text; null for none. */
    private Integer index(String text) {
        text == null ? null : texts.computeIfAbsent(text) { texts.size() }
    }

    private List<Integer> indices(List<String> of) {
        of.collect { index(it) }
    }

    private int branch(Requirement requirement) {
        List<String> path = [requirement.operation, ReportPage.section(requirement), requirement.mediaType,
                             requirement.kind in ['header', 'example'] ? requirement.kind + 's' : null, requirement.subject]
        int branch = -1
        path.findAll().each { String name -> branch = branches.computeIfAbsent([branch, index(name)]) { branches.size() } }
        branch
    }

    private Integer exchange(Observation observation) {
        observation == null ? null : exchanges.computeIfAbsent(indices(shown(observation)) as List<Object>) { exchanges.size() }
    }

    private static List<String> shown(Observation observation) {
        List<String> lines = [observation.scenario.toString()]
        if (observation.exchange == null) {
            lines << 'Nothing was sent.'
        } else {
            List<String> sent = ["> ${observation.exchange.request.method} ${observation.exchange.request.target}".toString()]
            lines << (sent + observation.exchange.request.headers.collect { '> ' + it }).join('\n')
            lines << '< ' + observation.exchange.response.status
            lines.addAll(observation.exchange.response.headers.collect { '< ' + it })
            lines << body(observation)
        }
        if (observation.outcome != null) {
            lines << 'The call ended with ' + observation.outcome
        }
        lines
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
}
