package io.github.partnercenter4j.conformance.report

import com.fasterxml.jackson.databind.SerializationFeature
import com.fasterxml.jackson.databind.json.JsonMapper
import groovy.transform.CompileStatic
import io.github.partnercenter4j.conformance.check.Verdict
import io.github.partnercenter4j.conformance.check.Verdict.State
import io.github.partnercenter4j.conformance.model.Side
import io.github.partnercenter4j.conformance.mutate.Mutation.Expected
import io.github.partnercenter4j.conformance.mutate.MutationVerdict
import java.nio.file.Files
import java.nio.file.Path

/** Counts the verdicts, for programs: coverage.json and faults.json. */
@CompileStatic
class Coverage {
    private static final JsonMapper JSON = JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build()

    /**
     * Returns the content of coverage.json.
     *
     * @param seed the seed of the generated cases; null if there are none
     */
    static Map<String, Object> of(Long seed, List<Verdict> verdicts) {
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

    /** Returns the content of faults.json. */
    static Map<String, Object> ofMutations(List<MutationVerdict> verdicts) {
        [
                total: verdicts.size(),
                faults: verdicts.count { it.mutation.fault },
                equivalents: verdicts.count { !it.mutation.fault },
                caught: verdicts.count { it.mutation.fault && !it.survivor },
                survivors: verdicts.findAll { it.survivor }*.mutation*.id,
                equivalentsTurnedRed: verdicts.findAll { it.equivalentTurnedRed }*.mutation*.id,
                bySide: Side.values().collectEntries { Side side -> [side.toString(), ofSide(verdicts, side)] },
                requirements: verdicts.collectEntries { MutationVerdict it -> [it.mutation.id, it.violations.keySet()*.toString()] }
        ] as Map<String, Object>
    }

    private static Map<String, Object> ofSide(List<MutationVerdict> verdicts, Side side) {
        Map<Expected, List<MutationVerdict>> byExpected = verdicts.groupBy { it.mutation.expected(side) }
        List<MutationVerdict> faults = byExpected.getOrDefault(Expected.REJECT, [])
        List<MutationVerdict> equivalents = byExpected.getOrDefault(Expected.ACCEPT, [])
        [
                faults: faults.size(), caught: faults.count { it.isRejected(side) },
                equivalents: equivalents.size(), turnedRed: equivalents.count { it.isRejected(side) },
                ignored: byExpected.getOrDefault(Expected.IGNORE, []).size()
        ] as Map<String, Object>
    }

    static void write(Path file, Map<String, Object> report) {
        Files.createDirectories(file.parent)
        Files.writeString(file, JSON.writeValueAsString(report) + '\n')
    }
}
