package io.github.partnercenter4j.client.behavior

import static io.github.partnercenter4j.client.TransportException.Kind.FAILED
import static io.github.partnercenter4j.client.TransportException.Kind.TIMED_OUT

import io.github.partnercenter4j.client.DecodingException
import io.github.partnercenter4j.client.ServiceException
import io.github.partnercenter4j.client.ServiceException.Kind
import io.github.partnercenter4j.client.UnexpectedStatusException
import java.time.Duration
import java.util.zip.GZIPOutputStream

/** Responses that are broken, missing, unexpected or hostile. */
class BadHttpResponsesSpec extends BadHttpSpecification {
    private static final String FAULT = "{\"code\":20000,\"description\":\"no $TOKEN\",\"data\":[\"a\"],\"source\":\"s\"}"
    private static final String XML_FAULT = "<Fault><code>20000</code><description>no $TOKEN</description><data><string>a</string></data><source>s</source></Fault>"
    private static final String XML_EMPTY = '<OrderLineItemProvisioningStatusCollection><items/></OrderLineItemProvisioningStatusCollection>'
    private static final Map<Integer, Kind> KINDS = [400: Kind.BAD_REQUEST, 401: Kind.UNAUTHORIZED, 402: Kind.OTHER, 403: Kind.FORBIDDEN, 404: Kind.NOT_FOUND, 409: Kind.OTHER,
                                                     417: Kind.OTHER, 429: Kind.TOO_MANY_REQUESTS, 500: Kind.SERVER_ERROR, 503: Kind.SERVER_ERROR, 599: Kind.SERVER_ERROR]
    private static final String HEAD = "HTTP/1.1 200 OK\r\nX-Echo: $TOKEN\r\nContent-Type: application/json\r\n"
    private static final String LENGTH = HEAD + 'Content-Length: 12\r\n\r\n'
    private static final String CHUNKED = HEAD + 'Transfer-Encoding: chunked\r\n\r\n'
    private static final List<String> PLACES = ['/', '/v1/other', 'other', '?a=b', 'ELSEWHERE/v1/x', '//ELSEHOST/', 'https://127.0.0.1/', 'http://user:password@127.0.0.1/',
                                                'file:///etc/passwd', 'javascript:1', '', "/$TOKEN"]

