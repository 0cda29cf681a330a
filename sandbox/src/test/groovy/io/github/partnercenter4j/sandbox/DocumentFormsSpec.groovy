package io.github.partnercenter4j.sandbox

import com.fasterxml.jackson.databind.ObjectMapper
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper
import io.github.partnercenter4j.sandbox.spec.SpecException
import io.github.partnercenter4j.sandbox.spec.SpecModel
import java.nio.file.Files
import java.nio.file.Path
import spock.lang.Specification
import spock.lang.TempDir

/** Documents as other tools write them. */
class DocumentFormsSpec extends Specification {

    static final PETS = '''\
        openapi: 3.0.3
        info: {title: 'Pets / shop', version: '1'}
        servers: [{url: /api/v3}, {url: 'https://other.example/v9'}]
        security: [{bearer: []}]
        paths:
          /pets/{id}:
            get:
              operationId: getPet
              parameters: [{name: id, in: path, required: true, schema: {type: integer}}]
              responses:
                '200':
                  description: A pet.
                  content:
                    application/json: {schema: {$ref: '#/components/schemas/Pet'}, example: {name: Rex, photos: [a/b]}}
                    application/xml: {schema: {$ref: '#/components/schemas/Pet'}}
        components:
          securitySchemes: {bearer: {type: http, scheme: bearer}}
          schemas:
            Pet:
              type: object
              xml: {name: pet}
              properties:
                name: {type: string}
                photos: {type: array, xml: {wrapped: true}, items: {type: string, xml: {name: photo}}}
        '''.stripIndent()
    static final JSON = new ObjectMapper().writerWithDefaultPrettyPrinter().writeValueAsString(new YAMLMapper().readTree(PETS))
    static final ANCHORS = PETS.replace("{\$ref: '#/components/schemas/Pet'}, example", "&pet {\$ref: '#/components/schemas/Pet'}, example")
        .replace("application/xml: {schema: {\$ref: '#/components/schemas/Pet'}}", 'application/xml: {schema: *pet}')
    static final MERGED = PETS.replace('name: {type: string}', 'name: &text {type: string}').replace('items: {type: string, xml: {name: photo}}', 'items: {<<: *text, xml: {name: photo}}')

    @TempDir
    Path folder

    def "a document is served in each form: #form"() {
        given:
        def sandbox = PartnerCenterSandbox.builder().spec(Files.writeString(folder.resolve('pets'), text)).start()
        def get = { String path, String accept -> new String(RawClient.get(sandbox.baseUrl() + path, [Accept: accept, Authorization: 'Bearer ' + sandbox.token()]).body(), 'UTF-8') }

        expect:
        get('/api/v3/pets/7', 'application/json') == '{"name":"Rex","photos":["a/b"]}'
        get('/api/v3/pets/7', 'application/xml') == '<pet><name>Rex</name><photos><photo>a/b</photo></photos></pet>'
        get('/', 'text/html').contains('<title>Sandbox: Pets / shop</title>')

        and: 'the page and readers of YAML without anchors see the same document'
        def expected = new YAMLMapper().readTree(PETS)
        new YAMLMapper().readTree(get('/openapi.yaml', '*/*')) == expected
        new ObjectMapper().readTree(get('/_sandbox/openapi.json', '*/*')).at('/paths') == expected.at('/paths')

        cleanup:
        sandbox?.close()

        where:
        form                          | text
        'YAML'                        | PETS
        'line ends of Windows'        | PETS.replace('\n', '\r\n')
        'a byte order mark'           | '\uFEFF' + PETS
        'both'                        | '\uFEFF' + PETS.replace('\n', '\r\n')
        'JSON'                        | JSON
        'JSON with tabs'              | JSON.replace('  ', '\t')
        'JSON with escapes'           | JSON.replace('/', '\\/')
        'JSON with a byte order mark' | '\uFEFF' + JSON
        'YAML that begins like JSON'  | '{' + JSON.substring(1).replaceAll(/"(\w+)" :/, '$1: ')
        'anchors'                     | ANCHORS
        'merged anchors'              | MERGED
    }

    def "a document of 6 MB is served, and its page too"() {
        given:
        def thing = '  /things/NUMBER: {get: {operationId: thingNUMBER, description: TEXT, responses: {default: {description: None.}}}}\n'.replace('TEXT', 'x' * 60_000)
        def sandbox = PartnerCenterSandbox.builder().spec(SpecModel.read(PETS.replace('paths:\n', 'paths:\n' + (1..100).collect { thing.replace('NUMBER', it as String) }.join('')))).start()

        expect:
        RawClient.get(sandbox.operationUrl('thing100'), [Authorization: 'Bearer ' + sandbox.token()]).statusCode() == 200
        RawClient.get(sandbox.baseUrl() + '/_sandbox/openapi.json', [:]).body().length > 6_000_000

        cleanup:
        sandbox?.close()
    }

    def "what is no document is refused in one line: #what"() {
        when:
        SpecModel.read(text)

        then:
        def e = thrown(SpecException)
        e.message.readLines().size() == 1
        e.message.startsWith(message)

        where:
        what               | text                                                            || message
        'a key twice'      | PETS.replace('name: {type: string}', 'name: {type: string}\n        name: {type: integer}') || "#: cannot be read: Duplicate field 'name'"
        'two documents'    | PETS + '---\n' + PETS                                           || '#: cannot be read: Something follows the end of the document'
        'half a document'  | 'openapi: [3.0.3'                                               || '#: cannot be read: while parsing a flow sequence'
        'half of JSON'     | JSON.substring(0, 90)                                           || '#: cannot be read: Unexpected end-of-input'
        'nothing'          | ''                                                              || '#: is not an object'
        'a lost anchor'    | PETS.replace('type: string}', 'type: *lost}')                   || '#: cannot be read: '
        'an endless anchor' | PETS.replace('name: {type: string}', 'name: &a {type: object, properties: {a: *a}}') || '#: cannot be read: '
        'Swagger 2.0'      | "swagger: '2.0'\ninfo: {title: t, version: '1'}\npaths: {}\n"    || '#: is not a valid OpenAPI document: attribute openapi is missing'
    }
}
