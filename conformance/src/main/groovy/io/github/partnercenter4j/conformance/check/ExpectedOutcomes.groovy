package io.github.partnercenter4j.conformance.check

import groovy.transform.CompileStatic
import io.github.partnercenter4j.conformance.exchange.Outcome
import io.github.partnercenter4j.conformance.exchange.Scenario
import io.github.partnercenter4j.conformance.exchange.Scenarios
import io.github.partnercenter4j.conformance.model.Requirement
import io.github.partnercenter4j.conformance.model.Requirements
import io.github.partnercenter4j.conformance.model.Route
import io.github.partnercenter4j.conformance.model.Trees
import io.github.partnercenter4j.sandbox.Fidelity
import io.github.partnercenter4j.sandbox.spec.Schema
import io.github.partnercenter4j.sandbox.spec.Schema.ArraySchema
import io.github.partnercenter4j.sandbox.spec.Schema.ObjectSchema
import io.github.partnercenter4j.sandbox.spec.Schema.Property
import io.github.partnercenter4j.sandbox.spec.Schema.Scalar
import io.github.partnercenter4j.sandbox.spec.SpecModel
import java.time.OffsetDateTime

/**
 * Says how a call of the client must end. These are the rules of a tolerant client:
 * <ul>
 * <li>A success is a value. A property that is null or absent is absent, and a list or map that is absent is empty. A success without any
 * property is a decoding failure.</li>
 * <li>A value of another type than the spec's, and a null among the items of a list, is a decoding failure.</li>
 * <li>The properties of an error are read one by one: a property of the wrong type is left out and the others stay. A code may be
 * a whole number.</li>
 * <li>An open enumeration keeps values that it does not know.</li>
 * </ul>
 */
@CompileStatic
class ExpectedOutcomes {
    private final SpecModel spec
    private final Fidelity fidelity
    private final Scenarios scenarios
    private final ExpectedDeviations deviations

    ExpectedOutcomes(SpecModel spec, Fidelity fidelity) {
        this.spec = spec
        this.fidelity = fidelity
        scenarios = new Scenarios(spec)
        deviations = new ExpectedDeviations(spec, fidelity)
    }

    /** Returns how a call must end if the server is told to respond with this content. */
    Outcome of(Scenario scenario, int status, Map<String, Object> tree) {
        if (status >= 400) {
            return Outcome.fault(status, fault(deviations.fault(status, tree ?: [:])))
        }
        if (scenario.operation.response(status).contents().isEmpty()) {
            return Outcome.value(status, null)
        }
        Schema schema = scenarios.schema(scenario.operation, status)
        boolean json = scenario.mediaType.endsWith('json')
        // .NET writes an element for each property in XML, and an object in which nothing is known is no success.
        if (tree.isEmpty() && (json || fidelity == Fidelity.DOCUMENTED && !XmlContent.mayBeEmpty(spec, schema))) {
            return Outcome.unreadable(status)
        }
        Object sent = deviations.success(schema, tree, json)
        Object seen = json || fidelity == Fidelity.OBSERVED ? sent : new XmlContent(spec).seen(schema, sent)
        Outcome.value(status, shown(schema, seen) as Map<String, Object>)
    }

    /** Returns how a call must end if the response is changed at the place of a requirement. */
    Outcome of(Scenario scenario, Requirement requirement, Route route) {
        if (!requirement.error) {
            return ofSuccess(scenario, requirement, route)
        }
        Route property = scenarios.route(scenario.operation, requirement.status, route.steps[0].name)
        boolean numericCode = requirement.subject == 'code' && requirement.aspect == 'wrong-type/number'
        of(scenario, requirement.status, numericCode ? Trees.with(scenario.tree, property, '7') : Trees.without(scenario.tree, property))
    }

    private Outcome ofSuccess(Scenario scenario, Requirement requirement, Route route) {
        int status = requirement.status
        switch (requirement.aspect) {
            case 'null':
                // The null is written after the sandbox has responded, so the sandbox does not replace it by its own value for absent.
                Outcome full = of(scenario, status, scenario.tree)
                return Outcome.value(status, shown(scenarios.schema(scenario.operation, status), Trees.without(full.tree, route)) as Map<String, Object>)
            case 'enum':
                return of(scenario, status, Trees.with(scenario.tree, route, 'none of them'))
            default:
                return Outcome.unreadable(status)
        }
    }

    /** Returns a body as the client shows it to its caller. */
    private Object shown(Schema schema, Object tree) {
        Schema form = spec.resolve(schema)
        if (isMap(form)) {
            return (tree as Map).collectEntries { key, value -> [key, shown((form as ObjectSchema).additional(), value)] }
        }
        if (form instanceof ObjectSchema) {
            Map<String, Object> object = [:]
            form.properties().each { Property property ->
                Object value = (tree as Map)[property.name()]
                if (value != null) {
                    object[property.name()] = shown(property.schema(), value)
                } else if (spec.resolve(property.schema()) instanceof ArraySchema) {
                    object[property.name()] = []
                } else if (isMap(spec.resolve(property.schema()))) {
                    object[property.name()] = [:]
                }
            }
            return object
        }
        if (form instanceof ArraySchema) {
            return (tree as List).collect { shown(form.items(), it) }
        }
        (form as Scalar).format() == 'date-time' ? OffsetDateTime.parse(tree.toString()).toInstant().toString() : tree
    }

    private static boolean isMap(Schema form) {
        form instanceof ObjectSchema && form.additional() != null
    }

    private static Map<String, Object> fault(Map<String, Object> tree) {
        ([data: []] as Map<String, Object>) + tree.findAll { it.key in Requirements.FAULT_PROPERTIES && it.value != null }
    }
}
