package io.github.partnercenter4j.checks.own

import io.github.partnercenter4j.checks.Repository
import io.github.partnercenter4j.client.Credential
import io.github.partnercenter4j.client.DecodingException
import io.github.partnercenter4j.client.Format
import io.github.partnercenter4j.client.PartnerCenter
import io.github.partnercenter4j.client.ServiceException
import io.github.partnercenter4j.model.Link
import java.util.function.UnaryOperator

/** Operations of a document of another project are called as the document says. */
class OwnOperationsSpec extends OwnSpecification {
    private static final String PART = "{schema: {\$ref: '#/components/schemas/Part'}}"
    private static final String OK = "{'200': {description: A part., content: {application/json: $PART}}}"

    /** The rows of the table in docs/conformance.md that are tested here: what the generator and the client do, and the keys of an operation. */
    static final Map<String, List<String>> CONSTRUCTS = [
            'a parameter of a path'                       : ['supported', 'supported', "responses: $OK", '    parameters: [{name: a, in: query, schema: {type: string}}]\n'],
            'a list in the query'                         : ['supported', 'supported', "responses: $OK, parameters: [{name: a, in: query, schema: {type: array, items: {type: string}}}]", ''],
            '`enum` in the query'                         : ['supported', 'supported', "responses: $OK, parameters: [{name: a, in: query, schema: {type: string, enum: [b]}}]", ''],
            '`Accept`, `Authorization` as a header'       : ['ignored', 'ignored', "responses: $OK, parameters: [{name: Accept, in: header, schema: {type: string}}]", ''],
            'a body in JSON'                              : ['supported', 'supported', "responses: $OK, requestBody: {content: {application/json: $PART}}", ''],
            '`default` response without a success'        : ['supported', 'supported', "responses: {default: {description: A part., content: {application/json: $PART}}}", ''],
            '`default` response beside a success'         : ['supported', 'supported', "responses: {'200': {description: A part., content: {application/json: $PART}}, default: {description: An error., content: {application/json: $PART}}}", ''],
            '`2XX`'                                       : ['supported', 'supported', "responses: {2XX: {description: A part., content: {application/json: $PART}}}", ''],
            'a response without a body'                   : ['supported', 'supported', "responses: {'204': {description: Nothing.}}", ''],
            'response headers'                            : ['supported', 'supported', "responses: {'200': {description: A part., headers: {ETag: {schema: {type: string}}}, content: {application/json: $PART}}}", ''],
            'a security scheme that is no bearer token'   : ['ignored', 'ignored', "responses: $OK, security: [{key: []}]", ''],
            '`links`'                                     : ['ignored', 'ignored', "responses: {'200': {description: A part., links: {owner: {operationId: getIt}}, content: {application/json: $PART}}}", ''],
            '`callbacks`'                                 : ['ignored', 'ignored', "responses: $OK, callbacks: {done: {'{\$request.query.a}': {post: {responses: {'200': {description: Done.}}}}}}", '']
    ]

    /** A document with a single operation that has the construct. */
    static String document(String construct) {
        OwnDocument.withPaths(path('/a', construct, 'getIt'))
    }

    /** A document with an operation for each construct: operation0, operation1 and so on. */
    static String document(List<String> constructs) {
        OwnDocument.withPaths(constructs.withIndex().collect { construct, index -> path("/a$index", construct, "operation$index") }.join(''))
    }

    private static String path(String path, String construct, String operationId) {
        def (generator, client, operation, ofPath) = CONSTRUCTS[construct]
        OwnDocument.path(path, operation.contains('requestBody') ? 'post' : 'get', "operationId: $operationId, $operation", ofPath)
    }

