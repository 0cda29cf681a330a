package io.github.partnercenter4j.checks.own

import io.github.partnercenter4j.checks.Repository
import io.github.partnercenter4j.conformance.report.SuiteTests
import io.github.partnercenter4j.conformance.report.SuiteTests.Result
import io.github.partnercenter4j.model.Link
import io.github.partnercenter4j.model.ResourceLinks
import java.nio.file.Path
import spock.lang.Shared
import spock.lang.Specification
import spock.lang.TempDir

/** The conformance suite on documents of other projects, with the sandbox and with the client that is generated from the document: each construct in turn. */
class OwnSuiteSpec extends Specification {
    private static final String PART = "{\$ref: '#/components/schemas/Part'}"
    private static final String TEXTS = 'type: array, items: {type: string'

    /** The schema of the property value of the only response, by name. */
    static final Map<String, String> IN_BOTH_FORMATS = [
            'Attribute'         : '{type: object, properties: {a: {type: integer, format: int32, xml: {attribute: true, name: b}}, c: {type: string}}}',
            'RequiredAttribute' : '{type: object, required: [a], properties: {a: {type: string, maxLength: 20, xml: {attribute: true}}}}',
            'AttributeOfRoot'   : '{type: boolean, xml: {attribute: true}}',
            'AttributeInPrefix' : '{type: object, properties: {a: {type: string, enum: [b, c], xml: {attribute: true, namespace: "urn:a", prefix: p}}, d: {type: string}}}',
            'Namespace'         : '{type: object, xml: {namespace: "urn:a"}, properties: {a: {type: string}, b: {type: array, xml: {wrapped: true}, items: {type: string}}}}',
            'Prefix'            : '{type: object, xml: {namespace: "urn:a", prefix: p}, properties: {a: {type: string}, b: {type: string, xml: {namespace: "urn:a", prefix: p}}}}',
            'TwoNamespaces'     : '{type: object, xml: {namespace: "urn:a"}, properties: {a: {type: integer, xml: {namespace: "urn:b"}}, b: {type: object, xml: {namespace: "urn:b", prefix: b}, properties: {c: {type: string}}}}}',
            'Texts'             : "{$TEXTS}}",
            'NamedTexts'        : "{type: object, properties: {a: {$TEXTS, xml: {name: Text}}, xml: {name: all}}, b: {type: string}}}",
            'Parts'             : "{type: array, items: $PART}",
            'RequiredParts'     : "{type: object, required: [parts, n], properties: {parts: {type: array, items: $PART}, n: {type: integer}}}",
            'PartsInNamespace'  : "{type: array, items: {type: object, xml: {name: part, namespace: 'urn:a', prefix: p}, properties: {id: {type: integer, xml: {attribute: true}}, tags: {$TEXTS, xml: {name: tag}}}}}}",
            'ListInList'        : '{type: array, xml: {wrapped: true}, items: {type: array, xml: {wrapped: true}, items: {type: integer}}}',
            'ListInUnwrapped'   : "{type: array, items: {type: array, xml: {wrapped: true}, items: $PART}}",
            'Several'           : "{allOf: [$PART, {type: object, required: [b], properties: {b: {type: integer}}}], properties: {c: {type: boolean, xml: {attribute: true}}}}",
            'Closed'            : '{type: object, additionalProperties: false, properties: {a: {type: string}}}',
            'ClosedItems'       : '{type: array, xml: {wrapped: true}, items: {type: object, additionalProperties: false, properties: {a: {type: string}, b: {type: string}}}}',
            'Capitals'          : '{type: object, properties: {Name: {type: string}, A: {type: array, xml: {wrapped: true}, items: {type: string}}}}'
    ]

