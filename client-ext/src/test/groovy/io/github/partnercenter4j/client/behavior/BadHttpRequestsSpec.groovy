package io.github.partnercenter4j.client.behavior

import io.github.partnercenter4j.client.CallOptions
import io.github.partnercenter4j.client.Credential
import io.github.partnercenter4j.client.CredentialException
import io.github.partnercenter4j.client.DecodingException
import io.github.partnercenter4j.client.entra.EntraCredential
import io.github.partnercenter4j.client.PartnerCenter
import io.github.partnercenter4j.model.KeyValuePair
import io.github.partnercenter4j.model.Link
import io.github.partnercenter4j.model.OrderLineItemProvisioningStatusCollection
import io.github.partnercenter4j.model.ResourceLinks
import io.github.partnercenter4j.testing.Literals
import java.util.function.UnaryOperator

/** Arguments, settings and links that must be rejected or encoded before a request is sent. */
class BadHttpRequestsSpec extends BadHttpSpecification {
    private static final Map<String, String> SEGMENTS = ['/': '%2F', '%2F': '%252F', '?': '%3F', '#': '%23', ';': '%3B', ' ': '%20', 'é': '%C3%A9', '日': '%E6%97%A5', '😀': '%F0%9F%98%80', '{x}': '%7Bx%7D',
                                                         '{customerId}': '%7BcustomerId%7D', '../': '..%2F', '+': '%2B', '&=': '%26%3D', ':@': '%3A%40', '\\': '%5C', '*': '%2A', '~': '~']
    private static final Map<String, Closure<CallOptions>> OPTIONS = [
            requestId        : { o, text -> o.requestId(text) },
            correlationId    : { o, text -> o.correlationId(text) },
            correlationVector: { o, text -> o.correlationVector(text) },
            locale           : { o, text -> o.locale(text) },
            applicationName  : { o, text -> o.applicationName(text) },
            accept           : { o, text -> o.accept(text) }
    ]
    private static final Map<String, Closure<?>> SETTINGS = [
            token          : { text -> Credential.ofToken(text) },
            baseUrl        : { text -> PartnerCenter.builder().baseUrl('https://' + text) },
            'path of a URL': { text -> PartnerCenter.builder().baseUrl('https://x.example/' + text) },
            proxy          : { text -> PartnerCenter.builder().proxy('http://' + text) },
            tenant         : { text -> EntraCredential.refreshToken('r').tenant(text) },
            clientId       : { text -> EntraCredential.refreshToken('r').clientId(text) },
            clientSecret   : { text -> EntraCredential.refreshToken('r').clientSecret(text) },
            refreshToken   : { text -> EntraCredential.refreshToken(text) },
            authority      : { text -> EntraCredential.refreshToken('r').authority('https://' + text) }
    ]
    private static final Map<String, Closure<?>> PROXY_CREDENTIALS = [
            'proxy user'    : { text -> PartnerCenter.builder().proxyCredentials(text, 'p') },
            'proxy password': { text -> PartnerCenter.builder().proxyCredentials('u', text) }
    ]

