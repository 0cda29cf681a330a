package io.github.partnercenter4j.conformance.check

import io.github.partnercenter4j.conformance.exchange.ClientHarness
import io.github.partnercenter4j.conformance.model.Applicability
import io.github.partnercenter4j.conformance.model.Sample
import io.github.partnercenter4j.conformance.wire.Alteration
import io.github.partnercenter4j.sandbox.Fidelity
import io.github.partnercenter4j.sandbox.spec.SpecModel
import java.nio.file.Files
import java.nio.file.Path
import spock.lang.AutoCleanup
import spock.lang.Shared
import spock.lang.Specification

/** Random bodies, and bodies with each place alone, in every media type. */
class GeneratedCasesSpec extends Specification {
    static final SpecModel SPEC = SpecModel.bundled()
    static final int RANDOM = Sample.EVERYTHING ? 200 : 10

    /** The file of one failing case: -Dconformance.replay=FILE. */
    static final String REPLAY = System.getProperty('conformance.replay')

    @Shared
    @AutoCleanup
    ClientHarness documented = new ClientHarness(SPEC, Fidelity.DOCUMENTED)

    @Shared
    @AutoCleanup
    ClientHarness observed = new ClientHarness(SPEC, Fidelity.OBSERVED)

    def 'the sandbox sends generated bodies as told, and the client reads them, #fidelity'() {
        given:
        def harness = fidelity == Fidelity.DOCUMENTED ? documented : observed
        def generated = new GeneratedCases(SPEC, harness)
        def all = REPLAY == null ? GeneratedCases.all(SPEC, Seed.VALUE, RANDOM).findAll { Sample.hasStatus(SPEC.operation(it.operation), it.status) } : [GeneratedCase.read(Path.of(REPLAY))]
        def failing = all.findAll { fidelity == Fidelity.DOCUMENTED || new Applicability().isObserved(it.status, 'place') }.find { !generated.problems(it).empty }
        def message = failing == null ? null : generated.shrunk(failing)

        expect:
        message == null

        where:
        fidelity << Fidelity.values()
    }

    def 'the same seed makes the same cases, and another seed makes others'() {
        expect:
        GeneratedCases.all(SPEC, 1, 3) == GeneratedCases.all(SPEC, 1, 3)
        GeneratedCases.all(SPEC, 1, 3) != GeneratedCases.all(SPEC, 2, 3)
    }

    def 'a failing body is shrunk to what makes it fail, and the file repeats it'() {
        given: 'a fault in every response with an etag'
        def fault = { response -> response.uncompressed().withBody(response.text().replaceAll(/"etag":"[^"]*"/, '"etag":1')) } as Alteration
        def generated = new GeneratedCases(SPEC, documented)
        def all = GeneratedCases.all(SPEC, 7, 20)
        def failing = all.find { it.operation == 'getProvisioningStatus' && it.status == 200 && it.mediaType == 'application/json' && it.tree.attributes?.etag?.length() > 2 && it.tree.links && it.tree.items }

        when:
        def message = generated.shrunk(failing, fault)

        then:
        failing.tree.size() == 4
        def file = Path.of((message =~ /replay=(.*)/)[0][1])
        def replayed = GeneratedCase.read(file)
        replayed.tree.keySet() == ['attributes', 'totalCount', 'items'] as Set
        replayed.tree.items == []
        replayed.tree.totalCount == 0
        replayed.tree.attributes.keySet() == ['etag'] as Set
        replayed.tree.attributes.etag.length() == 1
        generated.problems(replayed, fault).any { it.contains('DecodingException') }
        generated.problems(replayed).empty
        message.contains('-Dconformance.seed=')

        cleanup:
        Files.deleteIfExists(file)
    }
}
