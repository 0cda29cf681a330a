package io.github.partnercenter4j.conformance.targets

import io.github.partnercenter4j.conformance.model.ProjectFolder
import io.github.partnercenter4j.sandbox.spec.SpecModel
import java.nio.file.Path
import org.opentest4j.TestAbortedException
import spock.lang.Requires
import spock.lang.Shared
import spock.lang.Specification

/** Any service at a base URL: what it answers is held against the document, and what it did not answer is not applicable. */
@Requires(value = { System.getProperty('conformance.baseUrl') }, reason = 'No target was given: -Dconformance.baseUrl=…')
class TargetSpec extends Specification {
    private static final SpecModel SPEC = SpecModel.bundled()

    @Shared
    TargetRun run

    @Shared
    Redaction redaction

    def setupSpec() {
        def settings = TargetSettings.of(System.properties)
        redaction = new Redaction(settings)
        run = new TargetRun(SPEC, settings, Pace.oneASecond()).go()
        new TargetReport(settings, run, redaction).write(ProjectFolder.REPORTS)
        if (System.getProperty('conformance.record')) {
            new Recording(Path.of(System.getProperty('conformance.record')), redaction, SPEC).write(run.asked)
        }
    }

    def 'the answer is as the document says: #name'() {
        when:
        def objections = applicable(run.asked.find { it.probe.name == name }).objections.collect { redaction.of(it.toString()) }

        then:
        objections == []

        where:
        name << Probe.all(SPEC)*.name
    }

    def 'the client reads what the target answers in #mediaType'() {
        when:
        def clientResults = applicable(run.clientResults.find { it.mediaType == mediaType })
        def refusal = clientResults.refused ? redaction.of(clientResults.outcome) : null

        then:
        refusal == null

        where:
        mediaType << Probe.mediaTypes(SPEC)
    }

    def 'the target was seen to answer #status'() {
        when:
        def seen = applicable(run.asked*.status.find { it == status })

        then:
        seen == status

        where:
        status << SPEC.operation(Probe.OPERATION).responses()*.status()
    }

    def 'an open question has an answer: #id'() {
        when:
        def answer = applicable(new Questions(run.asked).all().find { it.id == id }.answer)

        then:
        !answer.empty

        where:
        id << new Questions([]).all()*.id
    }

    /** Aborted counts as skipped and never as passed, though not within a condition, which would make a failure of it. What is rendered when a condition fails is redacted before. */
    private static <T> T applicable(T value) {
        if (value == null) {
            throw new TestAbortedException('Not applicable: the target was not asked, or did not answer so')
        }
        value
    }
}
