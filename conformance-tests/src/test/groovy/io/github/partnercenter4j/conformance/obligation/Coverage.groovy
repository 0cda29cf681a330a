package io.github.partnercenter4j.conformance.obligation

import com.fasterxml.jackson.databind.SerializationFeature
import com.fasterxml.jackson.databind.json.JsonMapper
import groovy.transform.CompileStatic
import io.github.partnercenter4j.conformance.obligation.Fault.Say
import io.github.partnercenter4j.conformance.obligation.Verdict.State
import java.nio.file.Files
import java.nio.file.Path

/** The numbers of a run, for machines: coverage.json and faults.json. */
@CompileStatic
class Coverage {
    private static final JsonMapper JSON = JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build()

    static Map<String, Object> of(long seed, List<Verdict> verdicts) {
        [
                seed: seed,
                server: ledger(verdicts.findAll { it.obligation.side == Side.SERVER }),
                client: ledger(verdicts.findAll { it.obligation.side == Side.CLIENT }),
                byKind: verdicts.groupBy { it.obligation.kind }.collectEntries { String kind, List<Verdict> its -> [kind, counts(its)] }
        ] as Map<String, Object>
    }

    private static Map<String, Object> ledger(List<Verdict> verdicts) {
        counts(verdicts) + ([
                exercised: verdicts.findAll { it.state == State.EXERCISED }*.obligation*.id,
                missing: verdicts.findAll { it.state == State.MISSING }*.obligation*.id,
                waived: []
        ] as Map<String, Object>)
    }

    private static Map<String, Object> counts(List<Verdict> verdicts) {
        [total: verdicts.size(), covered: verdicts.count { it.state == State.COVERED }] as Map<String, Object>
    }

    static Map<String, Object> ofFaults(List<Testimony> testimonies) {
        List<Testimony> survivors = testimonies.findAll { it.survivor }
        List<Testimony> turned = testimonies.findAll { it.equivalentTurnedRed }
        [
                total: testimonies.size(),
                caught: testimonies.count { it.fault.red && !it.survivor },
                survivors: survivors*.fault*.id,
                equivalentsTurnedRed: turned*.fault*.id,
                byWitness: [
                        server: witness(testimonies, Side.SERVER),
                        client: witness(testimonies, Side.CLIENT)
                ],
                obligations: testimonies.collectEntries { Testimony it -> [it.fault.id, it.refusals.keySet()*.toString()] }
        ] as Map<String, Object>
    }

    private static Map<String, Object> witness(List<Testimony> testimonies, Side side) {
        List<Testimony> red = testimonies.findAll { it.fault.say(side) == Say.RED }
        List<Testimony> equal = testimonies.findAll { it.fault.say(side) == Say.EQUAL }
        [
                red: red.size(), caught: red.count { it.saw(side) }, equivalent: equal.size(), turnedRed: equal.count { it.saw(side) },
                notApplicable: testimonies.count { it.fault.say(side) == Say.NOTHING }
        ] as Map<String, Object>
    }

    static void write(Path file, Map<String, Object> report) {
        Files.createDirectories(file.parent)
        Files.writeString(file, JSON.writeValueAsString(report) + '\n')
    }
}
