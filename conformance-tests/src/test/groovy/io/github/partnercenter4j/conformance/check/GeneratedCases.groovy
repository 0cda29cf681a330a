package io.github.partnercenter4j.conformance.check

import groovy.transform.CompileStatic
import io.github.partnercenter4j.conformance.exchange.ClientHarness
import io.github.partnercenter4j.conformance.exchange.Observation
import io.github.partnercenter4j.conformance.exchange.Outcome
import io.github.partnercenter4j.conformance.exchange.RandomTrees
import io.github.partnercenter4j.conformance.exchange.Scenario
import io.github.partnercenter4j.conformance.exchange.Scenarios
import io.github.partnercenter4j.conformance.exchange.Shrinker
import io.github.partnercenter4j.conformance.model.ProjectFolder
import io.github.partnercenter4j.conformance.model.Route
import io.github.partnercenter4j.conformance.wire.Alteration
import io.github.partnercenter4j.sandbox.Fidelity
import io.github.partnercenter4j.sandbox.spec.Operation
import io.github.partnercenter4j.sandbox.spec.Place
import io.github.partnercenter4j.sandbox.spec.Schema
import io.github.partnercenter4j.sandbox.spec.SpecModel
import java.nio.file.Path

/** Tests the sandbox and the client with generated bodies: random ones, and one for each place that has nothing but this place. */
@CompileStatic
class GeneratedCases {
    static final Path FOLDER = ProjectFolder.REPORTS.resolve('failed')

    private final SpecModel spec
    private final Scenarios scenarios
    private final ClientHarness harness
    private final ExpectedOutcomes expected

    GeneratedCases(SpecModel spec, ClientHarness harness) {
        this.spec = spec
        this.harness = harness
        scenarios = new Scenarios(spec)
        expected = new ExpectedOutcomes(spec, harness.fidelity)
    }

    /** @param random how many random bodies are generated for each response and media type */
    static List<GeneratedCase> all(SpecModel spec, long seed, int random) {
        Scenarios scenarios = new Scenarios(spec)
        RandomTrees trees = new RandomTrees(spec, seed)
        List<GeneratedCase> cases = []
        spec.operations().each { Operation operation ->
            operation.responses().each { Operation.Response response ->
                response.contents().keySet().each { String mediaType ->
                    Schema schema = scenarios.schema(operation, response.status())
                    random.times { cases << new GeneratedCase(operation.id(), response.status(), mediaType, trees.next(schema)) }
                    spec.places(schema).each { Place place ->
                        cases << new GeneratedCase(operation.id(), response.status(), mediaType, alone(scenarios, operation, response.status(), place))
                    }
                }
            }
        }
        cases
    }

    /** Returns a body with what is required and, beside it, nothing but the path to one place. */
    private static Map<String, Object> alone(Scenarios scenarios, Operation operation, int status, Place place) {
        Route route = scenarios.route(operation, status, place.path())
        pruned(scenarios, scenarios.schema(operation, status), scenarios.tree(operation, status), route.steps*.name.findAll()) as Map<String, Object>
    }

    private static Object pruned(Scenarios scenarios, Schema schema, Object tree, List<String> path) {
        Schema form = scenarios.spec.resolve(schema)
        if (form instanceof Schema.ObjectSchema) {
            Map<String, Object> object = [:]
            List<Schema.Property> needed = form.properties().findAll { it.required() || it.name() == path.find() }
            // XML cannot tell an empty object from an absent one.
            (needed ?: form.properties().take(1)).each { Schema.Property property ->
                List<String> below = property.name() == path.find() ? path.drop(1) : [] as List<String>
                object[property.name()] = pruned(scenarios, property.schema(), (tree as Map)[property.name()], below)
            }
            return object
        }
        form instanceof Schema.ArraySchema ? (tree as List).take(1).collect { pruned(scenarios, form.items(), it, path) } : tree
    }

    /** Returns what is wrong with the response or with what the client made of it; empty if the case passes. */
    List<String> problems(GeneratedCase generated, Alteration alteration = null) {
        Scenario scenario = scenarios.replying(spec.operation(generated.operation), generated.status, generated.mediaType, generated.tree, 'generated ' + generated)
        if (alteration != null) {
            scenario = scenario.altered('with a fault', alteration)
        }
        Observation observation = harness.observe(scenario)
        List<String> problems = observation.outcome.differencesFrom(expected.of(scenario, generated.status, generated.tree))
        if (harness.fidelity == Fidelity.DOCUMENTED) {
            problems += observation.reading.objections*.toString() + Outcome.value(0, observation.reading.tree).differencesFrom(Outcome.value(0, generated.tree))
        }
        problems
    }

    /** Shrinks a failing case, writes the smallest one that still fails to a file, and returns a message that says how to repeat it. */
    String shrunk(GeneratedCase failing, Alteration alteration = null) {
        Schema schema = scenarios.schema(spec.operation(failing.operation), failing.status)
        GeneratedCase smallest = failing.with(new Shrinker(spec, schema).smallest(failing.tree) { Map<String, Object> it ->
            !problems(failing.with(it), alteration).empty
        })
        Path file = FOLDER.resolve(Integer.toHexString(smallest.toString().hashCode()) + '.json')
        smallest.write(file)
        "$smallest\n${problems(smallest, alteration)}\nmade from -Dconformance.seed=${Seed.VALUE}, repeat with -Dconformance.replay=${file.toAbsolutePath()}"
    }
}
