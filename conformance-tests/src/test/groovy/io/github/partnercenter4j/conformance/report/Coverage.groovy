package io.github.partnercenter4j.conformance.report

import com.fasterxml.jackson.databind.SerializationFeature
import com.fasterxml.jackson.databind.json.JsonMapper
import groovy.transform.CompileStatic
import io.github.partnercenter4j.conformance.mutate.Mutation
import io.github.partnercenter4j.conformance.check.Verdict
import io.github.partnercenter4j.conformance.check.Verdict.State
import io.github.partnercenter4j.conformance.model.Side
import io.github.partnercenter4j.conformance.mutate.Mutation.Expected
import io.github.partnercenter4j.conformance.mutate.MutationVerdict
import java.nio.file.Files
import java.nio.file.Path

/** The numbers of a run, for machines: coverage.json and faults.json. */
@CompileStatic
class Coverage {
    private static final JsonMapper JSON = JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build()

    static Map<String, Object> of(long seed, List<Verdict> verdicts) {
        [
                seed: seed,
                server: ledger(verdicts.findAll { it.requirement.side == Side.SERVER }),
                client: ledger(verdicts.findAll { it.requirement.side == Side.CLIENT }),
                byKind: verdicts.groupBy { it.requirement.kind }.collectEntries { String kind, List<Verdict> its -> [kind, counts(its)] }
        ] as Map<String, Object>
    }

    private static Map<String, Object> ledger(List<Verdict> verdicts) {
        counts(verdicts) + ([
                exercised: verdicts.findAll { it.state == State.EXERCISED }*.requirement*.id,
                missing: verdicts.findAll { it.state == State.MISSING }*.requirement*.id,
                waived: []
        ] as Map<String, Object>)
    }

    private static Map<String, Object> counts(List<Verdict> verdicts) {
        [total: verdicts.size(), covered: verdicts.count { it.state == State.COVERED }] as Map<String, Object>
    }

    static Map<String, Object> ofFaults(List<MutationVerdict> mutationVerdicts) {
        List<MutationVerdict> survivors = mutationVerdicts.findAll { it.survivor }
        List<MutationVerdict> turned = mutationVerdicts.findAll { it.equivalentTurnedRed }
        [
                total: mutationVerdicts.size(),
                caught: mutationVerdicts.count { it.mutation.fault && !it.survivor },
                survivors: survivors*.mutation*.id,
                equivalentsTurnedRed: turned*.mutation*.id,
                byWitness: [
                        server: witness(mutationVerdicts, Side.SERVER),
                        client: witness(mutationVerdicts, Side.CLIENT)
                ],
                requirements: mutationVerdicts.collectEntries { MutationVerdict it -> [it.mutation.id, it.violations.keySet()*.toString()] }
        ] as Map<String, Object>
    }

    private static Map<String, Object> witness(List<MutationVerdict> mutationVerdicts, Side side) {
        List<MutationVerdict> red = mutationVerdicts.findAll { it.mutation.expected(side) == Expected.REJECT }
        List<MutationVerdict> equal = mutationVerdicts.findAll { it.mutation.expected(side) == Expected.ACCEPT }
        [
                red: red.size(), caught: red.count { it.isRejected(side) }, equivalent: equal.size(), turnedRed: equal.count { it.isRejected(side) },
                notApplicable: mutationVerdicts.count { it.mutation.expected(side) == Expected.IGNORE }
        ] as Map<String, Object>
    }

    static void write(Path file, Map<String, Object> report) {
        Files.createDirectories(file.parent)
        Files.writeString(file, JSON.writeValueAsString(report) + '\n')
    }
}