    static final Map<String, Map<String, List<Line>>> ROWS = [
            'breaking off'  : [
                    'closed with no bytes'    : broken { it.socket.close() },
                    'reset before the headers': broken { it.reset() },
                    'reset within the headers': broken { it.send('HTTP/1.1 200 OK\r\nConte'); it.reset() } + once('in the status') { it.send('HTTP/1.1 20'); it.socket.close() } +
                            once('after a header') { it.send(HEAD); it.socket.close() },
                    'reset after the headers' : broken { it.send(LENGTH); it.reset() } + once('no chunk') { it.send(CHUNKED); it.socket.close() },
                    'reset within the body'   : broken { it.send(LENGTH + '{"ite'); it.reset() } + once('a chunk') { it.send(CHUNKED + '5\r\n{"ite\r\n'); it.reset() }
            ],
            'framing'       : [
                    'Content-Length larger than the body': broken { it.send(HEAD + "Content-Length: 99\r\n\r\n$EMPTY"); it.socket.close() } +
                            once('by one') { it.send(HEAD + "Content-Length: 13\r\n\r\n$EMPTY"); it.socket.close() },
                    'a cut chunk'                        : broken { it.send(CHUNKED + "f\r\n$EMPTY"); it.socket.close() } +
                            once('the last is missing') { it.send(CHUNKED + "c\r\n$EMPTY\r\n"); it.socket.close() },
                    'a bad chunk size'                   : ['zz', '-c', '', '0x', 'fffffffffffffffff', TOKEN].withIndex().collectMany { size, i ->
                        once("$i") { it.send(CHUNKED + "$size\r\n$EMPTY\r\n0\r\n\r\n"); it.socket.close() }
                    },
                    'a broken status line'               : ['HTTQ/1.1 200 OK', 'HTTP/1.1 two OK', 'HTTP/1.1', 'hello', '', "Bearer $TOKEN", 'HTTP/1.1 2000 OK'].withIndex().collectMany { start, i ->
                        once("$i") { it.send("$start\r\nContent-Type: application/json\r\nContent-Length: 12\r\n\r\n$EMPTY"); it.socket.close() }
                    }
            ],
            'without end'   : [
                    'a byte a second'    : ['H', LENGTH, CHUNKED].collect { start -> endless(start) { it.send(start); it.drip(start == CHUNKED ? '1\r\n \r\n' : ' ') } },
                    'headers without end': [endless('headers') { it.send(HEAD); it.drip('X-More: 1\r\n') }, endless('1xx') { it.drip('HTTP/1.1 102 Processing\r\n\r\n') }],
                    'silence'            : ['', HEAD, LENGTH, LENGTH + '{"it'].collect { start -> endless(start) { it.send(start); it.hold() } }
            ],
            'interim responses': ['100', '102', '103'].collectEntries { interim ->
                [interim, [1, 3].collect { times -> line("$times times", { it.send("HTTP/1.1 $interim Go\r\nLink: </x>\r\n\r\n" * times + ok()) }) { it.read() == NOTHING } }]
            },
            'redirects'     : [
                    'of every kind': [300, 301, 302, 303, 305, 306, 307, 308, 399].collect { status -> unexpected(status, response("$status Go", 'text/html', "moved $TOKEN", 'Location: /')) } +
                            [unexpected(304, 'HTTP/1.1 304 Not Modified\r\nLocation: /\r\n\r\n')],
                    'to any place' : PLACES.collect { place -> unexpected(302, response('302 Go', null, '', "Location: $place")) } +
                            [unexpected(302, response('302 Go', null, '')), unexpected(307, response('307 Go', null, '', 'Location: /', 'Location: ELSEWHERE/'))]
            ],
            'other successes': [201, 202, 205, 206].collectEntries { status -> ["$status".toString(), [unexpected(status, response("$status OK", 'application/json', status == 205 ? '' : EMPTY))]] } + [
                    '204'               : [unexpected(204, "HTTP/1.1 204 No Content\r\nX-Echo: $TOKEN\r\n\r\n")],
                    '200 without a body': [undecodable('a length of 0', ok('')), undecodable('no chunk', CHUNKED + '0\r\n\r\n')]
            ],
            'errors'        : KINDS.keySet().collectEntries { status ->
                ["$status".toString(), ['application/json', 'text/json', 'application/xml', 'text/xml'].collect { type ->
                    def body = type.endsWith('json') ? FAULT : XML_FAULT
                    line(type, { it.send(response("$status No", type, body)) }) { Outcome o ->
                        told(o) == [status, KINDS[status], '20000', 'no ***', ['a'], 's', null]
                    }
                }]
            } + [
                    'HTML'         : error('text/html', "<html>\n<p>$TOKEN</p></html>", '<html>\\u000a<p>***</p></html>'),
                    'plain text'   : error('text/plain', "down\u001b[2J $TOKEN", 'down\\u001b[2J ***') + error(null, "down $TOKEN", 'down ***'),
                    'nothing'      : error('application/json', '', null) + error(null, '', null),
                    'another shape': error('application/json', "{\"error\":\"$TOKEN\"}", '{"error":"***"}') + error('application/json', '[]', '[]') + error('text/xml', "<a>$TOKEN</a>", '<a>***</a>') +
                            error('application/json', '{"code"', '{"code"') + error('application/xml', '{"code":1}', '{"code":1}'),
                    '5 MB'         : ['text/html', 'application/json', 'application/xml'].collectMany { error(it, 'x' * 5_000_000, 'x' * 1024) }
            ],
            'content types' : [
                    'another case'      : ['Application/JSON', 'TEXT/JSON; Charset=UTF-8'].collectMany { typed(it, EMPTY, FAULT) } + typed('TEXT/Xml', XML_EMPTY, XML_FAULT),
                    'further parameters': ['application/json;odata=verbose', 'application/json; a=b; charset="utf-8" ; c="d;e"', 'application/json ;'].collectMany { typed(it, EMPTY, FAULT) } +
                            typed('application/xml; x=y', XML_EMPTY, XML_FAULT),
                    '+json'             : ['application/problem+json', 'application/vnd.a.b+JSON; v=1'].collectMany { typed(it, EMPTY, FAULT) },
                    '+xml'              : ['application/atom+xml', 'text/x+xml'].collectMany { typed(it, XML_EMPTY, XML_FAULT) },
                    'two equal ones'    : ['application/json, application/json', 'application/json\r\nContent-Type: Application/JSON', 'application/json; charset=utf-8, application/json;charset="UTF-8"', 'application/json, application/json; charset=utf-8',
                                           'application/json; a="b, c", application/json; a="b, c"'].collectMany { typed(it, EMPTY, FAULT) } + typed('text/xml, text/xml', XML_EMPTY, XML_FAULT),
                    'missing'           : untyped([null]),
                    'empty'             : untyped(['', ' ', ';']),
                    'another type'      : untyped(['text/html', 'text/plain', 'application/octet-stream', 'json', 'application/jsonx', '*/*', 'application/', "text/$TOKEN"]),
                    'two that differ'   : untyped(['application/json\r\nContent-Type: text/html', 'application/json\r\nContent-Type: application/xml', 'application/json, text/html',
                                                   'application/json; charset=utf-8\r\nContent-Type: application/json; charset=utf-16'])
            ],
            'content codings': [
                    'identity'          : ['identity', 'IDENTITY', 'identity, identity'].collectMany { coded(it) },
                    'gzip'              : ['gzip', 'GZIP', 'x-gzip', 'gzip, identity', 'gzip\r\nContent-Encoding: identity'].collectMany { zipped(it) },
                    'gzip declared twice': ['gzip, gzip', 'gzip\r\nContent-Encoding: gzip'].collectMany { zipped(it) },
                    'unknown'           : ['utf-8', 'br', 'deflate, gzip', "x-$TOKEN"].collectMany { uncoded(it) }
            ],
            'the reason of a refused token': [
                    'an empty 401'      : refusals(401, '', null),
                    'an empty 403'      : refusals(403, '', null),
                    'a 401 with HTML'   : refusals(401, '<html>', '<html>'),
                    'the token escaped' : [line('in a quoted string', { it.send(response('401 No', null, '', 'WWW-Authenticate: Bearer error="' + TOKEN.replaceAll('(.)', '\\\\$1') + '"')) }) { Outcome o -> o.fails(ServiceException).authenticationError() == '***' }]
            ],
            'response headers': [
                    'missing'                : ofValue(ok()) { o, id -> id == o.sent } + ofFailure(response('404 No', null, '')) { o, id -> id == o.sent },
                    'twice'                  : ofValue(ok(EMPTY, 'MS-RequestId: a', 'MS-RequestId: b')) { o, id -> id == 'a' } +
                            ofFailure(response('404 No', null, '', 'MS-RequestId: a', 'ms-requestid: b')) { o, id -> id == 'a' },
                    'with control characters': ['a\u001b[2J', 'a\u0000b', '\u0085', 'a\tb\u0007', '\u009b2J'].collectMany { text ->
                        ofValue(ok(EMPTY, "MS-RequestId: $text")) { o, id -> plain(id) } + ofFailure(response('404 No', null, '', "MS-RequestId: $text")) { o, id -> plain(id) }
                    },
                    'of 64 KB'               : ofValue(ok(EMPTY, "MS-RequestId: ${'x' * 65_536}", "X-Long: ${'y' * 65_536}")) { o, id -> true } +
                            ofFailure(response('404 No', null, '', "MS-RequestId: ${'x' * 65_536}", "X-Long: ${'y' * 65_536}")) { o, id -> id == o.sent }
            ]
    ]

