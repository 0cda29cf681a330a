package io.github.partnercenter4j.conformance.obligation

import io.github.partnercenter4j.conformance.GeneratedVariant
import io.github.partnercenter4j.conformance.SpecDocument
import io.github.partnercenter4j.conformance.obligation.Verdict.State
import io.github.partnercenter4j.sandbox.Fidelity
import io.github.partnercenter4j.sandbox.spec.SpecModel
import io.swagger.v3.core.util.Yaml
import java.nio.file.Path
import spock.lang.Specification
import spock.lang.TempDir

/** What is added to the document is tried without a line of the suite being changed. */
class GrowthSpec extends Specification {
    static final Set<String> BEFORE = Obligations.of(SpecModel.bundled())*.toString() as Set

    @TempDir
    Path directory

    def 'a new #addition adds #growth obligations, and the server keeps its share'() {
        given:
        def spec = SpecModel.read(Additions.text(Additions.document([addition])))
        def all = Obligations.of(spec)
        def added = all.findAll { !(it.toString() in BEFORE) }
        def court = new ServerCourt(spec)

        expect:
        added.size() == growth
        all.size() - BEFORE.size() == growth
        notCovered(court, added) == []

        cleanup:
        court.close()

        where:
        addition << Additions.ALL.keySet()
        growth = Additions.growth(addition, SpecDocument.CURRENT.tree)
    }

    def 'a new property is tried whatever its type'() {
        given:
        def types = ['boolean', 'number', 'number, format: double', 'string, format: date', 'integer, format: int64', 'string, format: uuid', 'string, enum: [a, b]']
        def document = SpecDocument.CURRENT.tree.deepCopy()
        def properties = document.at('/components/schemas/QuantityProvisioningStatus/properties')
        types.eachWithIndex { type, i -> properties.set("added$i" as String, yaml("{type: $type, description: A value., xml: {name: added$i}}")) }
        def spec = SpecModel.read(Additions.text(document))
        def added = Obligations.of(spec).findAll { !(it.toString() in BEFORE) }
        def server = new ServerCourt(spec)
        def variant = GeneratedVariant.of(directory, document)
        def clients = Fidelity.values().collect { new ClientCourt(spec, it, variant.loader) }

        expect:
        types.indices.every { i -> added.any { it.subject.endsWith("added$i") } }
        ([server] + clients).collectMany { notCovered(it, added) } == []

        cleanup:
        (clients + [server, variant])*.close()
    }

    def 'with a #more more in every error, a new #addition still adds what the formula says'() {
        given:
        def base = SpecDocument.CURRENT.tree.deepCopy()
        base.at('/components/responses').findAll { !it.at('/content/application~1json/schema/$ref').asText().endsWith('Collection') }.each { it.at(parent).set(key, yaml(value)) }
        def before = Obligations.of(SpecModel.read(Additions.text(base)))
        def after = Obligations.of(SpecModel.read(Additions.text(Additions.document([addition], base))))

        expect:
        before.size() > BEFORE.size()
        after.size() - before.size() == Additions.growth(addition, base)
        Additions.growth('status', base) > Additions.growth('status', SpecDocument.CURRENT.tree)

        where:
        [[more, parent, key, value], addition] << [[
                ['header', '/headers', 'MS-Region', '{required: true, description: The region., schema: {type: integer, format: int32}, example: 7}'],
                ['media type', '/content', 'application/problem+json', '{schema: {$ref: "#/components/schemas/Fault"}}'],
                ['example', '/content/text~1json/examples', 'another', '{summary: Another., value: {code: "1"}}']
        ], Additions.ALL.keySet()].combinations()
    }

    def 'a client that is generated from the document with #additions keeps its share of what is new, with a server that is #fidelity'() {
        given:
        def document = Additions.document(additions)
        def spec = SpecModel.read(Additions.text(document))
        def added = Obligations.of(spec).findAll { !(it.toString() in BEFORE) }
        def variant = GeneratedVariant.of(directory, document)
        def courts = fidelity.collect { new ClientCourt(spec, it, variant.loader) }

        expect:
        added.any { it.side == Side.CLIENT }
        courts.collectMany { notCovered(it, added) } == []
        courts.every { it.stage.objections == [] }

        cleanup:
        courts*.close()
        variant.close()

        where:
        additions << (Conformance.ALL_FAULTS ? Additions.ALL.keySet().collect { [it] } : []) + [Additions.ALL.keySet().toList()]
        fidelity = Fidelity.values().toList()
    }

    def 'what the suite does not understand stops it, and it says where: #pointer'() {
        given:
        def document = SpecDocument.CURRENT.tree.deepCopy()
        document.at(parent).set(key, yaml(value))

        when:
        Obligations.of(SpecModel.read(Additions.text(document)))

        then:
        def e = thrown(IllegalArgumentException)
        e.message.startsWith("#$pointer: ")

        where:
        parent                                                         | key             | value                            || pointer
        '/components/schemas/Fault/properties/source'                  | 'pattern'       | 'x+'                             || '/components/schemas/Fault/properties/source/pattern'
        '/components/schemas/Fault/properties/source'                  | 'maxLength'     | '7'                              || '/components/schemas/Fault/properties/source/maxLength'
        '/components/schemas/Fault/properties'                         | 'lasts'         | '{type: string, format: duration}' || '/components/schemas/Fault/properties/lasts/format'
        '/components/schemas/Fault'                                    | 'discriminator' | '{propertyName: code}'           || '/components/schemas/Fault/discriminator'
        '/components/schemas/Fault/properties'                         | 'more'          | '{oneOf: [{type: string}]}'      || '/components/schemas/Fault/properties/more'
        '/components/schemas/Fault/properties/data/xml'                | 'wrapped'       | 'false'                          || '/components/schemas/Fault/properties/data'
        '/components/responses/NotFound/content'                       | 'text/plain'    | '{schema: {type: string}}'       || '/components/responses/NotFound/content/text~1plain'
    }

    private static yaml(String text) {
        Yaml.mapper().readTree(text)
    }

    private static List<String> notCovered(Court court, List<Obligation> obligations) {
        obligations.findAll { court.hears(it) }.collect { court.verdict(it) }.findAll { it.state != State.COVERED }
                .collect { "$it.obligation is $it.state: $it.refusals, $it.notRefused" as String }
    }
}
