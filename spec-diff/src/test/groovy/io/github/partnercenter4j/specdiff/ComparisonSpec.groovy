package io.github.partnercenter4j.specdiff

import java.nio.file.Files
import java.nio.file.Path
import spock.lang.Specification
import spock.lang.TempDir

class ComparisonSpec extends Specification {
    private static final String RELEASED = ComparisonSpec.getResource('released.yaml').getText('UTF-8')
    private static final String GET = 'GET /things/{thing_id}'

    @TempDir
    Path directory

    def 'a document has no changes compared with itself'() {
        when:
        def comparison = Comparison.of(RELEASED, RELEASED)

        then:
        comparison.changes() == []
        comparison.objection().empty
        comparison.requiredVersion() == comparison.released()
    }

    def 'a breaking change fails the build until the major version is raised: #change'(String change, String old, String now, String line) {
        when:
        def broken = Comparison.of(RELEASED, replaced(old, now))
        def raised = Comparison.of(RELEASED, replaced(old, now).replace('version: 1.0.0', 'version: 2.0.0'))

        then:
        broken.changes().findAll { it.kind() == Change.Kind.BREAKING }*.toString().contains(line)
        broken.objection().get().startsWith('Breaking changes since version 1.0.0:\n')
        broken.objection().get().contains("  - $line\n")
        broken.objection().get().endsWith('Undo them, or raise info.version in api-spec/partner-center-orders.yaml ' +
                'from 1.0.0 to 2.0.0 and say in CHANGELOG.md what callers have to do.')
        raised.objection().empty
        raised.changes() == broken.changes()

        where:
        change                         | old                                     | now                                       || line
        'a property removed'           | '        size:\n          type: integer\n          format: int32\n' | '        length: {type: string}\n' || 'schema Part > property size: removed'
        'a property renamed'           | '        count:\n'                      | '        number:\n'                       || 'schema Thing > property count: removed'
        'a property retyped'           | 'count:\n          type: integer\n          format: int32' | 'count:\n          type: string' || 'schema Thing > property count: type changed from integer to string'
        'a wider integer'              | 'count:\n          type: integer\n          format: int32' | 'count:\n          type: integer\n          format: int64' || 'schema Thing > property count: format changed from int32 to int64'
        'a property that may be null'  | 'type: string\n          description: What' | 'type: string\n          nullable: true\n          description: What' || 'schema Thing > property name: nullable changed from false to true'
        'a property made optional'      | '      required:\n        - name\n'      | ''                                        || 'schema Thing > property name: required changed from true to false'
        'an XML name changed'          | '            name: name'                | '            name: title'                 || 'schema Thing > property name: xml.name changed from name to title'
        'a root renamed in XML'        | '        name: Thing\n'                 | '        name: Ding\n'                    || 'schema Thing: xml.name changed from Thing to Ding'
        'items renamed in XML'         | '    Part:\n      type: object\n'       | '    Part:\n      type: object\n      xml: {name: Teil}\n' || 'schema Thing > property parts > items: xml.name changed from parts to Teil'
        'an XML list unwrapped'        | 'wrapped: true'                         | 'wrapped: false'                          || 'schema Thing > property parts: xml.wrapped changed from true to false'
        'a server changed'             | 'url: https://api.example.cn'           | 'url: https://api2.example.cn'            || 'server china: url changed from https://api.example.cn/v{version} to https://api2.example.cn/v{version}'
        'a server removed'             | '    x-cloud: china'                    | '    x-cloud: south'                      || 'server china: removed'
        'a server that comes first'    | 'servers:\n'                            | 'servers:\n  - url: https://api.example.de\n    x-cloud: germany\n' || 'server china: number changed from 1 to 2'
        'another version in the URL'   | "x-token-authority: https://login.example\n    variables:\n      version:\n        default: '1'" | "x-token-authority: https://login.example\n    variables:\n      version:\n        default: '2'" || 'server public > variable version: default changed from 1 to 2'
        'an authorization server changed'| 'x-token-authority: https://login.example\n' | 'x-token-authority: https://other.example\n' || 'server public: x-token-authority changed from https://login.example to https://other.example'
        'a schema closed'              | '    Part:\n      type: object'         | '    Part:\n      type: object\n      additionalProperties: false' || 'schema Part: additionalProperties changed from none to false'
        'an operation renamed'         | 'operationId: getThing'                 | 'operationId: readThing'                  || "$GET: operationId changed from getThing to readThing"
        'an operation under a new tag' | '        - Things'                      | '        - Goods'                         || "$GET: tags changed from [\"Things\"] to [\"Goods\"]"
        'a path renamed'               | '/things/{thing_id}:'                   | '/goods/{thing_id}:'                      || "$GET: removed"
        'a media type renamed'         | 'text/xml:'                             | 'text/x:'                                 || "$GET > response 200 > text/xml: removed"
        'another schema in a response' | "text/xml:\n              schema:\n                \$ref: '#/components/schemas/Thing'" | "text/xml:\n              schema:\n                \$ref: '#/components/schemas/Part'" || "$GET > response 200 > text/xml: type changed from Thing to Part"
        'a status removed'             | "        '429':\n          description: Too many.\n" | ''                            || "$GET > response 429: removed"
        'a header made required'       | 'in: header\n      required: false'     | 'in: header\n      required: true'        || "$GET > parameter MS-CV in header: required changed from false to true"
        'a new required header'        | '      parameters:\n'                   | '      parameters:\n        - {name: X-New, in: header, required: true, schema: {type: string}}\n' || "$GET > parameter X-New in header: added and required"
        'a parameter retyped'          | 'required: false\n      schema:\n        type: string' | 'required: false\n      schema:\n        type: integer' || "$GET > parameter MS-CV in header: type changed from string to integer"
        'a parameter of a whole path'  | '    parameters:\n      - {name: language, in: query, schema: {type: string}}\n' | '' || "$GET > parameter language in query: removed"
        'a parameter moved'            | 'in: header'                            | 'in: query'                               || "$GET > parameter MS-CV in header: removed"
        'a response header removed'    | "            Date:\n              \$ref: '#/components/headers/Date'\n" | "            Age: {schema: {type: string}}\n" || "$GET > response 200 > header Date: removed"
        'a response header optional'   | '    Date:\n      required: true'       | '    Date:\n      required: false'        || "$GET > response 200 > header Date: required changed from true to false"
        'security removed'             | 'security:\n  - bearer: []'             | 'security: []'                            || "$GET: security changed from http bearer to none"
        'a schema renamed'             | 'Part'                                  | 'Piece'                                   || 'schema Part: removed'
    }

