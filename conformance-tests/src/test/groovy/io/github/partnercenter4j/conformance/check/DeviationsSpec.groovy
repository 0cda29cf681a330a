package io.github.partnercenter4j.conformance.check

import io.github.partnercenter4j.conformance.edit.XmlEdit
import io.github.partnercenter4j.conformance.edit.XmlNodes
import io.github.partnercenter4j.conformance.exchange.Observation
import io.github.partnercenter4j.conformance.exchange.Outcome
import io.github.partnercenter4j.conformance.exchange.Scenario
import io.github.partnercenter4j.conformance.exchange.Scenarios
import io.github.partnercenter4j.conformance.exchange.ServerHarness
import io.github.partnercenter4j.conformance.judge.Objection
import io.github.partnercenter4j.conformance.judge.ServerJudge
import io.github.partnercenter4j.sandbox.Deviation
import io.github.partnercenter4j.sandbox.Fidelity
import io.github.partnercenter4j.sandbox.spec.Schema
import io.github.partnercenter4j.sandbox.spec.Schema.ArraySchema
import io.github.partnercenter4j.sandbox.spec.Schema.ObjectSchema
import io.github.partnercenter4j.sandbox.spec.Schema.Scalar
import io.github.partnercenter4j.sandbox.spec.SpecModel
import spock.lang.AutoCleanup
import spock.lang.Shared
import spock.lang.Specification

/** The observed sandbox deviates from the spec exactly as its list of deviations says. */
class DeviationsSpec extends Specification {
    static final SpecModel SPEC = SpecModel.bundled()
    static final Scenarios SCENARIOS = new Scenarios(SPEC)

    @Shared
    @AutoCleanup
    ServerHarness observed = new ServerHarness(SPEC, Fidelity.OBSERVED)

    @Shared
    ServerJudge judge = new ServerJudge(SPEC)

    @Shared
    Set<Deviation> seen = []

    def 'the response deviates as listed: #scenario'() {
        given:
        def observation = observed.observe(scenario)
        def status = observation.exchange.response.status
        def deviations = deviations(scenario, observation, status)

        when:
        seen.addAll(deviations)

        then:
        deviations == expected(scenario, status)

        where:
        scenario << SPEC.operations().collectMany { operation ->
            operation.responses().collectMany { response -> response.contents().collectMany { type, content -> scenarios(operation, response.status(), type, content) } }
        }
    }

    def 'every listed deviation was seen'() {
        expect:
        seen == Deviation.values() as Set
    }

    private static List<Scenario> scenarios(operation, int status, String mediaType, content) {
        def full = SCENARIOS.full(operation, status, mediaType)
        def withoutNumbers = full.tree.findAll { !(it.value instanceof Number) }
        [full, SCENARIOS.replying(operation, status, mediaType, withoutNumbers, "$status without numbers at the root")] +
                content.examples().keySet().collect { name ->
                    SCENARIOS.replying(operation, status, mediaType, SCENARIOS.example(operation.response(status), mediaType, name), "$status as the example $name")
                }
    }

    /** Returns the deviations that the list announces for a scenario. */
    private static Set<Deviation> expected(Scenario scenario, int status) {
        boolean json = scenario.mediaType.endsWith('json')
        if (status == 429) {
            return [Deviation.GATEWAY_THROTTLING] as Set
        }
        def expected = [] as Set
        if (json && status < 300) {
            expected << Deviation.BYTE_ORDER_MARK
        }
        if (json && status >= 400 && scenario.tree.code ==~ /[0-9]+/) {
            expected << Deviation.NUMERIC_FAULT_CODE
        }
        if (!json) {
            expected << Deviation.DOTNET_XML
        }
        if (!json && lacksNumber(SCENARIOS.schema(scenario.operation, status), scenario.tree)) {
            expected << Deviation.ZERO_FOR_ABSENT
        }
        if (scenario.tree.items instanceof List && scenario.tree.items.any { it instanceof Map && it.status ==~ /[a-z].*/ }) {
            expected << Deviation.CAPITALIZED_STATUS
        }
        expected
    }

