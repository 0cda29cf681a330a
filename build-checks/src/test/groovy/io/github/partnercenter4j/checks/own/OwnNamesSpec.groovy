package io.github.partnercenter4j.checks.own

import io.github.partnercenter4j.api.Operation
import io.github.partnercenter4j.model.ApiResponse
import java.lang.reflect.InvocationTargetException
import java.lang.reflect.Modifier

/** Properties, operations and parameters may have names that Java or a URL needs for something else. */
class OwnNamesSpec extends OwnSpecification {
    /** Java Language Specification 3.9 and 3.10. */
    private static final List<String> RESERVED = '''abstract assert boolean break byte case catch char class const continue default do double else enum extends final finally float for goto if implements import
        instanceof int interface long native new package private protected public return short static strictfp super switch synchronized this throw throws transient try void volatile while true false null'''.split(/\s+/)
    private static final List<String> METHODS = Object.declaredMethods.findAll { it.parameterCount == 0 && !Modifier.isPrivate(it.modifiers) }*.name.unique() + ['builder', 'toBuilder']
    private static final List<String> WORDS = RESERVED + METHODS

    /** The words in the naming styles of OpenAPI documents. */
    private static final Map<String, List<String>> STYLES = [
            camelCase: WORDS, PascalCase: WORDS*.capitalize(), kebabCase: words('-'), snakeCase: words('_'), trainCase: words('-')*.capitalize(),
            symbols: ['a&b', '<c>', 'd>', '@odata.etag', 'f.g', '$h', 'i j', '日本', 'k+l', '1m', '-n', '*', 'ID', '{o}', 'p[]', '#', '%20', 'list', 'file']
    ]

    private static final List<String> PATH = ['class', 'ID', 'X-Y', 'a.b', 'true', '日本', 'a b', 'wait', '_']
    private static final List<String> QUERY = ['a[]', 'a&b', 'a=b', 'a+b', 'a b', 'a#b', 'a?b', '%41', '{a}', 'a/b', "a'b", 'a;b', '@a', 'é', '$filter', 'class', 'ID', 'toString']
    private static final List<String> HEADERS = ['class', 'X-Request_Count', 'true', '$!#%&*+.^|~']

    /** Schemas by the names of their elements in XML. */
    private static final Map<String, String> ROOTS = [return: 'return', Class: 'Class', list: 'list', DateTime: 'DateTime', 'a.b': 'a.b', Map: 'Map', other: 'Named']

    @Override
    String document() {
        def paths = ROOTS.collect { root, schema -> path("/roots/$root", "get root $root", '', schema, 'xml') } + STYLES.keySet().collect { path("/$it", "get$it", '', "Names$it") } + WORDS.collect { path("/words/$it", it) } +
                path('/in$ a é/%41/b;c0', 'escaped') + path("/in/{${PATH.join('}/{')}}/x(a={a}):run", 'inPath', parameters('path', PATH + 'a')) +
                path('/query', 'inQuery', parameters('query', QUERY)) + path('/headers', 'inHeaders', parameters('header', HEADERS))
        OwnDocument.withPaths(paths.join('')) + STYLES.collect { style, names -> "    Names$style: {type: object, properties: {${names.collect { "'$it': {type: string}" }.join(', ')}}}\n" }.join('') +
                ROOTS.collect { root, schema -> "    $schema: {type: object, properties: {a: {type: string}}${root == schema ? '' : ", xml: {name: $root}"}}\n" }.join('')
    }

    def 'properties are read whatever their names are, in #style'() {
        given:
        server.respond(200, 'application/json', "{${names.withIndex().collect { name, i -> "\"$name\":\"$i\"" }.join(',')}}".bytes)

        when:
        def read = things."get$style"()

        then:
        read.class.recordComponents.collect { it.accessor.invoke(read) } == names.indices*.toString()
        read.toBuilder().build() == read

        where:
        style << STYLES.keySet()
        names = STYLES[style]
    }

    def 'the root element #root is that of the schema #schema'() {
        given:
        def method = own.load('api.ThingsApi').methods.find { it.getAnnotation(Operation)?.id() == "get root $root" && it.returnType != ApiResponse }

        when:
        server.respond(200, 'application/xml', "<$root><a>x</a></$root>".bytes)

        then:
        method.invoke(inXml().api(own.load('api.ThingsApi'))).a() == 'x'

        when:
        server.respond(200, 'application/xml', "<_$root><a>x</a></_$root>".bytes)
        method.invoke(inXml().api(own.load('api.ThingsApi')))

        then:
        def e = thrown(InvocationTargetException)
        e.cause.message.contains("its root element is not $root")

        where:
        [root, schema] << ROOTS.collect { [it.key, it.value] }
    }

    def 'the operation #word is called'() {
        expect:
        called(word) == ["/v1/words/$word"]

        where:
        word << WORDS
    }

    def 'a path is encoded, and its escapes are kept'() {
        expect:
        called('escaped') == ['/v1/in$%20a%20%C3%A9/%41/b;c0']
    }

    def 'each place of a path has its parameter'() {
        expect:
        called('inPath', (0..PATH.size())*.toString()) == ["/v1/in/${PATH.indices.join('/')}/x(a=${PATH.size()}):run"]
    }

    def 'a parameter of the query has its name: #name'() {
        given:
        called('inQuery', QUERY.indices*.toString())

        expect:
        server.requests[0].queryParameter(name).values() == [QUERY.indexOf(name).toString()]

        where:
        name << QUERY
    }

    def 'the names in a query are encoded'() {
        expect:
        called('inQuery', QUERY.indices*.toString()) == ['/v1/query?a%5B%5D=0&a%26b=1&a%3Db=2&a%2Bb=3&a%20b=4&a%23b=5&a%3Fb=6&%2541=7&%7Ba%7D=8&a%2Fb=9&a%27b=10&a%3Bb=11&%40a=12&%C3%A9=13&%24filter=14&class=15&ID=16&toString=17']
    }

    def 'a header has its name: #name'() {
        given:
        called('inHeaders', HEADERS.indices*.toString())

        expect:
        server.requests[0].header(name).values() == [HEADERS.indexOf(name).toString()]

        where:
        name << HEADERS
    }

    /** Calls both methods of an operation. Returns where the first request went, if both went there. */
    private List<String> called(String operation, List<String> arguments = []) {
        server.respond(200, 'application/json', '{"a":"x"}'.bytes)
        def methods = own.load('api.ThingsApi').methods.findAll { it.getAnnotation(Operation)?.id() == operation }
        methods.each { it.invoke(things, arguments as Object[]) }
        assert methods.size() == 2
        server.requests*.url.unique()
    }

    private Object getThings() {
        partnerCenter.api(own.load('api.ThingsApi'))
    }

    private static List<String> words(String separator) {
        WORDS.collect { it.replaceAll(/([A-Z])/, separator + '$1').toLowerCase(Locale.ROOT) }
    }

    private static String path(String path, String id, String parameters = '', String schema = 'Part', String format = 'json') {
        OwnDocument.path("'$path'", 'get', "operationId: '$id', $parameters responses: {'200': {description: A thing., content: {application/$format: {schema: {\$ref: '#/components/schemas/$schema'}}}}}")
    }

    private static String parameters(String place, List<String> names) {
        "parameters: [${names.collect { "{name: \"$it\", in: $place, required: true, schema: {type: string}}" }.join(', ')}],"
    }
}