    def 'a compatible change does not fail the build: #change'(String change, String old, String now, List<String> lines, String due) {
        when:
        def comparison = Comparison.of(RELEASED, replaced(old, now))

        then:
        comparison.changes()*.toString() == lines
        comparison.objection().empty
        comparison.requiredVersion().toString() == due

        where:
        change                        | old                          | now                                                          || lines                                                     | due
        'a description'               | 'What it is called.'         | 'Its name.'                                                  || []                                                        | '1.0.1'
        'an example'                  | 'example: a.0'               | 'example: b.0'                                               || []                                                        | '1.0.1'
        'a new property'              | '        count:\n'           | '        added:\n          type: string\n        count:\n'    || ['schema Thing > property added: added']                  | '1.1.0'
        'a new optional header'       | '      parameters:\n'        | '      parameters:\n        - {name: X-New, in: header, schema: {type: string}}\n' || ["$GET > parameter X-New in header: added" as String] | '1.1.0'
        'a new operation'             | '\npaths:\n'                 | "\npaths:\n  /new:\n    get: {operationId: getNew, tags: [Things], responses: {'204': {description: Done.}}}\n" || ['GET /new: added'] | '1.1.0'
        'a new media type'            | '            text/json:\n'   | "            text/new: {schema: {\$ref: '#/components/schemas/Thing'}}\n            text/json:\n" || ["$GET > response 200 > text/new: added" as String] | '1.1.0'
        'a property made required'    | '        - name\n'           | '        - name\n        - count\n'                          || ['schema Thing > property count: required changed from false to true'] | '1.0.1'
        'an XML name that was implied' | 'count:\n          type: integer\n' | 'count:\n          type: integer\n          xml: {name: count}\n' || []                                               | '1.0.1'
    }

