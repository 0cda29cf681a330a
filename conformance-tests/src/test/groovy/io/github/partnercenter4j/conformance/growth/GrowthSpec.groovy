package io.github.partnercenter4j.conformance.growth

import io.github.partnercenter4j.conformance.GeneratedVariant
import io.github.partnercenter4j.conformance.check.ClientRunner
import io.github.partnercenter4j.conformance.check.ServerRunner
import io.github.partnercenter4j.conformance.check.SuiteRunner
import io.github.partnercenter4j.conformance.check.Verdict.State
import io.github.partnercenter4j.conformance.exchange.AdapterLoader
import io.github.partnercenter4j.conformance.model.Attributes
import io.github.partnercenter4j.conformance.model.Limits
import io.github.partnercenter4j.conformance.model.Requirement
import io.github.partnercenter4j.conformance.model.Requirements
import io.github.partnercenter4j.conformance.model.Sample
import io.github.partnercenter4j.conformance.model.Side
import io.github.partnercenter4j.conformance.mutate.Mutation
import io.github.partnercenter4j.conformance.mutate.MutationRunner
import io.github.partnercenter4j.conformance.mutate.Mutations
import io.github.partnercenter4j.sandbox.Fidelity
import io.github.partnercenter4j.sandbox.spec.SpecModel
import io.github.partnercenter4j.testing.SpecDocument
import io.swagger.v3.core.util.Yaml
import java.nio.file.Path
import spock.lang.Specification
import spock.lang.TempDir

/** What is added to the spec is tested without a change of the suite. */
class GrowthSpec extends Specification {
    private static final Set<String> BEFORE = Requirements.of(SpecModel.bundled())*.toString() as Set
    private static final List<String> ADDITIONS = SpecAdditions.ALL.keySet().toList()
    /** What may be in every error already: a kind, where it is added, its name and its content. */
    private static final List<List<String>> IN_EVERY_ERROR = [
            ['header', '/headers', 'MS-Region', '{required: true, description: The region., schema: {type: integer, format: int32}, example: 7}'],
            ['media type', '/content', 'application/problem+json', '{schema: {$ref: "#/components/schemas/Fault"}}'],
            ['example', '/content/text~1json/examples', 'another', '{summary: Another., value: {code: "1"}}']
    ]

    @TempDir
    Path directory

    def 'a new #addition adds #growth requirements'() {
        given:
        def all = requirements(SpecAdditions.document([addition]))

        expect:
        added(all).size() == growth
        all.size() - BEFORE.size() == growth

        where:
        addition << ADDITIONS
        growth = SpecAdditions.growth(addition, SpecDocument.CURRENT.tree)
    }

    def 'a new property of {#form} adds #growth requirements, of the aspects #aspects among others'() {
        given:
        def document = SpecDocument.CURRENT.tree.deepCopy()
        SpecAdditions.add(document, 'added', form)
        def added = added(requirements(document))

        expect:
        added.size() == growth
        growth == SpecAdditions.growth(document, ['added'])
        added.findAll { it.side == Side.SERVER }*.aspect.toSet().intersect(Limits.KEYWORDS + ['int32/max', 'int32/min']) == aspects as Set

        where:
        form                                                            || growth | aspects
        'type: string'                                                  || 44     | []
        'type: string, enum: [a]'                                       || 52     | []
        'type: string, minLength: 3'                                    || 48     | ['minLength']
        'type: string, maxLength: 4'                                    || 48     | ['maxLength']
        'type: string, minLength: 3, maxLength: 3'                      || 52     | ['minLength', 'maxLength']
        'type: string, title: A title, deprecated: true, readOnly: true' || 44    | []
        'type: integer, format: int32'                                  || 80     | ['int32/max', 'int32/min']
        'type: integer, format: int32, minimum: 1'                      || 80     | ['int32/max', 'minimum']
        'type: integer, format: int32, maximum: 99'                     || 80     | ['maximum', 'int32/min']
        'type: integer, format: int32, minimum: 0, maximum: 9'          || 80     | ['maximum', 'minimum']
        'type: number'                                                  || 48     | []
        'type: number, minimum: 0'                                      || 52     | ['minimum']
        'type: number, maximum: 0'                                      || 52     | ['maximum']
    }

