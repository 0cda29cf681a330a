package io.github.partnercenter4j.conformance.growth

import io.github.partnercenter4j.conformance.GeneratedVariant
import io.github.partnercenter4j.testing.SpecDocument
import io.github.partnercenter4j.conformance.check.ClientRunner
import io.github.partnercenter4j.conformance.check.ServerRunner
import io.github.partnercenter4j.conformance.check.SuiteRunner
import io.github.partnercenter4j.conformance.check.Verdict.State
import io.github.partnercenter4j.conformance.model.Limits
import io.github.partnercenter4j.conformance.model.Requirement
import io.github.partnercenter4j.conformance.model.Requirements
import io.github.partnercenter4j.conformance.model.Side
import io.github.partnercenter4j.conformance.mutate.MutationRunner
import io.github.partnercenter4j.conformance.mutate.Mutations
import io.github.partnercenter4j.conformance.report.SuiteRun
import io.github.partnercenter4j.conformance.report.LedgerSpec
import io.github.partnercenter4j.sandbox.Fidelity
import io.github.partnercenter4j.sandbox.spec.SpecModel
import io.swagger.v3.core.util.Yaml
import java.nio.file.Path
import spock.lang.Specification
import spock.lang.TempDir

/** What is added to the document is tried without a line of the suite being changed. */
class GrowthSpec extends Specification {
    static final Set<String> BEFORE = Requirements.of(SpecModel.bundled())*.toString() as Set

    @TempDir
    Path directory

    def 'a new #addition adds #growth requirements, and the server keeps its share'() {
        given:
        def spec = SpecModel.read(SpecAdditions.text(SpecAdditions.document([addition])))
        def all = Requirements.of(spec)
        def added = all.findAll { !(it.toString() in BEFORE) }
        def runner = new ServerRunner(spec)

        expect:
        added.size() == growth
        all.size() - BEFORE.size() == growth
        notCovered(runner, added) == []

        cleanup:
        runner.close()

        where:
        addition << SpecAdditions.ALL.keySet()
        growth = SpecAdditions.growth(addition, SpecDocument.CURRENT.tree)
    }

    def 'a new property of {#form} adds #growth requirements, of the aspects #aspects among others'() {
        given:
        def document = SpecDocument.CURRENT.tree.deepCopy()
        SpecAdditions.add(document, 'added', form)
        def added = Requirements.of(SpecModel.read(SpecAdditions.text(document))).findAll { !(it.toString() in BEFORE) }

        expect:
        added.size() == growth
        growth == SpecAdditions.growth(document, ['added'])
        added.findAll { it.side == Side.SERVER }*.aspect.toSet().intersect(Limits.KEYWORDS + ['int32/max', 'int32/min']) == aspects as Set

        where:
        form                                                 || growth | aspects
        'type: string'                                       || 44     | []
        'type: string, enum: [a]'                            || 52     | []
        'type: string, minLength: 3'                         || 48     | ['minLength']
        'type: string, maxLength: 4'                         || 48     | ['maxLength']
        'type: string, minLength: 3, maxLength: 3'           || 52     | ['minLength', 'maxLength']
        'type: string, title: A title, deprecated: true, readOnly: true' || 44 | []
        'type: integer, format: int32'                       || 80     | ['int32/max', 'int32/min']
        'type: integer, format: int32, minimum: 1'           || 80     | ['int32/max', 'minimum']
        'type: integer, format: int32, maximum: 99'          || 80     | ['maximum', 'int32/min']
        'type: integer, format: int32, minimum: 0, maximum: 9' || 80   | ['maximum', 'minimum']
        'type: number'                                       || 48     | []
        'type: number, minimum: 0'                           || 52     | ['minimum']
        'type: number, maximum: 0'                           || 52     | ['maximum']
    }

    def 'what is said to people alone adds nothing: #parent'() {
        given:
        def document = SpecDocument.CURRENT.tree.deepCopy()
        document.at(parent).put('deprecated', true)

        expect:
        Requirements.of(SpecModel.read(SpecAdditions.text(document)))*.toString() as Set == BEFORE

        where:
        parent << ['/paths/~1customers~1{customer_id}~1orders~1{order_id}~1provisioningstatus/get', '/components/parameters/X-Locale', '/components/headers/MS-CV',
                   '/components/schemas/Fault', '/components/schemas/Fault/properties/source', '/components/schemas/OrderLineItemProvisioningStatusCollection/properties/links']
    }

    def 'with a #more more in every error, a new #addition still adds what the formula says'() {
        given:
        def base = SpecDocument.CURRENT.tree.deepCopy()
        base.at('/components/responses').findAll { !it.at('/content/application~1json/schema/$ref').asText().endsWith('Collection') }.each { it.at(parent).set(key, yaml(value)) }
        def before = Requirements.of(SpecModel.read(SpecAdditions.text(base)))
        def after = Requirements.of(SpecModel.read(SpecAdditions.text(SpecAdditions.document([addition], base))))

        expect:
        before.size() > BEFORE.size()
        after.size() - before.size() == SpecAdditions.growth(addition, base)
        SpecAdditions.growth('status', base) > SpecAdditions.growth('status', SpecDocument.CURRENT.tree)

        where:
        [[more, parent, key, value], addition] << [[
                ['header', '/headers', 'MS-Region', '{required: true, description: The region., schema: {type: integer, format: int32}, example: 7}'],
                ['media type', '/content', 'application/problem+json', '{schema: {$ref: "#/components/schemas/Fault"}}'],
                ['example', '/content/text~1json/examples', 'another', '{summary: Another., value: {code: "1"}}']
        ], SpecAdditions.ALL.keySet()].combinations()
    }

