package io.github.partnercenter4j.conformance.exchange

import com.fasterxml.jackson.databind.json.JsonMapper
import io.github.partnercenter4j.conformance.judge.Schemas
import io.github.partnercenter4j.conformance.model.Trees
import io.github.partnercenter4j.sandbox.spec.SpecModel
import spock.lang.Specification

/** Bodies that the suite makes up conform to the bounds of the spec. */
class BoundsSpec extends Specification {
    static final SpecModel SMALL = SpecModel.read(BoundsSpec.getResource('/judge/small.yaml').getText('UTF-8').replace('level: {type: integer, enum: [1, 2]}', 'level: {type: string}'))
    static final THING = SMALL.schemas().Thing
    static final SCHEMAS = new Schemas(SMALL)

    def 'a full body conforms'() {
        given:
        def tree = new Trees(SMALL).full(THING)

        expect:
        wrong(tree) == []
        tree.keySet().containsAll(['name', 'code', 'seats', 'sum', 'share'])
    }

    def 'a random body conforms, and so does every body that it is shrunk to'() {
        given:
        def random = new RandomTrees(SMALL, 20261121)
        def seen = (0..<60).collect { random.next(THING) }
        def distinct = [seen*.seats.toSet(), seen*.code.findAll().collect { it.codePointCount(0, it.length()) }.toSet()]
        seen.findAll { it.sum != null }.take(10).each { new Shrinker(SMALL, THING).smallest(it) { smaller -> seen << smaller; smaller.sum != null } }
        def wrong = seen.collectMany { wrong(it) }.toSet()

        expect:
        wrong == [] as Set
        distinct[0].containsAll([0, 300])
        distinct[1] == [1, 2, 3] as Set
    }

    private static List<String> wrong(Map tree) {
        SCHEMAS.objections(THING, new JsonMapper().valueToTree(tree))*.toString()
    }
}