    static final Map<String, Map<String, List<Line>>> ROWS = [
            'refused ids'    : [
                    'empty'                       : [refused('', Literals.ORDER), refused(Literals.CUSTOMER, '')],
                    'blank'                       : [' ', '\t', '\u00a0'].collect { refused(it, Literals.ORDER) } + [refused(Literals.CUSTOMER, ' '), refused(Literals.CUSTOMER, '\t')],
                    '.'                           : [refused('.', Literals.ORDER), refused(Literals.CUSTOMER, '.')],
                    '..'                          : [refused('..', Literals.ORDER), refused(Literals.CUSTOMER, '..')],
                    'control characters'          : ['\r\n', '\u0000', '\u007f', '\u0085'].collectMany { [refused(Literals.CUSTOMER + it, Literals.ORDER), refused(Literals.CUSTOMER, "a${it}b")] } +
                            [refused(Literals.CUSTOMER, 'a\ud800b')],
                    'a customer id that is no GUID': ['contoso.onmicrosoft.com', '0c39d6d5c70d4c55bc02f620844f3fd1', "{$Literals.CUSTOMER}", "$Literals.CUSTOMER/", "../$Literals.CUSTOMER",
                                                      '0c39d6d5-c70d-4c55-bc02-f620844f3fdg'].collect { refused(it, Literals.ORDER) },
                    'none'                        : [refused(null, Literals.ORDER), refused(Literals.CUSTOMER, null)]
            ],
            'encoded ids'    : ['/': ['/', '../'], '%2F': ['%2F'], '?': ['?'], '#': ['#'], ';': [';'], 'space': [' '], 'non-ASCII': ['é', '日', '😀'], '{x}': ['{x}', '{customerId}'],
                                'all others': ['+', '&=', ':@', '\\', '*', '~']].collectEntries { input, texts -> [input, texts.collect { encoded(it) }] },
            'header values'  : ['CR': ['\r'], 'LF': ['\n', '\r\nX: y'], 'NUL': ['\u0000'], 'non-ASCII': ['é', '\u0085']].collectEntries { input, texts ->
                [input, texts.collectMany { text ->
                    (input == 'non-ASCII' ? SETTINGS : SETTINGS + PROXY_CREDENTIALS).collect { name, set -> rejected(name) { set.call("s3cret$text" as String) } } +
                            OPTIONS.collect { name, set -> rejected(name) { CallOptions o -> set.call(o, "s3cret$text" as String) } } +
                            OPTIONS.collect { name, set -> rejected("$name, in the middle") { CallOptions o -> set.call(o, "s3cret${text}quoted" as String) } }
                } + texts.collect { unusable("$TOKEN$it") }]
            },
            'links'          : [
                    'another host'                              : ['https://evil.example/v1/x', 'http://127.0.0.2:PORT/v1/x', 'http://localhost:PORT/v1/x', 'http://127.0.0.1.evil.example:PORT/v1/x', 'ELSEWHERE/v1/x'].collect { link(it) },
                    'another scheme'                            : ['https://127.0.0.1:PORT/v1/x', 'ftp://127.0.0.1:PORT/v1/x', 'file:///etc/passwd', 'javascript:alert(1)', 'data:,x'].collect { link(it) },
                    'another port'                              : ['http://127.0.0.1/v1/x', 'http://127.0.0.1:1/v1/x', 'http://127.0.0.1:/v1/x'].collect { link(it) },
                    '//host'                                    : ['//evil.example/v1/x', '//127.0.0.1:PORT/v1/x', '///v1/x', '/\\evil.example/x'].collect { link(it) },
                    'http:/host'                                : ['http:/127.0.0.1:PORT/v1/x', 'http:v1/x', 'http:'].collect { link(it) },
                    'user info'                                 : ['http://a@127.0.0.1:PORT/v1/x', 'http://a:b@127.0.0.1:PORT/v1/x', 'http://127.0.0.1:PORT@evil.example/v1/x'].collect { link(it) },
                    '..'                                        : ['/v1/../x', '/v1/x/..', '/v1/%2e%2e/x', '/v1/%252e%252e/x', '/v1/./x', '/v1/x/..;a/y', 'http://127.0.0.1:PORT/v1/../../x'].collect { link(it) },
                    'a method other than GET'                   : ['POST', 'DELETE', 'HEAD', 'TRACE', '', "GET\r\nX: y"].collect { link('/v1/x', it) },
                    'headers other than the continuation token' : ['Authorization', 'Host', 'X-Any', 'MS-RequestId', '', null].collect { link('/v1/x', 'GET', [KeyValuePair.builder().key(it).value('a').build()]) } +
                            [link('/v1/x', 'GET', [KeyValuePair.builder().key('MS-ContinuationToken').value('a').build(), KeyValuePair.builder().key('X-Any').value('a').build()]), link('/v1/x', 'GET', [KeyValuePair.builder().key('MS-ContinuationToken').value('a').build()] * 2),
                             link('/v1/x', 'GET', [KeyValuePair.builder().key('MS-ContinuationToken').value('a\r\nX: y').build()]), link('/v1/x', 'GET', [KeyValuePair.builder().key('MS-ContinuationToken').build()])],
                    'a cycle of next links'                    : [1, 2, 3].collect { cycle(it) },
                    'a plain one'                               : ['/v1/x', '/x', 'http://127.0.0.1:PORT/v1/x', 'HTTP://127.0.0.1:PORT/v1/x'].collect { followed(it) }
            ],
            'base URL without TLS': ['another host than a loopback address': ['http://api.partnercenter.microsoft.com', 'http://10.0.0.1', 'http://0.0.0.0', 'http://127.0.0.1.evil.invalid', 'http://localhost.evil.invalid',
                                                                           'http://[fe80::1]', 'http://[::ffff:10.0.0.1]', 'HTTP://example.invalid', 'http://2130706433', 'http://user@127.0.0.1', 'http://evil.invalid@127.0.0.1',
                                                                           'http://localhost@evil.invalid'].collect { withoutTls(it) }]
    ]

    def 'HTTP input "#input" is handled as in bad-inputs.yaml (#line)'() {
        expect:
        line.run(this)

        where:
        [input, line] << BadInputs.lines(ROWS)
    }

    private static String shown(Object text) {
        "$text".collectReplacements { it >= ' ' && it <= '~' ? null : String.format('\\u%04x', (int) it) }
    }

