package io.github.partnercenter4j.conformance.judge

import io.github.partnercenter4j.conformance.wire.RawClient
import io.github.partnercenter4j.sandbox.PartnerCenterSandbox
import io.github.partnercenter4j.sandbox.spec.SpecModel
import spock.lang.Specification

/** Sandbox and suite read the spec with the same model. If the model misreads it, the judges that read the spec as it is written object. */
class MisreadSpec extends Specification {
    private static final String SMALL = MisreadSpec.getResource('/judge/small.yaml').getText('UTF-8')

    def 'what the sandbox serves is accepted as long as the model is right: #mediaType'() {
        expect:
        told(SMALL, mediaType) == []

        where:
        mediaType << ['application/json', 'application/xml']
    }

    def 'if the model misreads #what, a judge of #mediaType objects'() {
        when:
        def told = told(SMALL.replace(written, read), mediaType)

        then:
        told.any { it.contains(objection) }

        where:
        what                     | mediaType          | written                                 | read                      || objection
        'a type'                 | 'application/json' | 'count: {type: integer, format: int32}' | 'count: {type: string}'   || 'count: type: is of type string and not integer'
        'a type'                 | 'application/xml'  | 'count: {type: integer, format: int32}' | 'count: {type: string}'   || 'count: type: is of type string and not integer'
        'the name of a property' | 'application/json' | 'code: {type: string'                   | 'codes: {type: string'    || 'codes: additional'
        'an XML name'            | 'application/xml'  | 'xml: {name: Name}'                     | 'xml: {name: Nom}'        || 'element "Nom" not allowed'
        'the name of the root'   | 'application/xml'  | 'xml: {name: Ding}'                     | 'xml: {name: Sache}'      || 'element "Sache" not allowed'
        'the name of an item'    | 'application/xml'  | 'xml: {name: tag}'                      | 'xml: {name: label}'      || 'element "label" not allowed'
        'an enumeration'         | 'application/json' | "enum: [red, 'dark green', '']"         | 'enum: [blue]'            || 'colour: enum'
        'an enumeration'         | 'application/xml'  | "enum: [red, 'dark green', '']"         | 'enum: [blue]'            || 'colour: enum'
        'a bound'                | 'application/json' | 'minimum: 7'                            | 'minimum: 1'              || 'sum: minimum'
        'a bound'                | 'application/xml'  | 'minimum: 7'                            | 'minimum: 1'              || 'sum: minimum'
    }

    def 'if the model takes another schema for a body, nothing is judged'() {
        given:
        def other = SMALL.replace("application/xml: {schema: {\$ref: '#/components/schemas/Thing'}}", "application/xml: {schema: {\$ref: '#/components/schemas/Thing/properties/note'}}")

        when:
        new ServerJudge(misread(SpecModel.read(SMALL), other))

        then:
        def e = thrown(IllegalStateException)
        e.message == 'The body of GET /things/{thing_id} 200 application/xml has the schema #/components/schemas/Thing/properties/note in the spec, and the sandbox takes #/components/schemas/Thing'
    }

    /** Returns what the judges say about the response of a sandbox that reads another document than the spec. */
    private static List<String> told(String read, String mediaType) {
        def model = misread(SpecModel.read(read), SMALL)
        def sandbox = PartnerCenterSandbox.builder().spec(model).start()
        try {
            def exchange = new RawClient(sandbox.baseUrl()).get('/things/1', [Accept: mediaType])
            assert exchange.response.status == 200
            return new ServerJudge(model).objections('getThing', exchange)*.toString()
        } catch (JudgesDisagree e) {
            return [e.message]
        } finally {
            sandbox.close()
        }
    }

    private static SpecModel misread(SpecModel read, String written) {
        new SpecModel(read.basePath(), read.operations(), read.schemas(), written)
    }
}
