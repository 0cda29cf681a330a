package io.github.partnercenter4j.conformance.gates

import static io.github.partnercenter4j.conformance.gates.SpecMutation.removed
import static io.github.partnercenter4j.conformance.gates.SpecMutation.renamed
import static io.github.partnercenter4j.conformance.gates.SpecMutation.set

import com.fasterxml.jackson.databind.node.ArrayNode
import com.fasterxml.jackson.databind.node.ObjectNode
import io.github.partnercenter4j.specgates.SpecTree
import io.swagger.v3.core.util.Yaml
import java.util.regex.Pattern

/** Derives every mutation of a spec: each kind of fault at each place where it is possible. */
class SpecMutations {
    private final SpecTree spec

    SpecMutations(SpecTree spec) {
        this.spec = spec
    }

    List<SpecMutation> all() {
        operations() + responses() + parameters() + headers() + properties() + schemas() + renamedEverywhere() + examples() + document()
    }

    private List<SpecMutation> operations() {
        pointers(~'/paths/[^/]+').collect { renamed('path renamed', it) } +
                pointers(~'/paths/[^/]+/get').collectMany { operation ->
                    [new SpecMutation('operationId twice', operation, { ObjectNode parent, String name, SpecTree copy -> copy.at('/paths').set('/another', parent.deepCopy()) }),
                     set('security removed', operation + '/security', '[]')]
                }
    }

    private List<SpecMutation> responses() {
        pointers(~'/paths/[^/]+/get/responses/\\d+').collect { removed('status removed', it) } +
                pointers(~'/components/responses/[^/]+/content/[^/]+').collectMany { content ->
                    [removed('media type removed', content), new SpecMutation('success and error schema swapped', content, { ObjectNode parent, String name, SpecTree copy ->
                        def fault = SpecTree.target(parent.path(name).path('schema')) == 'Fault'
                        parent.path(name).path('schema').put('$ref', '#/components/schemas/' + (fault ? 'OrderLineItemProvisioningStatusCollection' : 'Fault'))
                    })]
                } + pointers(~'/components/responses/[^/]+/headers/[^/]+').collect { removed('response header removed', it) }
    }

    private List<SpecMutation> parameters() {
        pointers(~'/components/parameters/[^/]+').collectMany { parameter ->
            def required = spec.at(parameter + '/required').asBoolean()
            [set('parameter moved', parameter + '/in', spec.at(parameter + '/in').asText() == 'path' ? 'header' : 'query'),
             set(required ? 'parameter made optional' : 'parameter made required', parameter + '/required', (!required).toString()),
             set('parameter retyped', parameter + '/schema', '{type: integer, format: int32}')] + formatRemoved(parameter)
        } + spec.operationPlaces.values().collectMany { operation ->
            (0..<spec.at(operation + '/parameters').size()).collect { index ->
                new SpecMutation('parameter removed', "$operation/parameters/$index", { ArrayNode parent, String name, SpecTree copy -> parent.remove(index) })
            }
        }
    }

    private List<SpecMutation> headers() {
        pointers(~'/components/headers/[^/]+').collectMany { header ->
            [removed('response header removed', header), set('response header retyped', header + '/schema', '{type: integer, format: int32}')] +
                    (spec.at(header + '/required').asBoolean() ? [set('response header made optional', header + '/required', 'false')] : []) + formatRemoved(header)
        }
    }

    private List<SpecMutation> properties() {
        pointers(~'/components/schemas/[^/]+/properties/[^/]+').collectMany { property ->
            def node = spec.at(property)
            def list = node.path('type').asText() == 'array'
            def other = node.path('type').asText() == 'string' ? 'integer' : 'string'
            [removed('property removed', property), renamed('property renamed', property),
             set('nullable added', property + '/nullable', 'true'), removed('xml.name removed', property + '/xml/name'),
             set('xml.name changed', property + '/xml/name', 'different'), removed('description removed', property + '/description'),
             set('property retyped', property, "{type: $other, ${other == 'integer' ? 'format: int32, ' : ''}description: Retyped., xml: {name: ${node.at('/xml/name').asText()}}}")] +
                    (list ? [set('wrapped flipped', property + '/xml/wrapped', 'false')] : []) +
                    (node.path('format').asText() == 'int32' ? [set('int32 to int64', property + '/format', 'int64'), removed('int32 removed', property + '/format')] : []) +
                    (property.endsWith('/status') ? [set('an enum put on status', property + '/enum', '[fulfilled, Fulfilled, PrefulfillmentPending]')] : [])
        } + pointers(~'/components/schemas/[^/]+/properties/[^/]+/items/xml/name').collect { removed('xml.name removed', it) }
    }

