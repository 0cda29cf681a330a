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

    def 'a document is like itself'() {
        when:
        def comparison = Comparison.of(RELEASED, RELEASED)

        then:
        comparison.changes() == []
        comparison.objection().empty
        comparison.due() == comparison.released()
    }

    def 'the build stops at a break until the major version goes up: #change'(String change, String old, String now, String line) {
        when:
        def broken = Comparison.of(RELEASED, replaced(old, now))
        def raised = Comparison.of(RELEASED, replaced(old, now).replace('version: 1.0.0', 'version: 2.0.0'))

        then:
        broken.changes().findAll { it.kind() == Change.Kind.BROKEN }*.toString().contains(line)
        broken.objection().get().startsWith('Callers of version 1.0.0 break:\n')
        broken.objection().get().contains("  - $line\n")
        broken.objection().get().endsWith('Take it back, or raise info.version in api-spec/partner-center-orders.yaml ' +
                'from 1.0.0 to 2.0.0 and tell callers in CHANGELOG.md what to do.')
        raised.objection().empty
        raised.changes() == broken.changes()

        where:
        change                         | old                                     | now                                       || line
        'a property removed'           | '        size:\n          type: integer\n          format: int32\n' | '        length: {type: string}\n' || 'schema Part > property size is gone'
        'a property renamed'           | '        count:\n'                      | '        number:\n'                       || 'schema Thing > property count is gone'
        'a property retyped'           | 'count:\n          type: integer\n          format: int32' | 'count:\n          type: string' || 'schema Thing > property count has type string, not integer'
        'a wider integer'              | 'count:\n          type: integer\n          format: int32' | 'count:\n          type: integer\n          format: int64' || 'schema Thing > property count has format int64, not int32'
        'a property that may be null'  | 'type: string\n          description: What' | 'type: string\n          nullable: true\n          description: What' || 'schema Thing > property name has nullable true, not false'
        'a property never sure'        | '      required:\n        - name\n'      | ''                                        || 'schema Thing > property name has required false, not true'
        'an XML name changed'          | '            name: name'                | '            name: title'                 || 'schema Thing > property name has xml.name title, not name'
        'a root renamed in XML'        | '        name: Thing\n'                 | '        name: Ding\n'                    || 'schema Thing has xml.name Ding, not Thing'
        'items renamed in XML'         | '    Part:\n      type: object\n'       | '    Part:\n      type: object\n      xml: {name: Teil}\n' || 'schema Thing > property parts > items has xml.name Teil, not parts'
        'an XML list unwrapped'        | 'wrapped: true'                         | 'wrapped: false'                          || 'schema Thing > property parts has xml.wrapped false, not true'
        'a server changed'             | 'url: https://api.example.cn'           | 'url: https://api2.example.cn'            || 'server china has url https://api2.example.cn/v{version}, not https://api.example.cn/v{version}'
        'a server removed'             | '    x-cloud: china'                    | '    x-cloud: south'                      || 'server china is gone'
        'another version in the URL'   | "x-token-authority: https://login.example\n    variables:\n      version:\n        default: '1'" | "x-token-authority: https://login.example\n    variables:\n      version:\n        default: '2'" || 'server public > variable version has default 2, not 1'
        'a token authority changed'    | 'x-token-authority: https://login.example\n' | 'x-token-authority: https://other.example\n' || 'server public has x-token-authority https://other.example, not https://login.example'
        'a schema closed'              | '    Part:\n      type: object'         | '    Part:\n      type: object\n      additionalProperties: false' || 'schema Part has additionalProperties false, not nothing'
        'an operation renamed'         | 'operationId: getThing'                 | 'operationId: readThing'                  || "$GET has operationId readThing, not getThing"
        'an operation under a new tag' | '        - Things'                      | '        - Goods'                         || "$GET has tags [\"Goods\"], not [\"Things\"]"
        'a path renamed'               | '/things/{thing_id}:'                   | '/goods/{thing_id}:'                      || "$GET is gone"
        'a media type renamed'         | 'text/xml:'                             | 'text/x:'                                 || "$GET > response 200 > text/xml is gone"
        'another schema answered'      | "text/xml:\n              schema:\n                \$ref: '#/components/schemas/Thing'" | "text/xml:\n              schema:\n                \$ref: '#/components/schemas/Part'" || "$GET > response 200 > text/xml has type Part, not Thing"
        'a status removed'             | "        '429':\n          description: Too many.\n" | ''                            || "$GET > response 429 is gone"
        'a header demanded'            | 'in: header\n      required: false'     | 'in: header\n      required: true'        || "$GET > parameter MS-CV in header has required true, not false"
        'a new header demanded'        | '      parameters:\n'                   | '      parameters:\n        - {name: X-New, in: header, required: true, schema: {type: string}}\n' || "$GET > parameter X-New in header is new and required"
        'a parameter moved'            | 'in: header'                            | 'in: query'                               || "$GET > parameter MS-CV in header is gone"
        'a response header removed'    | "            Date:\n              \$ref: '#/components/headers/Date'\n" | "            Age: {schema: {type: string}}\n" || "$GET > response 200 > header Date is gone"
        'a response header never sure' | '    Date:\n      required: true'       | '    Date:\n      required: false'        || "$GET > response 200 > header Date has required false, not true"
        'security removed'             | 'security:\n  - bearer: []'             | 'security: []'                            || "$GET has security none, not http bearer"
        'a schema renamed'             | 'Part'                                  | 'Piece'                                   || 'schema Part is gone'
    }

    def 'the build goes on after what breaks nobody: #change'(String change, String old, String now, List<String> lines, String due) {
        when:
        def comparison = Comparison.of(RELEASED, replaced(old, now))

        then:
        comparison.changes()*.toString() == lines
        comparison.objection().empty
        comparison.due().toString() == due

        where:
        change                        | old                          | now                                                          || lines                                                     | due
        'a description'               | 'What it is called.'         | 'Its name.'                                                  || []                                                        | '1.0.1'
        'an example'                  | 'example: a.0'               | 'example: b.0'                                               || []                                                        | '1.0.1'
        'a new property'              | '        count:\n'           | '        added:\n          type: string\n        count:\n'    || ['schema Thing > property added is new']                  | '1.1.0'
        'a new optional header'       | '      parameters:\n'        | '      parameters:\n        - {name: X-New, in: header, schema: {type: string}}\n' || ["$GET > parameter X-New in header is new" as String] | '1.1.0'
        'a new operation'             | '\npaths:\n'                 | "\npaths:\n  /new:\n    get: {operationId: getNew, tags: [Things], responses: {'204': {description: Done.}}}\n" || ['GET /new is new'] | '1.1.0'
        'a new media type'            | '            text/json:\n'   | "            text/new: {schema: {\$ref: '#/components/schemas/Thing'}}\n            text/json:\n" || ["$GET > response 200 > text/new is new" as String] | '1.1.0'
        'a property always there'     | '        - name\n'           | '        - name\n        - count\n'                          || ['schema Thing > property count has required true, not false'] | '1.0.1'
        'an XML name that stood there' | 'count:\n          type: integer\n' | 'count:\n          type: integer\n          xml: {name: count}\n' || []                                               | '1.0.1'
    }

    def 'a major version that goes up once lets through breaks, and a minor one does not'() {
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

    def 'a version that is none is refused'() {
        when:
        Comparison.of(RELEASED, RELEASED.replace('version: 1.0.0', 'version: 2.0'))

        then:
        def e = thrown(IllegalArgumentException)
        e.message == 'info.version is not of the form 1.2.3: 2.0'
    }

    def 'both reports say what was added and what broke'() {
        given:
        def now = replaced('operationId: getThing', 'operationId: readThing')
                .replace('        count:\n', '        added:\n          type: string\n        count:\n')
        def released = Files.writeString(directory.resolve('released.yaml'), RELEASED)
        def current = Files.writeString(directory.resolve('current.yaml'), now)
        def reports = directory.resolve('reports')

        when:
        SpecDiff.main(released.toString(), current.toString(), reports.toString())

        then:
        def e = thrown(IllegalStateException)
        e.message.contains("$GET has operationId readThing")

        and:
        String markdown = Files.readString(reports.resolve('report.md'))
        markdown.startsWith('# The document 1.0.0 beside the released 1.0.0\n\nWhat happened asks for version 2.0.0 or later.\n\n' +
                "## Added\n\n- `schema Thing > property added is new`\n\n## Changed\n\n- `nothing`\n\n## Broken\n\n- `$GET has operationId readThing, not getThing`\n")
        // What openapi-diff found by itself, below our list.
        markdown.split('\n---\n', 2)[1].contains('Added property `added`')
        def html = Files.readString(reports.resolve('report.html'))
        html.contains("<li>schema Thing &gt; property added is new</li>")
        html.contains("<li>$GET has operationId readThing, not getThing</li>")
        html.contains('<h3>Operation ID</h3>')
        !html.contains('http://')
    }

    private static String replaced(String old, String now) {
        assert RELEASED.contains(old)
        RELEASED.replace(old, now)
    }
}