    def 'the advice says which version a release needs, and why: #version after #old'() {
        expect:
        Comparison.of(RELEASED, replaced(old, now).replace('version: 1.0.0', "version: $version")).advice() == advice

        where:
        old                  | now                                                       | version || advice
        'What it is called.' | 'What it is called.'                                      | '1.0.0' || 'The document is the released one, version 1.0.0.'
        'What it is called.' | 'Its name.'                                               | '1.0.0' || 'A release needs version 1.0.1 or later, and info.version is 1.0.0: only texts and examples changed since 1.0.0.'
        'What it is called.' | 'Its name.'                                               | '1.0.1' || 'Version 1.0.1 is right for a release: only texts and examples changed since 1.0.0.'
        'example: a.0'       | 'example: b.0'                                            | '0.9.9' || 'A release needs version 1.0.1 or later, and info.version is 0.9.9: only texts and examples changed since 1.0.0.'
        '        - name\n'   | '        - name\n        - count\n'                       | '1.0.0' || 'A release needs version 1.0.1 or later, and info.version is 1.0.0: no change affects callers since 1.0.0.'
        '        count:\n'   | '        added:\n          type: string\n        count:\n' | '1.0.9' || 'A release needs version 1.1.0 or later, and info.version is 1.0.9: something was added since 1.0.0.'
        '        count:\n'   | '        added:\n          type: string\n        count:\n' | '1.1.0' || 'Version 1.1.0 is right for a release: something was added since 1.0.0.'
        'getThing'           | 'readThing'                                               | '1.10.0' || 'A release needs version 2.0.0 or later, and info.version is 1.10.0: a change is breaking since 1.0.0.'
        'getThing'           | 'readThing'                                               | '2.0.0' || 'Version 2.0.0 is right for a release: a change is breaking since 1.0.0.'
    }

    def 'breaking changes are allowed if the major version is raised: #version'() {
        given:
        def broken = replaced('operationId: getThing', 'operationId: readThing')

        expect:
        Comparison.of(RELEASED, broken.replace('version: 1.0.0', "version: $version")).objection().present == stopped

        where:
        version  || stopped
        '1.0.0'  || true
        '1.1.0'  || true
        '1.9.99' || true
        '2.0.0'  || false
        '10.0.0' || false
    }

    def 'a version of another form is refused'() {
        when:
        Comparison.of(RELEASED, RELEASED.replace('version: 1.0.0', 'version: 2.0'))

        then:
        def e = thrown(IllegalArgumentException)
        e.message == 'info.version is not of the form 1.2.3: 2.0'
    }

    def 'both reports list additions and breaking changes'() {
        given:
        def now = replaced('operationId: getThing', 'operationId: readThing')
                .replace('        count:\n', '        added:\n          type: string\n        count:\n')
        def released = Files.writeString(directory.resolve('released.yaml'), RELEASED)
        def current = Files.writeString(directory.resolve('current.yaml'), now)
        def reports = directory.resolve('reports')
        def printed = new ByteArrayOutputStream()

        when:
        SpecDiff.run([released.toString(), current.toString(), reports.toString()] as String[], new PrintStream(printed, true))

        then:
        def e = thrown(IllegalStateException)
        e.message.contains("$GET: operationId changed from getThing to readThing")
        printed.toString().readLines() == [
                "BREAKING: $GET: operationId changed from getThing to readThing",
                'ADDED: schema Thing > property added: added',
                "BREAKING: $GET: incompatible according to openapi-diff",
                'A release needs version 2.0.0 or later, and info.version is 1.0.0: a change is breaking since 1.0.0.',
                "Reports: ${reports.resolve('report.md')} and ${reports.resolve('report.html')}"]*.toString()

        and:
        String markdown = Files.readString(reports.resolve('report.md'))
        markdown.startsWith('# OpenAPI document 1.0.0 compared with the released 1.0.0\n\nA release needs version 2.0.0 or later, and info.version is 1.0.0: a change is breaking since 1.0.0.\n\n' +
                "## Added\n\n- `schema Thing > property added: added`\n\n## Changed\n\n- `none`\n\n## Breaking\n\n- `$GET: operationId changed from getThing to readThing`\n")
        // Below our list: the changes that openapi-diff found.
        markdown.split('\n---\n', 2)[1].contains('Added property `added`')
        def html = Files.readString(reports.resolve('report.html'))
        html.contains('<body>\n<h1>') || html.contains('<body><h1>')
        html.contains("<li>schema Thing &gt; property added: added</li>")
        html.contains("<li>$GET: operationId changed from getThing to readThing</li>")
        html.contains('<h3>Operation ID</h3>')
        !html.contains('http://')
    }

    private static String replaced(String old, String now) {
        assert RELEASED.contains(old)
        RELEASED.replace(old, now)
    }
}