    def 'keywords that only people read add nothing: #parent'() {
        given:
        def document = SpecDocument.CURRENT.tree.deepCopy()
        document.at(parent).put('deprecated', true)
        def all = requirements(document)

        expect:
        added(all) == []
        all.size() == BEFORE.size()

        where:
        parent << ['/paths/~1customers~1{customer_id}~1orders~1{order_id}~1provisioningstatus/get', '/components/parameters/X-Locale', '/components/headers/MS-CV',
                   '/components/schemas/Fault', '/components/schemas/Fault/properties/source', '/components/schemas/OrderLineItemProvisioningStatusCollection/properties/links']
    }

    def 'if every error has one more #more, a new #addition still adds what the formula says'() {
        given:
        def base = SpecDocument.CURRENT.tree.deepCopy()
        base.at('/components/responses').findAll { it.at('/content/application~1json/schema/$ref').asText().endsWith('/Fault') }.each { it.at(parent).set(key, yaml(value)) }
        def before = requirements(base)
        def after = requirements(SpecAdditions.document([addition], base))

        expect:
        before.size() > BEFORE.size()
        after.size() - before.size() == SpecAdditions.growth(addition, base)
        SpecAdditions.growth('status', base) > SpecAdditions.growth('status', SpecDocument.CURRENT.tree)

        where:
        [[more, parent, key, value], addition] << (Sample.EVERYTHING ? [IN_EVERY_ERROR, ADDITIONS].combinations()
                : ADDITIONS.withIndex().collect { addition, i -> [IN_EVERY_ERROR[i % IN_EVERY_ERROR.size()], addition] })
    }

    def 'the server, and a client that is generated from the spec with #additions, satisfy what is added, #fidelity'() {
        given:
        def document = SpecAdditions.document(additions)
        def spec = SpecModel.read(SpecAdditions.text(document))
        def all = Requirements.of(spec)
        def added = sample(spec, added(all))
        def variant = GeneratedVariant.of(directory, document)
        def server = new ServerRunner(spec)
        def clients = fidelity.collect { new ClientRunner(spec, it, AdapterLoader.source(variant.loader)) }
        def mutations = mutations(spec)
        def mutationRunner = new MutationRunner(server, clients[0], all)

        when: 'the runners share nothing, so they run in parallel'
        ([server] + clients).parallelStream().forEach { it.runAll(added) }

        then:
        Side.values().every { side -> added.any { it.side == side } }
        ([server] + clients).collectMany { notCovered(it, added) } == []
        clients.every { it.harness.requestObjections == [] }
        !mutations.empty || additions.size() == 1
        mutations.collect { mutationRunner.run(it) }.findAll { it.survivor || it.equivalentTurnedRed } == []

        cleanup:
        (clients + [server, variant])*.close()

        where:
        additions << (Sample.EVERYTHING ? ADDITIONS.collect { [it] } : []) + [ADDITIONS]
        fidelity = Sample.EVERYTHING ? Fidelity.values().toList() : [Fidelity.DOCUMENTED]
    }

