package io.github.partnercenter4j.conformance.check

import io.github.partnercenter4j.conformance.model.ProjectFolder
import groovy.transform.CompileStatic
import io.github.partnercenter4j.conformance.exchange.ClientHarness
import io.github.partnercenter4j.conformance.exchange.Observation
import io.github.partnercenter4j.conformance.exchange.Outcome
import io.github.partnercenter4j.conformance.exchange.RandomTrees
import io.github.partnercenter4j.conformance.exchange.Scenario
import io.github.partnercenter4j.conformance.exchange.Scenarios
import io.github.partnercenter4j.conformance.exchange.Shrinker
import io.github.partnercenter4j.conformance.model.Route
import io.github.partnercenter4j.conformance.wire.Alteration
import io.github.partnercenter4j.sandbox.Fidelity
import io.github.partnercenter4j.sandbox.spec.Operation
import io.github.partnercenter4j.sandbox.spec.Place
import io.github.partnercenter4j.sandbox.spec.Schema
import io.github.partnercenter4j.sandbox.spec.SpecModel
import java.nio.file.Path

/** Documents at random, with a place alone and without each, sent from the sandbox to the client. */
@CompileStatic
class GeneratedCases {
    static final Path FOLDER = ProjectFolder.REPORTS.resolve('failed')

    private final SpecModel spec
    private final Scenarios scenarios
    private final ClientHarness harness
    private final ExpectedOutcomes expectations

    GeneratedCases(SpecModel spec, ClientHarness harness) {
        this.spec = spec
        this.harness = harness
        scenarios = new Scenarios(spec)
        expectations = new ExpectedOutcomes(spec, harness.fidelity)
    }

    /** So many at random of each document and media type, and those with each place alone. */
    static List<GeneratedCase> all(SpecModel spec, long seed, int random) {
        Scenarios scenarios = new Scenarios(spec)
        RandomTrees trees = new RandomTrees(spec, seed)
        List<GeneratedCase> cases = []
        spec.operations().each { Operation operation ->
            operation.responses().each { Operation.Response response ->
                response.contents().keySet().each { String mediaType ->
                    GeneratedCase some = new GeneratedCase(operation.id(), response.status(), mediaType, [:])
                    Schema schema = scenarios.schema(operation, response.status())
                    random.times { cases << some.saying(trees.next(schema)) }
                    spec.places(schema).each { Place place -> cases << some.saying(alone(scenarios, operation, response.status(), place)) }
                }
            }
        }
        cases
    }

    /** What must be there and, beside it, nothing but the way to one place. */
    private static Map<String, Object> alone(Scenarios scenarios, Operation operation, int status, Place place) {
        Route route = scenarios.route(operation, status, place.path())
        kept(scenarios, scenarios.schema(operation, status), scenarios.tree(operation, status), route.steps*.name.findAll()) as Map<String, Object>
    }

    private static Object kept(Scenarios scenarios, Schema schema, Object tree, List<String> way) {
        Schema form = scenarios.spec.resolve(schema)
        if (form instanceof Schema.ObjectSchema) {
            Map<String, Object> object = [:]
            List<Schema.Property> needed = form.properties().findAll { it.required() || it.name() == way.find() }
            // XML cannot tell an object of nothing from none.
            (needed ?: form.properties().take(1)).each { Schema.Property property ->
                boolean onTheWay = property.name() == way.find()
                object[property.name()] = kept(scenarios, property.schema(), (tree as Map)[property.name()], onTheWay ? way.drop(1) : [] as List<String>)
            }
            return object
        }
        form instanceof Schema.ArraySchema ? (tree as List).take(1).collect { kept(scenarios, form.items(), it, way) } : tree
    }

    /** What is wrong, with the answer or with what the client made of it; empty for nothing. */
    List<String> problems(GeneratedCase generated, Alteration planted = null) {
        Operation operation = spec.operation(generated.operation)
        Scenario scenario = scenarios.saying(operation, generated.status, generated.mediaType, generated.tree, 'generated ' + generated)
        if (planted != null) {
            scenario = scenario.altered('planted', planted)
        }
        Observation observation = harness.observe(scenario)
        List<String> problems = observation.outcome.differencesFrom(expectations.of(scenario, generated.status, generated.tree))
        if (harness.fidelity == Fidelity.DOCUMENTED) {
            problems += observation.reading.objections*.toString() + Outcome.value(0, observation.reading.tree).differencesFrom(Outcome.value(0, generated.tree))
        }
        problems
    }

    /** A message for a failing case: the smallest that still fails, and the file that replays it. */
    String shrunk(GeneratedCase failing, Alteration planted = null) {
        Schema schema = scenarios.schema(spec.operation(failing.operation), failing.status)
        GeneratedCase smallest = failing.saying(new Shrinker(spec, schema).smallest(failing.tree) { Map<String, Object> it -> !problems(failing.saying(it), planted).empty })
        Path file = FOLDER.resolve(Integer.toHexString(smallest.toString().hashCode()) + '.json')
        smallest.write(file)
        "$smallest\n${problems(smallest, planted)}\nmade from -Dconformance.seed=${Seed.VALUE}, replayed by -Dconformance.replay=${file.toAbsolutePath()}"
    }
}