    private static final String DOCUMENT = '''\
        openapi: 3.0.3
        info: {title: Pets, description: A store., version: 1.0.0}
        servers: [{url: 'https://api.partnercenter.microsoft.com/v1'}]
        tags: [{name: Pets, description: Pets.}]
        security: [{bearer: []}]
        paths:
          /pets/{id}:
            parameters:
              - {name: id, in: path, required: true, schema: {type: integer, format: int64}}
              - {name: Authorization, in: header, required: true, schema: {type: string}}
              - {name: view, in: query, schema: {type: string}}
              - {name: accept, in: header, schema: {type: string}}
              - {name: Content-Type, in: header, schema: {type: string}}
            get:
              tags: [Pets]
              operationId: getPet
              responses:
                '2XX':
                  description: A pet.
                  headers: {ETag: {schema: {type: string}}}
                  content:
                    application/json: {schema: {$ref: '#/components/schemas/Pet'}}
                    application/xml: {schema: {$ref: '#/components/schemas/Pet'}}
                  links: {owner: {operationId: findPets}}
                default: {description: An error.}
              callbacks: {done: {'{$request.query.a}': {post: {responses: {'200': {description: Done.}}}}}}
            delete:
              tags: [Pets]
              operationId: deletePet
              responses:
                '204': {description: It is gone.}
          /pets:
            get:
              tags: [Pets]
              operationId: findPets
              parameters:
                - {name: status, in: query, schema: {type: array, items: {$ref: '#/components/schemas/Status'}}}
                - {name: ids, in: query, explode: false, schema: {type: array, items: {type: integer}}}
                - {name: first, in: query, schema: {$ref: '#/components/schemas/Status'}}
              responses:
                default:
                  description: Pets.
                  content:
                    application/json: {schema: {type: array, items: {$ref: '#/components/schemas/Pet'}}}
                    application/xml: {schema: {type: array, items: {$ref: '#/components/schemas/Pet'}}}
            post:
              tags: [Pets]
              operationId: addPet
              security: [{key: []}]
              requestBody:
                required: true
                content: {application/json: {schema: {$ref: '#/components/schemas/Pet'}}}
              responses:
                '201': {description: Added., content: {application/json: {schema: {$ref: '#/components/schemas/Pet'}}}}
        components:
          securitySchemes: {bearer: {type: http, scheme: bearer}, key: {type: apiKey, name: key, in: header}}
          schemas:
            Status: {type: string, enum: [available, sold]}
            Category: {type: object, xml: {name: Category}, properties: {id: {type: integer, format: int64}, name: {type: string}}}
            Tag: {type: object, xml: {name: Tag}, properties: {id: {type: integer, format: int64, xml: {attribute: true}}, name: {type: string}}}
            Pet:
              type: object
              required: [name, photoUrls]
              xml: {name: Pet, namespace: 'urn:pets', prefix: p}
              properties:
                id: {type: integer, format: int64, xml: {attribute: true}}
                category: {$ref: '#/components/schemas/Category'}
                name: {type: string}
                photoUrls: {type: array, xml: {name: photoUrl, wrapped: true}, items: {type: string}}
                tags: {type: array, items: {$ref: '#/components/schemas/Tag'}}
                status: {$ref: '#/components/schemas/Status'}
                weights: {type: object, additionalProperties: {type: number}}
        '''.stripIndent()

    @Override
    String document() {
        DOCUMENT
    }

    private Object getPets() {
        partnerCenter.api(own.load('api.PetsApi'))
    }

    def 'parameters of a path are those of its operations, and headers that the client sends by itself are none'() {
        given:
        server.respond(200, 'application/json', '{"name":"a"}'.bytes)

        when:
        pets.getPet(7L)

        then:
        server.requests*.url == ['/v1/pets/7']
        server.requests[0].header('Authorization').values() == ['Bearer s3cret-token']
        server.requests[0].header('Accept').values() == ['application/json']
    }

    def 'a query has #query'() {
        given:
        server.respond(200, 'application/json', '[]'.bytes)

        when:
        pets.findPets(*arguments(own.load('model.Status')))

        then:
        server.requests*.url == ["/v1/pets$query"]

        where:
        query                            | arguments
        '?status=available&status=sold'  | { [[it.AVAILABLE, it.SOLD], null, null] }
        '?ids=1%2C2'                     | { [[], [1, 2], null] }
        '?first=lost'                    | { [null, null, it.getConstructor(String).newInstance('lost')] }
    }

    def 'a body is sent in JSON, once'() {
        given:
        server.respond(503, 'application/json', '{"code":"1","description":"Busy."}'.bytes, ['Retry-After': '0'])

        when:
        pets.addPet(own.load('model.Pet').builder().name('a').photoUrls(['b']).weights([c: 1.50]).build())

        then:
        def e = thrown(ServiceException)
        e.code() == '1'
        server.requests*.bodyAsString == ['{"name":"a","photoUrls":["b"],"tags":[],"weights":{"c":1.50}}']
        server.requests[0].getHeader('Content-Type') == 'application/json'
    }

    def 'status #status is a success of #operation: #success'() {
        given:
        server.respond(status, 'application/json', body.bytes)

        when:
        def problem = null
        try {
            pets."$operation"(*arguments)
        } catch (RuntimeException e) {
            problem = e.class.simpleName
        }

        then:
        problem == success

        where:
        operation   | status | arguments          | body           || success
        'getPet'    | 200    | [7L]               | '{"name":"a"}' || null
        'getPet'    | 206    | [7L]               | '{"name":"a"}' || null
        'getPet'    | 302    | [7L]               | '{"name":"a"}' || 'UnexpectedStatusException'
        'getPet'    | 404    | [7L]               | '{"code":"1"}' || 'ServiceException'
        'findPets'  | 200    | [null, null, null] | '[]'           || null
        'findPets'  | 203    | [null, null, null] | '[]'           || null
        'findPets'  | 400    | [null, null, null] | '[]'           || 'ServiceException'
        'deletePet' | 204    | [7L]               | ''             || null
        'deletePet' | 200    | [7L]               | ''             || 'UnexpectedStatusException'
    }

