package io.github.partnercenter4j.conformance.obligation

import spock.lang.Shared
import spock.lang.Specification

/** What is planted into an answer is seen by the witness whose it is; what is otherwise and not wrong turns nobody red. */
class FaultsSpec extends Specification {
    @Shared
    Conformance conformance = Conformance.bundled()

    def 'no witness is mistaken about #fault'() {
        given:
        def testimony = conformance.testimony(fault)

        expect:
        !testimony.survivor
        !testimony.equivalentTurnedRed

        where:
        fault << Conformance.bundled().faults
    }

    def 'the faults are planted under names that are theirs alone'() {
        expect:
        conformance.faults*.id.unique(false).size() == conformance.faults.size()
    }

    def 'a fault that nobody sees survives, and an equivalent that turns somebody red is told: #server, #client'() {
        given:
        def base = conformance.faults[0].base
        def harmless = new Fault('planted here', base, base.altered('nothing', { it }), server, client)
        def harmful = new Fault('planted here', base, base.altered('no body', { it.withBody(new byte[0]) }), server, client)
        def court = new FaultCourt(conformance.spec, conformance.documented.stage)

        expect:
        [court.testimony(harmless).survivor, court.testimony(harmless).equivalentTurnedRed] == [survivor, false]
        [court.testimony(harmful).survivor, court.testimony(harmful).equivalentTurnedRed] == [false, turnedRed]

        where:
        server            | client            || survivor | turnedRed
        Fault.Say.RED     | Fault.Say.RED     || true     | false
        Fault.Say.RED     | Fault.Say.EQUAL   || true     | true
        Fault.Say.EQUAL   | Fault.Say.RED     || true     | true
        Fault.Say.NOTHING | Fault.Say.EQUAL   || false    | true
        Fault.Say.EQUAL   | Fault.Say.EQUAL   || false    | true
    }
}
