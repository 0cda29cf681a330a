package io.github.partnercenter4j.conformance.obligation

import io.github.partnercenter4j.conformance.wire.Alteration
import java.nio.file.Files
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

    def 'the rules are those of docs/conformance.md, with what each witness says of them'() {
        given:
        def table = Applicability.table(Files.readString(Applicability.DOCUMENT), 'The faults').collectEntries { [it.fault, [it.server, it.client]] }
        def planted = Faults.of(conformance.spec).groupBy { it.family }.collectEntries { family, faults ->
            [family, Side.values().collect { side -> said(faults*.say(side)) }]
        }

        expect:
        planted == table
    }

    def "a prefix for .NET's own namespace changes nothing: #occasion"() {
        given:
        def stage = conformance.observed.stage
        def prefixed = occasion.altered('with a prefix', { answer ->
            def text = answer.text().replaceAll('<(/?)([A-Za-z][A-Za-z0-9]*)(?=[ />])', '<$1p:$2').replaceFirst(' xmlns="', ' xmlns:p="')
            assert text.startsWith('<p:') && !text.contains('xmlns="')
            Plants.plain(answer).withBody(text)
        } as Alteration)

        expect:
        stage.see(prefixed).outcome.differencesFrom(stage.see(occasion).outcome) == []

        where:
        occasion << Conformance.bundled().with {
            def scenes = new Scenes(it.spec)
            it.spec.operations().collectMany { operation ->
                operation.responses()*.status().findAll { new Applicability().isObserved(it, 'content') }.collectMany { status ->
                    ['application/xml', 'text/xml'].collect { scenes.full(operation, status, it) }
                }
            }
        }
    }

    private static String said(List<Fault.Say> all) {
        all.unique(false).sort { it.ordinal() }.collect { [RED: 'red', EQUAL: '=', NOTHING: '–'][it.name()] }.join(' or ')
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
        def court = new FaultCourt(conformance.server, conformance.documented, conformance.obligations)

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

    def 'a fault that the check of no obligation refuses survives, whatever a judge would say of it: #kinds are asked'() {
        given:
        def base = new Scenes(conformance.spec).with { it.full(it.spec.operation('getProvisioningStatus'), 404) }
        def fault = new Fault('planted here', base, base.altered('labelled text/html', { it.with('Content-Type', 'text/html') }), Fault.Say.RED, Fault.Say.RED)
        def asked = conformance.obligations.findAll { it.kind in kinds }
        def testimony = new FaultCourt(conformance.server, conformance.documented, asked).testimony(fault)

        expect:
        testimony.survivor == survivor
        testimony.refusals.keySet()*.toString() == by

        where:
        kinds       || survivor | by
        []          || true     | []
        ['header']  || true     | []
        ['status']  || true     | ['client getProvisioningStatus/404']
        ['content'] || false    | ['server', 'client'].collect { "$it getProvisioningStatus/404/application-json" }
    }

    def 'a header that no obligation is about is nobody\'s fault, and survives as one'() {
        given:
        def base = conformance.faults[0].base
        def fault = new Fault('planted here', base, base.altered('a header more', { it.with('X-Other', 'x') }), say, say)
        def testimony = new FaultCourt(conformance.server, conformance.documented, conformance.obligations).testimony(fault)

        expect:
        testimony.refusals.isEmpty()
        testimony.survivor == (say == Fault.Say.RED)
        !testimony.equivalentTurnedRed

        where:
        say << [Fault.Say.RED, Fault.Say.EQUAL]
    }
}
