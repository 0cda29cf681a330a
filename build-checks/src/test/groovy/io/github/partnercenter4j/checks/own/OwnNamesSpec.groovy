package io.github.partnercenter4j.checks.own

import io.github.partnercenter4j.api.Operation
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
            camelCase: WORDS, PascalCase: WORDS*.capitalize(), kebabCase: words('-'), snakeCase: words('_'), trainCase: words('-')*.capitalize()
    ]

    private static final List<String> PATH = ['class', 'ID', 'X-Y', 'a.b', 'true', '日本', 'a b', 'wait', '_']
    private static final List<String> QUERY = ['a[]', 'a&b', 'a=b', 'a+b', 'a b', 'a#b', 'a?b', '%41', '{a}', 'a/b', "a'b", 'a;b', '@a', 'é', '$filter', 'class', 'ID', 'toString']
    private static final List<String> HEADERS = ['class', 'X-Request_Count', 'true', '$!#%&*+.^|~']

    @Override
    String document() {
        def paths = STYLES.keySet().collect { path("/$it", "get$it", '', "Names$it") } + WORDS.collect { path("/words/$it", it) } +
                path('/in a é/%41/b;c', 'escaped') + path("/in/{${PATH.join('}/{')}}/x(a={a}):run", 'inPath', parameters('path', PATH + 'a')) +
                path('/query', 'inQuery', parameters('query', QUERY)) + path('/headers', 'inHeaders', parameters('header', HEADERS))
        OwnDocument.withPaths(paths.join('')) + STYLES.collect { style, names -> "    Names$style: {type: object, properties: {${names.collect { "'$it': {type: string}" }.join(', ')}}}\n" }.join('')
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

    def 'the operation #word is called'() {
        expect:
        called(word) == ["/v1/words/$word"]

        where:
        word << WORDS
    }

    def 'a path is encoded, and its escapes are kept'() {
        expect:
        called('escaped') == ['/v1/in%20a%20%C3%A9/%41/b;c']
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

    private static String path(String path, String id, String parameters = '', String schema = 'Part') {
        OwnDocument.path("'$path'", 'get', "operationId: '$id', $parameters responses: {'200': {description: A thing., content: {application/json: {schema: {\$ref: '#/components/schemas/$schema'}}}}}")
    }

    private static String parameters(String place, List<String> names) {
        "parameters: [${names.collect { "{name: \"$it\", in: $place, required: true, schema: {type: string}}" }.join(', ')}],"
    }
}