    def 'a client that is generated from the document with #additions keeps its share of what is new, with a server that is #fidelity'() {
        given:
        def document = SpecAdditions.document(additions)
        def spec = SpecModel.read(SpecAdditions.text(document))
        def all = Requirements.of(spec)
        def added = all.findAll { !(it.toString() in BEFORE) }
        def variant = GeneratedVariant.of(directory, document)
        def runners = fidelity.collect { new ClientRunner(spec, it, variant.loader) }
        def server = new ServerRunner(spec)

        and: 'the faults at what has bounds, in one media type of each format; in a build by itself one of each rule'
        def subjects = SpecAdditions.FORMS.indices.findAll { SpecAdditions.FORMS[it] =~ /min|max/ }.collect { "added$it" as String }
        def bounded = Mutations.of(spec).findAll { it.subject?.tokenize('.')?.last() in subjects && it.scenario.mediaType in ['application/json', 'application/xml'] }
                .unique(false) { SuiteRun.ALL_FAULTS ? it : [it.family, it.scenario.mediaType] }
        def faults = new MutationRunner(server, runners[0], all)

        // They do not wait for each other.
        runners.parallelStream().forEach { it.runAll(once(added)) }

        expect:
        added.any { it.side == Side.CLIENT }
        runners.collectMany { notCovered(it, added) } == []
        runners.every { it.harness.requestObjections == [] }
        !bounded.empty || additions.size() == 1
        bounded.collect { faults.run(it) }.findAll { it.survivor || it.equivalentTurnedRed } == []

        cleanup:
        (runners + [server, variant])*.close()

        where:
        additions << (SuiteRun.ALL_FAULTS ? SpecAdditions.ALL.keySet().collect { [it] } : []) + [SpecAdditions.ALL.keySet().toList()]
        // In a build by itself the observed sandbox is left to LedgerSpec, which runs it for all that is there already.
        fidelity = SuiteRun.ALL_FAULTS ? Fidelity.values().toList() : [Fidelity.DOCUMENTED]
    }

    def 'what the suite does not understand stops it, and it says where: #pointer'() {
        given:
        def document = SpecDocument.CURRENT.tree.deepCopy()
        document.at(parent).set(key, yaml(value))

        when:
        Requirements.of(SpecModel.read(SpecAdditions.text(document)))

        then:
        def e = thrown(IllegalArgumentException)
        e.message.startsWith("#$pointer: ")

        where:
        parent                                                         | key             | value                            || pointer
        '/components/schemas/Fault/properties/source'                  | 'pattern'       | 'x+'                             || '/components/schemas/Fault/properties/source/pattern'
        '/components/schemas/Fault/properties/source'                  | 'writeOnly'     | 'true'                           || '/components/schemas/Fault/properties/source/writeOnly'
        '/components/schemas/Fault/properties/source'                  | 'maximum'       | '7'                              || '/components/schemas/Fault/properties/source/maximum'
        '/components/schemas/Fault/properties'                         | 'lasts'         | '{type: string, format: duration}' || '/components/schemas/Fault/properties/lasts/format'
        '/components/schemas/Fault'                                    | 'discriminator' | '{propertyName: code}'           || '/components/schemas/Fault/discriminator'
        '/components/schemas/Fault/properties'                         | 'more'          | '{oneOf: [{type: string}]}'      || '/components/schemas/Fault/properties/more'
        '/components/schemas/Fault/properties/data/xml'                | 'wrapped'       | 'false'                          || '/components/schemas/Fault/properties/data'
        '/components/responses/NotFound/content'                       | 'text/plain'    | '{schema: {type: string}}'       || '/components/responses/NotFound/content/text~1plain'
    }

    private static yaml(String text) {
        Yaml.mapper().readTree(text)
    }

    private static List<String> notCovered(SuiteRunner runner, List<Requirement> requirements) {
        once(requirements).findAll { runner.runs(it) }.collect { runner.verdict(it) }.findAll { it.state != State.COVERED }
                .collect { "$it.requirement is $it.state: $it.violations, $it.notRejected" as String }
    }

    /** A place once in each format, in a build by itself: two media types of a format are written and read alike, and LedgerSpec runs all. */
    private static List<Requirement> once(List<Requirement> requirements) {
        SuiteRun.ALL_FAULTS ? requirements : requirements.unique(false) {
            [it.side, it.kind, it.operation, it.status, it.subject, it.aspect, it.kind == 'place' ? it.mediaType.endsWith('json') : it.mediaType]
        }
    }
}