    def 'HTTP input "#input" is handled as in bad-inputs.yaml (#line)'() {
        expect:
        line.run(this)

        where:
        [input, line] << BadInputs.lines(ROWS)
    }

    private static List<Line> broken(Closure<?> play) {
        once('', play) + attempted(2, '', play)
    }

    private static List<Line> once(CharSequence what, Closure<?> play) {
        attempted(1, what, play)
    }

    /** Expects exactly the attempts of the retry policy, all with one request id because no response arrived. */
    private static List<Line> attempted(int times, CharSequence what, Closure<?> play) {
        [line("$what $times requests", play, retries: times - 1, requests: times) { Outcome o, BadHttpSpecification spec ->
            o.isTransport(FAILED)
            spec.sent('MS-RequestId').unique() == [o.failure.requestId()]
        }]
    }

    /** On a busy machine the time can be over before the request is sent. */
    private static Line endless(String after, Closure<?> play) {
        line("after ${after.length()} bytes", play, timeout: SHORT, retries: 3, requests: 0..1) { Outcome o ->
            o.isTransport(TIMED_OUT)
            o.elapsed >= SHORT
        }
    }

    private static Line unexpected(int status, CharSequence response) {
        new Line("$status ${response.readLines().findAll { it.startsWith('Location') }}".replace(TOKEN, 'token'), { BadHttpResponsesSpec spec ->
            def text = response.toString().replace('ELSEWHERE', spec.elsewhere.url).replace('ELSEHOST', spec.elsewhere.url.substring(7))
            line('', { it.send(text) }, retries: 3) { Outcome o -> o.fails(UnexpectedStatusException).status() == status }.run(spec)
        })
    }

    private static Line undecodable(CharSequence what, CharSequence response) {
        line(what, { it.send(response as String) }, retries: 3) { Outcome o ->
            def e = o.fails(DecodingException)
            e.status() == 200 && e.kind() == DecodingException.Kind.UNREADABLE
        }
    }

