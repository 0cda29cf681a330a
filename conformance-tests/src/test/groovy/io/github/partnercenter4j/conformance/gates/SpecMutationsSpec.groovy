package io.github.partnercenter4j.conformance.gates

import com.fasterxml.jackson.databind.ObjectMapper
import io.github.partnercenter4j.conformance.model.ProjectFolder
import io.github.partnercenter4j.conformance.model.Sample
import io.github.partnercenter4j.testing.SpecDocument
import java.nio.file.Files
import java.nio.file.Path
import spock.lang.Specification

/** A gate rejects every mutation of the spec. target/spec-faults.json says which gate. */
class SpecMutationsSpec extends Specification {
    private static final SpecTree SPEC = new SpecTree(SpecDocument.CURRENT.tree)
    private static final Path REPORT = ProjectFolder.MODULE.resolve('target/spec-faults.json')

    def 'a gate rejects every mutation of the spec'() {
        given:
        def all = new SpecMutations(SPEC).all()
        def faults = all.groupBy { it.kind }.values().collectMany { Sample.every(5, it) }
        def release = Gates.callersOf(SPEC)
        assert (Gates.ALL + release).every { it.check(SPEC) == [] }

        when:
        def caught = faults.collect { fault ->
            def planted = fault.in(SPEC)
            def gate = Gates.ALL.find { it.check(planted) } ?: [release].find { it.check(planted) }
            [fault: fault.kind, place: fault.place, gate: gate?.name, objection: gate?.check(planted)?.first()]
        }
        Files.writeString(REPORT, new ObjectMapper().writerWithDefaultPrettyPrinter().writeValueAsString(caught))

        then:
        caught.findAll { !it.gate } == []
        all.size() > 600

        and: 'the comparison with the released spec is needed only where no page of Microsoft and no rule defines the place'
        caught.findAll { it.gate == release.name && SourcePages.tellOf(it.place) } == []
    }

    def 'a change that does not matter to callers passes every gate: #kind'() {
        given:
        def release = Gates.callersOf(SPEC)

        when: 'all of them at once'
        def document = changes.inject(SPEC) { changed, change -> change.in(changed) }

        then:
        changes.size() >= least
        (Gates.ALL + release).collectMany { gate -> gate.check(document).collect { "$gate: $it" } } == []

        where:
        kind                                                                               | changes                                  | least
        'another description'                                                              | new SpecEquivalents(SPEC).descriptions() | 60
        'another summary'                                                                  | new SpecEquivalents(SPEC).summaries()    | 16
        'another value of an example, in JSON and XML, except the sample of the documentation' | new SpecEquivalents(SPEC).values()       | 30
    }
}