    def 'a keyword that the suite does not support is refused with its place: #pointer'() {
        given:
        def document = SpecDocument.CURRENT.tree.deepCopy()
        document.at(parent).set(key, yaml(value))

        when:
        requirements(document)

        then:
        def e = thrown(IllegalArgumentException)
        e.message.startsWith("#$pointer: ")

        where:
        parent                                                         | key             | value                            || pointer
        '/components/schemas/Fault'                                    | 'additionalProperties' | '{type: string}'          || '/components/schemas/Fault/additionalProperties'
        '/components/schemas/Fault/properties/source'                  | 'writeOnly'     | 'true'                           || '/components/schemas/Fault/properties/source/writeOnly'
        '/components/schemas/Fault/properties/source'                  | 'maximum'       | '7'                              || '/components/schemas/Fault/properties/source/maximum'
        '/components/schemas/Fault/properties/source/xml'              | 'attribute'     | 'true'                           || '/components/schemas/Fault/properties/source'
        '/components/schemas/Fault/properties'                         | 'id'            | '{type: string, xml: {name: Code}}' || '/components/schemas/Fault/properties/id'
        '/components/schemas/Fault/properties'                         | 'more'          | '{type: object}'                 || '/components/schemas/Fault/properties/more'
        '/paths/~1customers~1{customer_id}~1orders~1{order_id}~1provisioningstatus/get' | 'requestBody' | '{content: {text/plain: {schema: {type: string}}}}' || '/paths/~1customers~1{customer_id}~1orders~1{order_id}~1provisioningstatus/get/requestBody'
        '/paths/~1customers~1{customer_id}~1orders~1{order_id}~1provisioningstatus/get/responses' | 'default' | '{$ref: "#/components/responses/NotFound"}' || '/components/responses/NotFound'
        '/components/schemas/Fault/properties'                         | 'lasts'         | '{type: string, format: duration}' || '/components/schemas/Fault/properties/lasts/format'
        '/components/schemas/Fault'                                    | 'discriminator' | '{propertyName: code}'           || '/components/schemas/Fault/discriminator'
        '/components/schemas/Fault/properties'                         | 'more'          | '{oneOf: [{type: string}]}'      || '/components/schemas/Fault/properties/more/oneOf'
        '/components/schemas/Fault/properties/data/xml'                | 'wrapped'       | 'false'                          || '/components/schemas/Fault/properties/data'
        '/components/responses/NotFound/content'                       | 'text/plain'    | '{schema: {type: string}}'       || '/components/responses/NotFound/content/text~1plain'
    }

    private static yaml(String text) {
        Yaml.mapper().readTree(text)
    }

    private static List<Requirement> requirements(document) {
        Requirements.of(SpecModel.read(SpecAdditions.text(document)))
    }

    private static List<Requirement> added(List<Requirement> all) {
        all.findAll { !(it.toString() in BEFORE) }
    }

    /** Takes each rule for places once in each format: an aspect, at a place of certain attributes, in a success and in an error. */
    private static List<Requirement> sample(SpecModel spec, List<Requirement> added) {
        if (Sample.EVERYTHING) {
            return added
        }
        def attributes = new Attributes(spec)
        def byPlace = [:].withDefault { List key ->
            def (operation, status, mediaType, path) = key
            attributes.of(spec.places(spec.operation(operation).response(status).contents()[mediaType].schema()).find { it.path() == path })
        }
        added.groupBy { it.kind == 'place' ? [it.side, it.aspect, it.json, it.error, byPlace[[it.operation, it.status, it.mediaType, it.subject]]] : it }.values()*.first()
    }

    /** The mutations of places with bounds, in one media type of each format. A build without the profile takes one of each family. */
    private static List<Mutation> mutations(SpecModel spec) {
        def bounded = SpecAdditions.FORMS.indices.findAll { SpecAdditions.FORMS[it] =~ /min|max/ }.collect { "added$it" as String }
        Mutations.of(spec).findAll { it.subject?.tokenize('.')?.last() in bounded && it.scenario.mediaType in ['application/json', 'application/xml'] }
                .groupBy { Sample.EVERYTHING ? it.id : [it.family, it.scenario.mediaType] }.values()*.first()
    }

    private static List<String> notCovered(SuiteRunner runner, List<Requirement> requirements) {
        requirements.findAll { runner.runs(it) }.collect { runner.verdict(it) }.findAll { it.state != State.COVERED }
                .collect { "$it.requirement is $it.state: $it.violations, $it.notRejected" as String }
    }
}
