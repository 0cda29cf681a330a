package io.github.partnercenter4j.conformance.obligation

import groovy.transform.CompileStatic
import io.github.partnercenter4j.conformance.judge.ServerJudge
import io.github.partnercenter4j.conformance.obligation.Fault.Say
import io.github.partnercenter4j.sandbox.Fidelity
import io.github.partnercenter4j.sandbox.spec.SpecModel

/** Plants faults between the sandbox and the client, and hears both witnesses on the same exchange. */
@CompileStatic
class FaultCourt {
    /** What the witnesses had to say of a fault; empty for nothing. */
    static class Testimony {
        Fault fault
        List<String> server
        List<String> client

        boolean isSurvivor() {
            fault.server == Say.RED && server.empty || fault.client == Say.RED && client.empty
        }

        boolean isEquivalentTurnedRed() {
            fault.server == Say.EQUAL && !server.empty || fault.client == Say.EQUAL && !client.empty
        }

        @Override
        String toString() {
            "$fault: server ${fault.server} $server, client ${fault.client} $client"
        }
    }

    private final SpecModel spec
    private final ClientStage stage
    private final ServerJudge judge
    private final Expectations expectations

    /** The stage is one with a sandbox that keeps to the spec. */
    FaultCourt(SpecModel spec, ClientStage stage) {
        this.spec = spec
        this.stage = stage
        judge = new ServerJudge(spec)
        expectations = new Expectations(spec, Fidelity.DOCUMENTED)
    }

    Testimony testimony(Fault fault) {
        Sight sight = stage.see(fault.occasion)
        new Testimony(fault: fault, server: fault.server == Say.NOTHING ? [] as List<String> : server(fault, sight), client: client(fault, sight))
    }

    private List<String> server(Fault fault, Sight sight) {
        Reading reading = Reading.of(spec, judge, fault.occasion.operation, sight.exchange)
        List<String> said = reading.objections*.toString()
        said.empty ? Outcome.value(0, reading.tree).differencesFrom(Outcome.value(0, fault.base.tree)) : said
    }

    private List<String> client(Fault fault, Sight sight) {
        Sight good = stage.see(fault.base)
        List<String> differences = sight.outcome.differencesFrom(expectations.of(fault.base, good.exchange.answer.status, fault.base.tree))
        if (differences.empty) {
            (good.outcome.headers.keySet() + sight.outcome.headers.keySet()).findAll { !isIncidental(it) }.each { String name ->
                if (values(good, name) != values(sight, name)) {
                    differences << "$name is told as ${values(sight, name)} and not as ${values(good, name)}".toString()
                }
            }
        }
        differences
    }

    private static List<String> values(Sight sight, String name) {
        List<String> values = sight.outcome.values(name)
        // The media type counts, its parameters have been used by then.
        name.equalsIgnoreCase('Content-Type') ? values*.replaceAll(/\s*;.*/, '') : values
    }

    /** What says nothing about the answer's content. */
    private static boolean isIncidental(String name) {
        name.toLowerCase(Locale.ROOT) in ['content-length', 'content-encoding', 'matched-stub-id', 'connection', 'date']
    }
}
