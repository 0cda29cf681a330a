package io.github.partnercenter4j.conformance.report

import groovy.transform.CompileStatic
import io.github.partnercenter4j.conformance.check.Verdict
import io.github.partnercenter4j.conformance.check.Verdict.State
import io.github.partnercenter4j.conformance.mutate.MutationVerdict

/** Says why a test fails: what was required and where the spec says so, what was found, and the exchange. */
@CompileStatic
class Failures {
    /** Returns null for a requirement that is covered. */
    static String of(Verdict verdict) {
        if (verdict.state == State.COVERED) {
            return null
        }
        String place = "$verdict.requirement, of #${verdict.requirement.pointer}"
        List<String> lines = verdict.state == State.MISSING ? ["Violated: $place".toString()] + verdict.violations.collect { '  ' + it }
                : ["Not tested well enough: $place".toString(), "  the check '${verdict.testCase.check.name}' accepts ${verdict.notRejected}".toString()]
        if (verdict.observation != null) {
            lines << "Seen: $verdict.observation".toString()
        }
        lines.join('\n')
    }

    /** Returns null if the mutations are judged as they must be. */
    static String of(String family, List<MutationVerdict> verdicts) {
        List<String> wrong = verdicts.findAll { it.survivor }.collect { "no check rejects it: $it.mutation".toString() } +
                verdicts.findAll { it.equivalentTurnedRed }.collect { "a check rejects it: $it".toString() }
        wrong.empty ? null : "Mutations '$family' are not judged as they must be:\n  ${wrong.join('\n  ')}"
    }
}
