package io.github.partnercenter4j.conformance.obligation

import io.github.partnercenter4j.conformance.judge.Objection
import io.github.partnercenter4j.conformance.judge.ServerJudge
import io.github.partnercenter4j.sandbox.Departure
import io.github.partnercenter4j.sandbox.Fidelity
import io.github.partnercenter4j.sandbox.spec.SpecModel
import spock.lang.AutoCleanup
import spock.lang.Shared
import spock.lang.Specification

/** Where the sandbox says what the service was observed to say, it departs from the spec exactly as its list has it. */
class DeparturesSpec extends Specification {
    static final SpecModel SPEC = SpecModel.bundled()
    static final Scenes SCENES = new Scenes(SPEC)

    @Shared
    @AutoCleanup
    ServerStage observed = new ServerStage(SPEC, Fidelity.OBSERVED)

    @Shared
    ServerJudge judge = new ServerJudge(SPEC)

    @Shared
    Set<Departure> seen = []

    def 'nothing departs but what the list has: #occasion'() {
        given:
        def sight = observed.see(occasion)
        def status = sight.exchange.answer.status
        def departures = departures(occasion, sight, status)

        when:
        seen.addAll(departures)

        then:
        departures == expected(occasion, status)

        where:
        occasion << SPEC.operations().collectMany { operation ->
            operation.responses().collectMany { response -> response.contents().collectMany { type, content -> occasions(operation, response.status(), type, content) } }
        }
    }

    def 'each departure of the list was seen'() {
        expect:
        seen == Departure.values() as Set
    }

    private static List<Occasion> occasions(operation, int status, String mediaType, content) {
        def full = SCENES.full(operation, status, mediaType)
        def withoutNumbers = full.tree.findAll { !(it.value instanceof Number) }
        [full, SCENES.saying(operation, status, mediaType, withoutNumbers, "$status without numbers at the root")] +
                content.examples().keySet().collect { name ->
                    SCENES.saying(operation, status, mediaType, SCENES.example(operation.response(status), mediaType, name), "$status as the example $name")
                }
    }

    /** What must depart, by the list's own words. */
    private static Set<Departure> expected(Occasion occasion, int status) {
        boolean json = occasion.mediaType.endsWith('json')
        if (status == 429) {
            return [Departure.GATEWAY_THROTTLING] as Set
        }
        def expected = [] as Set
        if (json && status < 300) {
            expected << Departure.BYTE_ORDER_MARK
        }
        if (json && occasion.tree.code ==~ /[0-9]+/) {
            expected << Departure.NUMERIC_FAULT_CODE
        }
        if (!json) {
            expected << Departure.DOTNET_XML
        }
        if (!json && status < 300 && !occasion.tree.containsKey('totalCount')) {
            expected << Departure.ZERO_FOR_ABSENT
        }
        if (occasion.tree.items?.any { it.status.substring(0, 1) ==~ /[a-z]/ }) {
            expected << Departure.CAPITALISED_STATUS
        }
        expected
    }

    /** What departs, by the judges and by what is in the body; what none of the list explains fails. */
    private Set<Departure> departures(Occasion occasion, Sight sight, int status) {
        def departures = judge.remarks(occasion.operation.id(), sight.exchange).collect { remark ->
            assert remark.rule == 'byte order mark'
            Departure.BYTE_ORDER_MARK
        } as Set
        boolean json = occasion.mediaType.endsWith('json')
        def required = occasion.name.endsWith('without numbers at the root') ? ['totalCount'] : []
        departures.addAll(sight.reading.objections.findAll { !(it.place in required) }.collect { explained(it, status, json) })
        if (status != 429) {
            departures.addAll(json ? ofJson(occasion, sight) : ofXml(occasion, sight))
        }
        departures
    }

    private static Departure explained(Objection objection, int status, boolean json) {
        if (status == 429) {
            return Departure.GATEWAY_THROTTLING
        }
        assert !json || objection.place == 'code' && objection.rule == 'type'
        assert json || !(objection.place in ['status', 'media type', 'body']) && !objection.place.startsWith('header'): objection
        json ? Departure.NUMERIC_FAULT_CODE : Departure.DOTNET_XML
    }

    private static List<Departure> ofJson(Occasion occasion, Sight sight) {
        Outcome.value(0, sight.reading.tree).differencesFrom(Outcome.value(0, occasion.tree)).collect {
            assert it ==~ /items\[\d+]\.status is .*/ || it ==~ /code is \d+ and not '\d+'/
            it.startsWith('code') ? Departure.NUMERIC_FAULT_CODE : Departure.CAPITALISED_STATUS
        }
    }

    /** By the texts of the elements in the order of the body, whatever they are called. */
    private static List<Departure> ofXml(Occasion occasion, Sight sight) {
        def said = texts(new XmlEdit(sight.exchange.answer.content()).document.documentElement).sort()
        def meant = leaves(occasion.tree).sort()
        def departures = []
        (said - meant).each {
            assert it == '0' || meant.contains(it.uncapitalize())
            departures << (it == '0' ? Departure.ZERO_FOR_ABSENT : Departure.CAPITALISED_STATUS)
        }
        assert (meant - said).every { said.contains(it.capitalize()) }
        departures
    }

    private static List<String> texts(element) {
        def children = XmlEdit.children(element)
        children ? children.collectMany { texts(it) } : [element.textContent].findAll()
    }

    private static List<String> leaves(tree) {
        tree instanceof Map ? tree.values().collectMany { leaves(it) } : tree instanceof List ? tree.collectMany { leaves(it) } : [tree.toString()]
    }
}