    private List<SpecMutation> schemas() {
        pointers(~'/components/schemas/[^/]+').collectMany { schema ->
            [set('additionalProperties: false', schema + '/additionalProperties', 'false'), removed('xml.name removed', schema + '/xml/name'),
             removed('schema removed', schema), renamed('schema renamed', schema)] +
                    (spec.at(schema).has('x-dotnet-type') ? [removed('.NET name removed', schema + '/x-dotnet-type')] : [removed('x-source removed', schema + '/x-source')])
        }
    }

    /** Replaces each number by a word and each word by a number, in each example. */
    private List<SpecMutation> examples() {
        pointers(~'/components/examples/[^/]+/value').findAll { spec.at(it).object }.collectMany { example ->
            spec.objects.findAll { it.key == example || it.key.startsWith(example + '/') }.collectMany { pointer, node ->
                node.properties().findAll { it.value.valueNode }.collect {
                    set('an example that breaks its schema', "$pointer/$it.key", it.value.textual ? '7' : 'seven')
                }
            }
        } + pointers(~'/components/examples/[^/]+/value').findAll { spec.at(it).textual }.collectMany { example ->
            [set('an example that breaks its schema', example, Yaml.mapper().writeValueAsString(spec.at(example).asText().replaceAll('(?s)<(\\w+)>.*', '<$1/>'))),
             set('an example that breaks its schema', example, Yaml.mapper().writeValueAsString(spec.at(example).asText().replaceFirst('<(\\w+)>', '<$1><unknown/>')))]
        } + pointers(~'/components/(parameters|headers)/[^/]+/example').findAll { spec.at(it).textual }.collect { set('an example that breaks its schema', it, '{}') }
    }

    private List<SpecMutation> document() {
        def references = spec.objects.findAll { it.value.has('$ref') }.keySet().collect { set('a dangling $ref', it + '/$ref', "'#/components/schemas/Nowhere'") }
        def servers = (0..<spec.at('/servers').size()).collect { index ->
            new SpecMutation('server changed', '/servers', { ObjectNode root, String name, SpecTree copy ->
                ((ObjectNode) copy.at("/servers/$index")).put('url', 'https://api.example/v{version}')
            })
        }
        references + servers + [removed('security removed', '/security'), removed('security removed', '/components/securitySchemes'),
                                set('security changed', '/components/securitySchemes/bearer', '{type: apiKey, in: header, name: Authorization, description: Another.}'),
                                set('the sample changed', '/components/examples/SampleJson/value/totalCount', '2')]
    }

    private List<SpecMutation> formatRemoved(String place) {
        spec.at(place + '/schema').has('format') ? [removed('format: uuid removed', place + '/schema/format')] : []
    }

    /** Renames everywhere, so that the spec stays consistent. */
    private List<SpecMutation> renamedEverywhere() {
        def returned = spec.responsePlaces.collectMany { spec.at(it[2]).path('content').collect { SpecTree.target(it.path('schema')) } }.toSet()
        pointers(~"/components/schemas/(${returned.join('|')})/properties/[^/]+").collect {
            new SpecMutation('property renamed everywhere', it, { ObjectNode properties, String name, SpecTree copy ->
                SpecMutation.rename(properties, name)
                def required = copy.objects.values().find { it.path('properties').is(properties) }.path('required')
                (0..<required.size()).findAll { required.get(it).asText() == name }.each { required.set(it, SpecMutation.another(name)) }
                copy.at('/components/examples').collect { it.path('value') }.findAll { it.has(name) }.each { SpecMutation.rename(it, name) }
            })
        } + pointers(~'/components/schemas/[^/]+').collect {
            new SpecMutation('schema renamed everywhere', it, { ObjectNode schemas, String name, SpecTree copy ->
                SpecMutation.rename(schemas, name)
                copy.objects.values().findAll { SpecTree.target(it) == name }.each { it.put('$ref', '#/components/schemas/' + SpecMutation.another(name)) }
            })
        }
    }

    private Collection<String> pointers(Pattern pattern) {
        def matches = pattern.asMatchPredicate()
        spec.objects.collectMany { pointer, node -> node.properties().collect { "$pointer/${SpecTree.escaped(it.key)}" as String } }.findAll { matches.test(it) }
    }
}