    /** True if an object of the tree has no value for one of its numbers or booleans. */
    private static boolean lacksNumber(Schema schema, Object tree) {
        def form = SPEC.resolve(schema)
        if (form instanceof ArraySchema) {
            return tree.any { lacksNumber(form.items(), it) }
        }
        form instanceof ObjectSchema && form.properties().any { property ->
            def value = SPEC.resolve(property.schema())
            tree[property.name()] == null ? value instanceof Scalar && value.type() != Scalar.Type.STRING : lacksNumber(value, tree[property.name()])
        }
    }

    /** Returns the numbers at the root that a schema requires. */
    private static List<String> requiredNumbers(Schema schema) {
        SPEC.resolve(schema).properties().findAll { it.required() && SPEC.resolve(it.schema()).with { it instanceof Scalar && it.type() in [Scalar.Type.INTEGER, Scalar.Type.NUMBER] } }*.name()
    }

    /** Returns the deviations that were found, by the judges and in the body. Fails if the list does not explain one. */
    private Set<Deviation> deviations(Scenario scenario, Observation observation, int status) {
        def deviations = judge.remarks(scenario.operation.id(), observation.exchange).collect { remark ->
            assert remark.rule == 'byte order mark'
            Deviation.BYTE_ORDER_MARK
        } as Set
        boolean json = scenario.mediaType.endsWith('json')
        def required = scenario.label.endsWith('without numbers at the root') ? requiredNumbers(SCENARIOS.schema(scenario.operation, status)) : []
        deviations.addAll(observation.reading.objections.findAll { !(it.place in required) }.collect { explained(it, status, json) })
        if (status != 429) {
            deviations.addAll(json ? ofJson(scenario, observation) : ofXml(scenario, observation))
        }
        deviations
    }

    private static Deviation explained(Objection objection, int status, boolean json) {
        if (status == 429) {
            return Deviation.GATEWAY_THROTTLING
        }
        assert !json || objection.place == 'code' && objection.rule == 'type'
        assert json || !(objection.place in ['status', 'media type', 'body']) && !objection.place.startsWith('header'): objection
        json ? Deviation.NUMERIC_FAULT_CODE : Deviation.DOTNET_XML
    }

    private static List<Deviation> ofJson(Scenario scenario, Observation observation) {
        Outcome.value(0, observation.reading.tree).differencesFrom(Outcome.value(0, scenario.tree)).collect {
            assert it ==~ /items\[\d+]\.status is .*/ || it ==~ /code is \d+, expected '\d+'/
            it.startsWith('code') ? Deviation.NUMERIC_FAULT_CODE : Deviation.CAPITALIZED_STATUS
        }
    }

    /** Compares the texts of all elements, whatever the elements are called. */
    private static List<Deviation> ofXml(Scenario scenario, Observation observation) {
        def sent = texts(new XmlEdit(observation.exchange.response.content()).document.documentElement).sort()
        def expected = leaves(scenario.tree).sort()
        def deviations = []
        (sent - expected).each {
            assert it in ['0', 'false'] || expected.contains(it.uncapitalize())
            deviations << (it in ['0', 'false'] ? Deviation.ZERO_FOR_ABSENT : Deviation.CAPITALIZED_STATUS)
        }
        assert (expected - sent).every { sent.contains(it.capitalize()) }
        deviations
    }

    private static List<String> texts(element) {
        def children = XmlNodes.children(element)
        children ? children.collectMany { texts(it) } : [element.textContent].findAll()
    }

    private static List<String> leaves(tree) {
        tree instanceof Map ? tree.values().collectMany { leaves(it) } : tree instanceof List ? tree.collectMany { leaves(it) } : [tree.toString()]
    }
}
