package io.github.partnercenter4j.conformance.targets

import io.github.partnercenter4j.conformance.model.ProjectFolder
import io.github.partnercenter4j.sandbox.spec.SpecModel
import java.nio.file.Path
import org.opentest4j.TestAbortedException
import spock.lang.Requires
import spock.lang.Shared
import spock.lang.Specification

/** Compares any service at a base URL with the spec. A status without a response is not applicable. */
@Requires(value = { System.getProperty('conformance.baseUrl') }, reason = 'Needs a target: -Dconformance.baseUrl=…')
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
            new Recording(Path.of(System.getProperty('conformance.record')), redaction, SPEC).write(run.results)
        }
    }

    def 'the response conforms to the spec: #name'() {
        when:
        def objections = applicable(run.results.find { it.probe.name == name }).objections.collect { redaction.of(it.toString()) }

        then:
        objections == []

        where:
        name << Probe.all(SPEC)*.name
    }

    def 'the client reads the response in #mediaType'() {
        when:
        def clientResults = applicable(run.clientResults.find { it.mediaType == mediaType })
        def refusal = clientResults.refused ? redaction.of(clientResults.outcome) : null

        then:
        refusal == null

        where:
        mediaType << Probe.mediaTypes(SPEC)
    }

    def 'the target responded with #status'() {
        when:
        def seen = applicable(run.results*.status.find { it == status })

        then:
        seen == status

        where:
        status << SPEC.operation(Probe.OPERATION).responses()*.status()
    }

    def 'an open question has an answer: #id'() {
        when:
        def answer = applicable(new Questions(run.results).all().find { it.id == id }.answer)

        then:
        !answer.empty

        where:
        id << new Questions([]).all()*.id
    }

    /** Skips the test if there is no value. Must not be called within a condition, which would turn it into a failure. What a condition can print is redacted first. */
    private static <T> T applicable(T value) {
        if (value == null) {
            throw new TestAbortedException('Not applicable: the request was not sent, or there was no such response')
        }
        value
    }
}
