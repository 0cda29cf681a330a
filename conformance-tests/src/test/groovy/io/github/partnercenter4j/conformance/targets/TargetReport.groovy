package io.github.partnercenter4j.conformance.targets

import com.fasterxml.jackson.databind.ObjectMapper
import groovy.transform.CompileStatic
import java.nio.file.Files
import java.nio.file.Path

/** Writes what a run found to target.json for programs and to target.md for people. Both are redacted. */
@CompileStatic
class TargetReport {
    private final TargetSettings settings
    private final TargetRun run
    private final Redaction redaction

    TargetReport(TargetSettings settings, TargetRun run, Redaction redaction) {
        this.settings = settings
        this.run = run
        this.redaction = redaction
    }

    void write(Path folder) {
        Files.createDirectories(folder)
        Files.writeString(folder.resolve('target.json'), redaction.of(new ObjectMapper().writerWithDefaultPrettyPrinter().writeValueAsString(tree())))
        Files.writeString(folder.resolve('target.md'), redaction.of(text()))
    }

    private Map<String, Object> tree() {
        [target       : settings.baseUrl,
         stopped      : run.stopped,
         notApplicable: notApplicable(),
         responses    : run.results.collect { ProbeResult it -> [probe: it.probe.name, status: it.status, objections: it.objections*.toString(), remarks: it.remarks*.toString()] },
         client       : run.clientResults.collect { ClientResult it -> [mediaType: it.mediaType, status: it.status, outcome: it.outcome, refused: it.refused] },
         questions    : questions().collect { Question it -> [id: it.id, question: it.question, answer: it.answer, notApplicable: it.notApplicable] }] as Map<String, Object>
    }

    private List<Question> questions() {
        new Questions(run.results).all()
    }

    private Map<String, String> notApplicable() {
        run.notProvoked.collectEntries { [it.toString(), 'no response in this run had this status'] } as Map<String, String>
    }

    private String text() {
        String requests = run.stopped == null ? "${run.results.size() + run.clientResults.size()} requests were made." : "Stopped: ${run.stopped}."
        List<String> lines = ['# ' + settings.baseUrl, '', requests, '', '## Responses', '| request | status | by the spec |', '|---|---|---|']
        lines.addAll(run.results.collect { ProbeResult it -> "| ${it.probe.name} | ${it.status ?: 'none'} | ${told(it)} |".toString() })
        lines.addAll(notApplicable().collect { status, reason -> "| (none) | $status | not applicable: $reason |".toString() })
        lines.addAll(['', '## The client', '| asked for | status | outcome |', '|---|---|---|'])
        lines.addAll(run.clientResults.collect { ClientResult it -> "| ${it.mediaType} | ${it.status ?: 'none'} | ${cell(it.outcome)} |".toString() })
        lines.addAll(['', '## Questions', '| question | answer |', '|---|---|'])
        lines.addAll(questions().collect { Question it -> "| ${it.question} | ${cell(it.answer ?: 'not applicable: ' + it.notApplicable)} |".toString() })
        lines.join('\n') + '\n'
    }

    private static String told(ProbeResult result) {
        List<String> told = result.objections*.toString() + result.remarks.collect { "(remark) $it".toString() }
        told.empty ? 'good' : cell(told.join('; '))
    }

    private static String cell(String text) {
        text.replace('|', '\\|').replaceAll(/\s+/, ' ')
    }
}
