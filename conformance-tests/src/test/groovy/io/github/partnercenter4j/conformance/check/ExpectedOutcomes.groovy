package io.github.partnercenter4j.conformance.check

import groovy.transform.CompileStatic
import io.github.partnercenter4j.conformance.exchange.Outcome
import io.github.partnercenter4j.conformance.exchange.Scenario
import io.github.partnercenter4j.conformance.exchange.Scenarios
import io.github.partnercenter4j.conformance.exchange.Trees
import io.github.partnercenter4j.conformance.model.Requirement
import io.github.partnercenter4j.conformance.model.Requirements
import io.github.partnercenter4j.conformance.model.Route
import io.github.partnercenter4j.sandbox.Fidelity
import io.github.partnercenter4j.sandbox.spec.Schema
import io.github.partnercenter4j.sandbox.spec.Schema.ArraySchema
import io.github.partnercenter4j.sandbox.spec.Schema.ObjectSchema
import io.github.partnercenter4j.sandbox.spec.Schema.Property
import io.github.partnercenter4j.sandbox.spec.Schema.Scalar
import io.github.partnercenter4j.sandbox.spec.SpecModel
import java.time.OffsetDateTime

/**
 * How a call must end: the rules by which a tolerant client reads, in the suite's own words.
 * <ul>
 * <li>A success is a value: what is null or absent is absent, and a list that is absent is empty.</li>
 * <li>What is of another type than the spec says is no value but a decoding failure; so is a null among the items of a list.</li>
 * <li>Of an error each property is read by itself: one of the wrong type is left out and the others stay. A code may be a
 * whole number.</li>
 * <li>An open enumeration keeps what it does not know.</li>
 * </ul>
 */
@CompileStatic
class ExpectedOutcomes {
    private final SpecModel spec
    private final Scenarios scenarios
    private final ExpectedDeviations departures

    ExpectedOutcomes(SpecModel spec, Fidelity fidelity) {
        this.spec = spec
        scenarios = new Scenarios(spec)
        departures = new ExpectedDeviations(spec, fidelity)
    }

    /** What must come of an answer that says a tree. */
    Outcome of(Scenario scenario, int status, Map<String, Object> tree) {
        boolean json = scenario.mediaType.endsWith('json')
        Schema schema = scenarios.schema(scenario.operation, status)
        if (status >= 400) {
            return Outcome.fault(status, fault(departures.fault(status, tree)))
        }
        Outcome.value(status, shown(schema, departures.success(schema, tree, json)) as Map<String, Object>)
    }

    /** What must come of an answer in which an aspect was planted at a place. */
    Outcome of(Scenario scenario, Requirement requirement, Route route) {
        if (!requirement.error) {
            return ofSuccess(scenario, requirement, route)
        }
        Route property = scenarios.route(scenario.operation, requirement.status, route.steps[0].name)
        boolean number = requirement.subject == 'code' && requirement.aspect == 'wrong-type/number'
        of(scenario, requirement.status, number ? Trees.with(scenario.tree, property, '7') : Trees.without(scenario.tree, property))
    }

    private Outcome ofSuccess(Scenario scenario, Requirement requirement, Route route) {
        int status = requirement.status
        String aspect = requirement.aspect
        if (aspect == 'null') {
            // Planted after the server has spoken, so its way with absent values has no part in it.
            Outcome value = of(scenario, status, scenario.tree)
            return Outcome.value(status, shown(scenarios.schema(scenario.operation, status), Trees.without(value.tree, route)) as Map<String, Object>)
        }
        if (aspect == 'enum') {
            return of(scenario, status, Trees.with(scenario.tree, route, 'none of them'))
        }
        Outcome.unreadable(status)
    }

    /** A document as a client shows it. */
    Object shown(Schema schema, Object tree) {
        Schema form = spec.resolve(schema)
        if (form instanceof ObjectSchema) {
            Map<String, Object> object = [:]
            form.properties().each { Property property ->
                Object value = (tree as Map)[property.name()]
                if (value != null) {
                    object[property.name()] = shown(property.schema(), value)
                } else if (spec.resolve(property.schema()) instanceof ArraySchema) {
                    object[property.name()] = []
                }
            }
            return object
        }
        if (form instanceof ArraySchema) {
            return (tree as List).collect { shown(form.items(), it) }
        }
        (form as Scalar).format() == 'date-time' ? OffsetDateTime.parse(tree.toString()).toInstant().toString() : tree
    }

    private static Map<String, Object> fault(Map<String, Object> tree) {
        ([data: []] as Map<String, Object>) + tree.findAll { it.key in Requirements.OF_A_FAULT && it.value != null }
    }
}
