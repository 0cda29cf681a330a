package io.github.partnercenter4j.conformance.gates

import com.fasterxml.jackson.databind.ObjectMapper
import io.github.partnercenter4j.conformance.model.ProjectFolder
import io.github.partnercenter4j.conformance.model.Sample
import io.github.partnercenter4j.specgates.Gates
import io.github.partnercenter4j.specgates.SourcePages
import io.github.partnercenter4j.specgates.SpecTree
import io.github.partnercenter4j.testing.SpecDocument
import java.nio.file.Files
import java.nio.file.Path
import spock.lang.Specification

/** A gate rejects every mutation of the spec. target/spec-faults.json says which gate. */
class SpecMutationsSpec extends Specification {
    private static final SpecTree SPEC = new SpecTree(SpecDocument.CURRENT.tree)
    private static final Path REPORT = ProjectFolder.MODULE.resolve('target/spec-faults.json')
    private static final Gates GATES = new Gates(ProjectFolder.REPOSITORY)

    def 'a gate rejects every mutation of the spec'() {
        given:
        def all = new SpecMutations(SPEC).all()
        def faults = all.groupBy { it.kind }.values().collectMany { Sample.every(5, it) }
        def release = SecondOpinions.callersOf(SPEC)
        assert GATES.check(SPEC).isEmpty() && release.check(SPEC) == []

        when:
        def caught = faults.collect { fault ->
            def planted = fault.in(SPEC)
            def gates = GATES.check(planted) ?: [(release): release.check(planted)].findAll { it.value }
            [fault: fault.kind, place: fault.place, gate: gates.keySet()*.name.find(), objection: gates.values().flatten().find()?.toString()]
        }
        Files.writeString(REPORT, new ObjectMapper().writerWithDefaultPrettyPrinter().writeValueAsString(caught))

        then:
        caught.findAll { !it.gate } == []
        all.size() > 600

        and: 'the comparison with the released spec is needed only where no page of Microsoft and no rule defines the place'
        def documented = SourcePages.placesIn(SPEC)
        caught.findAll { it.gate == release.name && documented(it.place) } == []
    }

    def 'a change that does not matter to callers passes every gate: #kind'() {
        given:
        def release = SecondOpinions.callersOf(SPEC)

        when: 'all of them at once'
        def document = changes.inject(SPEC) { changed, change -> change.in(changed) }

        then:
        changes.size() >= least
        GATES.check(document).isEmpty()
        release.check(document) == []

        where:
        kind                                                                               | changes                                  | least
        'another description'                                                              | new SpecEquivalents(SPEC).descriptions() | 60
        'another summary'                                                                  | new SpecEquivalents(SPEC).summaries()    | 16
        'another value of an example, in JSON and XML, except the sample of the documentation' | new SpecEquivalents(SPEC).values()       | 30
    }
}