    /** What only JSON has a form for, and what no schema says. */
    static final String IN_JSON = '''\
        openapi: 3.0.3
        info: {title: A document of another project, description: Not ours., version: 1.0.0}
        servers: [{url: 'https://api.partnercenter.microsoft.com/v1'}]
        tags: [{name: Things, description: Any things.}]
        security: [{bearer: []}]
        paths:
          /maps:
            get:
              tags: [Things]
              operationId: getMaps
              responses:
                '200': {description: Maps., content: {application/json: {schema: {$ref: '#/components/schemas/Maps'}}}}
            post:
              tags: [Things]
              operationId: postMaps
              requestBody: {required: true, content: {application/json: {schema: {$ref: '#/components/schemas/Maps'}}}}
              responses:
                '201': {description: Maps., content: {application/json: {schema: {$ref: '#/components/schemas/Part'}}}}
                '400': {description: Wrong.}
          /things/{id}:
            parameters: [{name: id, in: path, required: true, schema: {type: string}}]
            delete:
              tags: [Things]
              operationId: dropThing
              responses:
                '204': {description: Gone., headers: {ETag: {required: true, schema: {type: string}}}}
                '401': {description: No token.}
                '404': {description: None., content: {application/json: {schema: {$ref: '#/components/schemas/Part'}}}}
            get:
              tags: [Things]
              operationId: getDefault
              responses:
                default: {description: A thing., content: {application/json: {schema: {$ref: '#/components/schemas/Part'}}, application/xml: {schema: {$ref: '#/components/schemas/Part'}}}}
          /lists:
            get:
              tags: [Things]
              operationId: getByLists
              parameters:
                - {name: ids, in: query, explode: false, required: true, schema: {type: array, items: {type: integer}}}
                - {name: kinds, in: query, explode: false, schema: {type: array, items: {type: string, enum: [a, b]}}}
                - {name: names, in: query, schema: {type: array, items: {type: string}}}
              responses:
                '200': {description: A thing., content: {application/json: {schema: {$ref: '#/components/schemas/Part'}}}}
                default: {description: Wrong.}
          /nothing:
            get:
              tags: [Things]
              operationId: getNothing
              responses:
                '202': {description: Nothing yet.}
          /some%20names/{ID}/{class}:
            get:
              tags: [Things]
              operationId: Get_Some-Names
              parameters:
                - {name: ID, in: path, required: true, schema: {type: string}}
                - {name: class, in: path, required: true, schema: {type: string}}
                - {name: 'a[b]', in: query, schema: {type: string}}
              responses:
                '200': {description: A thing., content: {application/json: {schema: {$ref: '#/components/schemas/DateTime'}}}}
        components:
          securitySchemes: {bearer: {type: http, scheme: bearer, bearerFormat: JWT}}
          schemas:
            Part: {type: object, description: A part., properties: {a: {type: string, description: Any text.}}}
            DateTime: {type: object, properties: {toString: {type: string}, '@odata etag': {type: string}}}
            Maps:
              type: object
              required: [numbers]
              properties:
                numbers: {type: object, additionalProperties: {type: integer, format: int32}}
                texts: {type: object, nullable: true, additionalProperties: {type: string}}
                parts: {type: object, additionalProperties: {$ref: '#/components/schemas/Part'}}
                lists: {type: object, additionalProperties: {type: array, items: {type: string}}}
                maps: {type: object, additionalProperties: {type: object, additionalProperties: {type: boolean}}}
                closed: {type: object, additionalProperties: {type: object, additionalProperties: false, properties: {b: {type: string}, maps: {$ref: '#/components/schemas/Maps'}}}}
                set: {type: array, readOnly: true, items: {type: string}}
        '''.stripIndent()

    /** What the table in docs/conformance.md calls supported by the suite, as a construct of a schema. */
    private static final List<ReadConstruct> IN_TABLE = (ReadConstruct.SUPPORTED + ReadConstruct.IGNORED).findAll { ConstructsSpec.TABLE[it.name()][3] == 'supported' }

    private static final List<String> OPERATIONS_IN_TABLE = OwnOperationsSpec.CONSTRUCTS.keySet().findAll { ConstructsSpec.TABLE[it][3] == 'supported' } as List

    @TempDir
    @Shared
    Path folder

    @Shared
    List<Result> results

    def setupSpec() {
        results = run('both', OwnDocument.of(IN_BOTH_FORMATS)) + run('json', IN_JSON) + run('operations', OwnOperationsSpec.document(OPERATIONS_IN_TABLE)) +
                run('table', OwnDocument.of(IN_TABLE.withIndex().collectEntries { construct, index -> ["Row$index", construct.schema()] }))
    }

    def 'the table says that the suite supports #construct, and each requirement of a document with it is covered'() {
        given:
        def own = results.findAll { it.name.startsWith("getRow$index/") }

        expect:
        own.findAll { it.failure != null }*.failure == []
        own*.group as Set == ['server', 'client'] as Set

        where:
        index << IN_TABLE.indices
        construct = IN_TABLE[index].name()
    }

    def 'the table says that the suite supports #construct, and each requirement of an operation with it is covered'() {
        given:
        def own = results.findAll { it.name.startsWith("operation$index/") }

        expect:
        own.findAll { it.failure != null }*.failure == []
        own*.group as Set == ['server', 'client'] as Set

        where:
        index << OPERATIONS_IN_TABLE.indices
        construct = OPERATIONS_IN_TABLE[index]
    }

    def 'each requirement of #operation is covered, with the sandbox and with the client'() {
        given:
        def own = results.findAll { it.name.startsWith("$operation/") }

        expect:
        own.findAll { it.failure != null }*.failure == []
        own*.group as Set == ['server', 'client'] as Set

        where:
        operation << IN_BOTH_FORMATS.keySet().collect { "get$it" } + ['getMaps', 'postMaps', 'dropThing', 'getDefault', 'getByLists', 'getNothing', 'Get_Some-Names']
    }

    def 'each mutation is judged as it must be'() {
        expect:
        results.findAll { it.group == 'mutations' && it.failure != null }*.failure == []
    }

    def 'every request is the one that the document describes'() {
        expect:
        results.findAll { it.name == 'every request is the one that the spec describes' }*.failure == [null] * 4
    }

    def 'the document of the project own-operations is covered, with the types of this project for links'() {
        given:
        def document = new Repository(Repository.ROOT).text('consumers/projects/own-operations/src/main/openapi/subscriptions.yaml')

        when:
        def results = run('consumer', document, 'SubscriptionsApi', [Link: Link.name, ResourceLinks: ResourceLinks.name])

        then:
        results.findAll { it.failure != null }*.failure == []
        results*.name.containsAll('createTransition/body/sent', 'createTransition/200/application-json/attributes/wrong-item', 'listSubscriptions/parameter/status/sent', 'listSubscriptions/500')
    }

    private List<Result> run(String name, String document, String api = 'ThingsApi', Map<String, String> schemaMappings = [:]) {
        OwnClient.of(folder.resolve(name), document, schemaMappings).withCloseable {
            SuiteTests.run(name, document, [it.load("api.$api")], null, folder.resolve("$name/reports"))
        }
    }
}
