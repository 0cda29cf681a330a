package io.github.partnercenter4j.conformance.obligation

import groovy.transform.CompileStatic
import io.github.partnercenter4j.conformance.obligation.Fault.Say

/** Plants faults between the sandbox and the client, and asks the checks of the obligations what they say of the exchange. */
@CompileStatic
class FaultCourt {
    private final Map<Side, Court> courts
    private final ClientStage stage
    private final List<Obligation> obligations
    private final Map<Object, List<Claim>> kept = [:]

    /** The client's is one with a sandbox that keeps to the spec, before which the faults are planted. */
    FaultCourt(ServerCourt server, ClientCourt client, List<Obligation> obligations) {
        courts = [(Side.SERVER): server, (Side.CLIENT): client] as Map<Side, Court>
        stage = client.stage
        this.obligations = obligations
    }

    Testimony testimony(Fault fault) {
        Sight sight = stage.see(fault.occasion)
        List<Side> heard = Side.values().findAll { fault.say(it) != Say.NOTHING }
        Map<Side, Map<Obligation, List<String>>> refusals = heard.collectEntries { [it, refusals(it, fault, sight)] } as Map<Side, Map<Obligation, List<String>>>
        // What is as good as another exchange keeps the rules that are no obligation's alone, too.
        List<String> broken = heard.findAll { fault.say(it) == Say.EQUAL }.collectMany { courts[it].groundRules(sight) }
        new Testimony(fault, refusals, broken)
    }

    /** What the obligations say whose own counterexample the fault is; else those that are closest to it and refuse it. */
    private Map<Obligation, List<String>> refusals(Side side, Fault fault, Sight sight) {
        Map<Integer, List<Claim>> claims = kept(side, fault.base).groupBy { distance(it, fault) }
        for (int distance : claims.keySet().sort()) {
            Map<Obligation, List<String>> refusals = claims[distance].collectEntries { [it.obligation, it.check.refusals(it, sight)] } as Map<Obligation, List<String>>
            refusals = refusals.findAll { !it.value.empty }
            if (!refusals.isEmpty()) {
                return refusals
            }
        }
        [:]
    }

    /** The obligations of an exchange and all of its parts that it keeps: only of these can it become a counterexample. */
    private List<Claim> kept(Side side, Occasion base) {
        Object key = [side, base.key]
        if (kept[key] == null) {
            Sight good = stage.see(base)
            kept[key] = obligations.findAll { isOf(it, side, base, good) }.collect { courts[side].claim(it) }
                    .findAll { it.check.refusals(it, good).empty }
        }
        kept[key]
    }

    private static boolean isOf(Obligation obligation, Side side, Occasion base, Sight good) {
        obligation.side == side && obligation.operation == base.operation.id() && obligation.status == good.exchange.answer.status
                && obligation.mediaType in [null, base.mediaType]
    }

    private static int distance(Claim claim, Fault fault) {
        if (claim.broken.any { it.key == fault.occasion.key }) {
            return 0
        }
        fault.subject != null && claim.obligation.subject == fault.subject ? 1 : claim.obligation.subject == null ? 2 : 3
    }
}