    /** Expects an excerpt of the body, because it holds no fault that can be read. */
    private static List<Line> error(String type, String body, String expected) {
        [400, 404, 500, 503].collect { status ->
            line("$status $type", { it.send(response("$status No", type, body)) }) { Outcome o ->
                told(o) == [status, KINDS[status], null, null, [], null, expected]
            }
        }
    }

    private static List<?> told(Outcome o) {
        def e = o.fails(ServiceException)
        [e.status(), e.kind(), e.code(), e.description(), e.data(), e.source(), e.excerpt()]
    }

    private static List<Line> typed(String type, String body, String fault) {
        [line("200 $type", { it.send(response('200 OK', type, body)) }) { it.read() == NOTHING },
         line("404 $type", { it.send(response('404 No', type, fault)) }) { it.fails(ServiceException).code() == '20000' }]
    }

    private static List<Line> untyped(List<String> types) {
        types.collectMany { type ->
            [undecodable("200 ${type?.replaceAll(/\s+/, ' ')?.replace(TOKEN, 'token')}", response('200 OK', type, EMPTY)),
             line("404 ${type?.replaceAll(/\s+/, ' ')?.replace(TOKEN, 'token')}", { it.send(response('404 No', type, FAULT)) }) {
                 told(it) == [404, Kind.NOT_FOUND, null, null, [], null, FAULT.replace(TOKEN, '***')]
             }]
        }
    }

    private static List<Line> coded(String coding) {
        [line("200 $coding", { it.send(ok(EMPTY, "Content-Encoding: $coding")) }) { it.read() == NOTHING },
         line("404 $coding", { it.send(response('404 No', 'application/json', FAULT, "Content-Encoding: $coding")) }) { it.fails(ServiceException).code() == '20000' }]
    }

    private static List<Line> zipped(String coding) {
        [line("200 $coding".replaceAll(/\s+/, ' '), { it.send(ok(gzip(EMPTY), "Content-Encoding: $coding")) }) { it.read() == NOTHING },
         line("404 $coding".replaceAll(/\s+/, ' '), { it.send(response('404 No', 'application/json', gzip(FAULT), "Content-Encoding: $coding")) }) { it.fails(ServiceException).code() == '20000' }]
    }

    private static List<Line> uncoded(String coding) {
        [line("200 $coding".replace(TOKEN, 'token'), { it.send(ok(coding.endsWith('gzip') ? gzip(EMPTY) : EMPTY, "Content-Encoding: $coding")) }) { Outcome o ->
            def e = o.fails(DecodingException)
            e.message.contains("the Content-Encoding ${coding.replace(TOKEN, '***').split(',')[0]}, but") && e.excerpt() == null
        },
         line("404 $coding".replace(TOKEN, 'token'), { it.send(response('404 No', 'application/json', coding.endsWith('gzip') ? gzip(FAULT) : FAULT, "Content-Encoding: $coding")) }) { it.fails(ServiceException).code() == '20000' }]
    }

    private static List<Line> refusals(int status, String body, String excerpt) {
        ['error="invalid_token", error_description="It \\"expired\\", TOKEN"', 'realm="r", ERROR=invalid_token , error_description = "It \\"expired\\", \u001bTOKEN"'].collect { attributes ->
            line("$status ${attributes.length()}", { it.send(response("$status No", null, body, "WWW-Authenticate: Bearer ${attributes.replace('TOKEN', TOKEN)}")) }) { Outcome o ->
                def e = o.fails(ServiceException)
                e.authenticationError().startsWith('invalid_token: It "expired",') && e.message.contains(e.authenticationError()) && e.authenticationError().endsWith('***') && e.excerpt() == excerpt
            }
        }
    }

    private static String gzip(String text) {
        def bytes = new ByteArrayOutputStream()
        new GZIPOutputStream(bytes).withStream { it.write(text.getBytes('ISO-8859-1')) }
        new String(bytes.toByteArray(), 'ISO-8859-1')
    }

    private static boolean plain(String id) {
        id == null || !id.chars().anyMatch(Character::isISOControl)
    }

    /** Checks the request id that a successful response reports. */
    private static List<Line> ofValue(String response, Closure<Boolean> check) {
        [line('200', { it.send(response) }) { Outcome o, BadHttpSpecification spec ->
            check.call([sent: spec.sent('MS-RequestId')[0]], o.value.requestId())
        }]
    }

    /** Checks the request id that an exception reports. */
    private static List<Line> ofFailure(String response, Closure<Boolean> check) {
        [line('404', { it.send(response) }) { Outcome o, BadHttpSpecification spec ->
            check.call([sent: spec.sent('MS-RequestId')[0]], o.fails(ServiceException).requestId())
        }]
    }
}