    /** Starts a server that responds to every request, and a client for it. */
    private void ready() {
        serve { it.send(ok()) }
        partnerCenter = builder().build()
    }

    private void isRefused(Outcome outcome, Class<? extends Throwable> type) {
        outcome.fails(type)
        holds(outcome, 0)
    }

    private static Line refused(String customer, String order) {
        new Line(shown("$customer, $order"), { BadHttpRequestsSpec spec ->
            spec.ready()
            spec.isRefused(Outcome.of { spec.partnerCenter.orders().getProvisioningStatus(customer, order) }, IllegalArgumentException)
        })
    }

    private static Line encoded(String text) {
        new Line(shown(text), { BadHttpRequestsSpec spec ->
            [text, "a$text", "${text}b", "a${text}b", text * 2].findAll { !it.isBlank() }.each { id ->
                spec.ready()
                def outcome = spec.ask(spec.partnerCenter, id as String)
                assert outcome.read() == NOTHING
                assert spec.asked()[0].readLines()[0] == "GET /v1/customers/$Literals.CUSTOMER/orders/${id.replace(text, SEGMENTS[text])}/provisioningstatus HTTP/1.1"
                spec.holds(outcome, 1)
                spec.partnerCenter.close()
                spec.server.close()
            }
        })
    }

    /** The builder rejects a setting at once. An option of a call is rejected before the request is sent. */
    private static Line rejected(CharSequence name, Closure<?> set) {
        new Line(name, { BadHttpRequestsSpec spec ->
            spec.ready()
            def option = set.parameterTypes == [CallOptions] as Class[]
            def outcome = Outcome.of { option ? spec.ask(spec.partnerCenter.with(set as UnaryOperator<CallOptions>)).read() : set.call() }
            assert !outcome.fails(IllegalArgumentException).message.contains('quoted')
            spec.isRefused(outcome, IllegalArgumentException)
        })
    }

    /** A token of a custom credential is not an argument of the call, so it is a CredentialException. */
    private static Line unusable(CharSequence token) {
        new Line('a supplied token', { BadHttpRequestsSpec spec ->
            spec.ready()
            def supplied = spec.builder().credential(Credential.ofSupplier { token as String }).build()
            supplied.withCloseable { spec.isRefused(spec.ask(supplied), CredentialException) }
        })
    }

    private static Line link(String uri, String method = 'GET', List<KeyValuePair> headers = []) {
        new Line(shown("$method $uri ${headers*.key()}"), { BadHttpRequestsSpec spec ->
            spec.ready()
            spec.isRefused(spec.follow(uri, method, headers), DecodingException)
        })
    }

    private static Line followed(String uri) {
        new Line(uri, { BadHttpRequestsSpec spec ->
            spec.ready()
            def outcome = spec.follow(uri, 'get', [KeyValuePair.builder().key('ms-continuationtoken').value('bmV4dA==').build()])
            assert outcome.value == NOTHING
            assert spec.asked()[0].startsWith('GET /v1/x HTTP/1.1\r\n')
            assert spec.sent('MS-ContinuationToken') == ['bmV4dA==']
            assert spec.sent('Authorization') == ["Bearer $TOKEN"]
            spec.holds(outcome, 1)
        })
    }

    private Outcome follow(String uri, String method, List<KeyValuePair> headers) {
        def text = uri.replace('ELSEWHERE', elsewhere.url).replace('PORT', "$server.port")
        Outcome.of { partnerCenter.follow(Link.builder().uri(text).method(method).headers(headers).build(), OrderLineItemProvisioningStatusCollection) }
    }

    private static Line cycle(int length) {
        new Line("of $length", { BadHttpRequestsSpec spec ->
            int page = 0
            spec.serve { it.send(ok("{\"items\":[],\"links\":{\"next\":{\"uri\":\"/v1/x?page=${page++ % length}\",\"method\":\"GET\"}}}")) }
            spec.partnerCenter = spec.builder().build()
            def links = ResourceLinks.builder().next(Link.builder().uri("/v1/x?page=${length - 1}").method('GET').build()).build()
            def first = OrderLineItemProvisioningStatusCollection.builder().links(links).build()
            def outcome = Outcome.of { spec.partnerCenter.pages(first, { it.links() }).count() }
            outcome.fails(DecodingException)
            spec.holds(outcome, length)
        })
    }

    private static Line withoutTls(String url) {
        new Line(url, { BadHttpRequestsSpec spec ->
            spec.ready()
            def outcome = Outcome.of { spec.builder(url).build().withCloseable { spec.ask(it) } }
            spec.isRefused(outcome, IllegalArgumentException)
        })
    }
}