    def 'the access token is sent, whatever security scheme the document names'() {
        given:
        server.respond(201, 'application/json', '{"name":"a"}'.bytes)

        when:
        pets.addPet(own.load('model.Pet').builder().name('a').photoUrls(['b']).build())

        then:
        server.requests[0].header('Authorization').values() == ['Bearer s3cret-token']
        !server.requests[0].containsHeader('key')
    }

    def 'response headers are part of the response'() {
        given:
        server.respond(200, 'application/json', '{"name":"a"}'.bytes, [ETag: '"1"'])

        expect:
        pets.getPetWithResponse(7L).header('etag') == '"1"'
    }

    def 'a pet is read in #mediaType'() {
        given:
        server.respond(200, mediaType, body.bytes)

        expect:
        partnerCenter.with({ it.format(format) } as UnaryOperator).api(own.load('api.PetsApi')).getPet(7L).toString() ==
                'Pet[id=7, category=Category[id=1, name=dog], name=Rex, photoUrls=[/a, /b], tags=[Tag[id=2, name=big], Tag[id=3, name=null]], status=sold, weights={}]'

        where:
        mediaType          | format      | body
        'application/json' | Format.JSON | '{"id":7,"category":{"id":1,"name":"dog"},"name":"Rex","photoUrls":["/a","/b"],"tags":[{"id":2,"name":"big"},{"id":3}],"status":"sold"}'
        'application/xml'  | Format.XML  | '<p:Pet xmlns:p="urn:pets" id="7"><category><id>1</id><name>dog</name></category><name>Rex</name><photoUrl><a>/a</a><a>/b</a></photoUrl>' +
                '<Tag id="2"><name>big</name></Tag><Tag id="3"/><status>sold</status></p:Pet>'
    }

    def 'XML that does not say what it means is refused: #problem'() {
        given:
        server.respond(200, 'application/xml', "<Pet $attributes>$body</Pet>".bytes)

        when:
        inXml().api(own.load('api.PetsApi')).getPet(7L)

        then:
        def e = thrown(DecodingException)
        e.message.contains(problem)

        where:
        attributes                        | body                                           || problem
        'id="x"'                          | '<name>a</name>'                               || 'id is not a whole number'
        'id="1" a:id="2" xmlns:a="urn:a"' | '<name>a</name>'                               || 'it has id twice'
        ''                                | '<Tag id="1"/><name>a</name><Tag id="2"/>'     || 'it has tags in several places, with other elements between its items'
        ''                                | '<weights><c>1</c></weights>'                  || 'elements where text is expected'
    }

    def 'a link to a type of the document is followed once the interface is known'() {
        given:
        server.respond(200, 'application/json', '{"name":"a"}'.bytes)
        def link = Link.builder().uri('/pets/8').build()
        def stranger = PartnerCenter.builder().baseUrl(server.baseUrl).credential(Credential.ofToken('s3cret-token')).build()

        when:
        stranger.follow(link, own.load('model.Pet'))

        then:
        def e = thrown(IllegalArgumentException)
        e.message == 'own.model.Pet is not returned by any GET operation of the OpenAPI document, nor by one of an interface that was given to api() before'

        when:
        stranger.api(own.load('api.PetsApi'))

        then:
        stranger.follow(link, own.load('model.Pet')).name() == 'a'

        cleanup:
        stranger.close()
    }

    def 'nothing is generated but interfaces and records of the chosen packages'() {
        given:
        def files = []
        folder.resolve('generated').toFile().eachFileRecurse { it.file && files << folder.resolve('generated').relativize(it.toPath()).toString() }

        expect:
        files.findAll { !it.startsWith('.openapi-generator') }.sort() == ['PetsApi', 'package-info'].collect { "src/main/java/own/api/${it}.java" as String } +
                ['Category', 'Pet', 'Status', 'Tag', 'package-info'].collect { "src/main/java/own/model/${it}.java" as String }
    }

    def 'the options are those that generate the client of this project'() {
        expect:
        own.load('model.Pet').recordComponents.find { it.name == 'weights' }.genericType.toString() == 'java.util.Map<java.lang.String, java.math.BigDecimal>'
        new Repository(Repository.ROOT).text('client-generated/pom.xml').contains('<artifactId>partnercenter4j-generator</artifactId>')
    }
}
