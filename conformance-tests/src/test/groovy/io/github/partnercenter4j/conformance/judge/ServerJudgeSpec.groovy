package io.github.partnercenter4j.conformance.judge

import io.github.partnercenter4j.conformance.wire.Alteration
import io.github.partnercenter4j.conformance.wire.Exchange
import io.github.partnercenter4j.conformance.wire.HttpHeader
import io.github.partnercenter4j.conformance.wire.HttpRequest
import io.github.partnercenter4j.sandbox.spec.SpecModel
import java.util.zip.GZIPOutputStream
import spock.lang.Shared
import spock.lang.Specification

/** Each rule of the judge rejects what violates it, names the place, and accepts everything else. */
class ServerJudgeSpec extends Specification {
    private static final Exchange SAMPLE = Exchanges.of(200, 'application/json', Exchanges.SAMPLE)
    private static final Exchange NOT_FOUND = Exchanges.of(404, 'text/json', Exchanges.FAULT)
    private static final Exchange THROTTLED = Exchanges.of(429, 'application/json', Exchanges.FAULT, ['Retry-After': '57'])
    private static final Exchange XML = Exchanges.of(200, 'text/xml', Exchanges.SAMPLE_XML)

    @Shared
    ServerJudge judge = new ServerJudge(SpecModel.bundled())

    def 'a documented response is accepted: #exchange.response.status #exchange.request.headers'() {
        expect:
        judge.objections('getProvisioningStatus', exchange) == []
        judge.remarks('getProvisioningStatus', exchange) == []

        where:
        exchange << [SAMPLE, NOT_FOUND, THROTTLED, XML]
    }

    def 'rejected: #what'() {
        expect:
        judge.objections('getProvisioningStatus', exchange.altered(alteration as Alteration)).collect { [it.place, it.rule] } == [[place, rule]]

        where:
        what                                     | exchange  | alteration                                                         || place                     | rule
        'an undocumented status'                 | SAMPLE    | { it.withStatus(204) }                                             || 'status'                  | 'undocumented'
        'a required header that is missing'      | SAMPLE    | { it.without('MS-RequestId') }                                     || 'header MS-RequestId'     | 'required'
        'a required header of one status'        | THROTTLED | { it.without('Retry-After') }                                      || 'header Retry-After'      | 'required'
        'a header that is not a GUID'            | SAMPLE    | { it.with('MS-CorrelationId', 'x') }                               || 'header MS-CorrelationId' | 'format'
        'a header that is not a boolean'         | SAMPLE    | { it.with('isMfaCompliant', 'yes') }                               || 'header isMfaCompliant'   | 'type'
        'a header twice'                         | SAMPLE    | { it.adding('ms-requestid', Exchanges.REQUEST_ID) }                || 'header MS-RequestId'     | 'repeated'
        'an optional header twice'               | SAMPLE    | { it.adding('MS-CV', 'a').adding('MS-CV', 'b') }                   || 'header MS-CV'            | 'repeated'
        'the correlation id of another call'     | SAMPLE    | { it.with('MS-CorrelationId', Exchanges.REQUEST_ID) }              || 'header MS-CorrelationId' | 'echo'
        'a date in another form'                 | SAMPLE    | { it.with('Date', '2017-04-20T19:23:39Z') }                        || 'header Date'             | 'format'
        'a date in the form of RFC 850'          | SAMPLE    | { it.with('Date', 'Thursday, 20-Apr-17 19:23:39 GMT') }            || 'header Date'             | 'format'
        'a date whose weekday is wrong'          | SAMPLE    | { it.with('Date', 'Fri, 20 Apr 2017 19:23:39 GMT') }               || 'header Date'             | 'format'
        'Retry-After with a fraction'            | THROTTLED | { it.with('Retry-After', '1.5') }                                  || 'header Retry-After'      | 'format'
        'no Content-Type'                        | SAMPLE    | { it.without('Content-Type') }                                     || 'media type'              | 'required'
        'two Content-Types'                      | SAMPLE    | { it.adding('Content-Type', 'application/json') }                  || 'media type'              | 'repeated'
        'an invalid Content-Type'                | SAMPLE    | { it.with('Content-Type', 'json') }                                || 'media type'              | 'malformed'
        'a Content-Type with a broken parameter' | SAMPLE    | { it.with('Content-Type', 'application/json; charset') }           || 'media type'              | 'malformed'
        'a media type that is not documented'    | SAMPLE    | { it.with('Content-Type', 'text/html') }                           || 'media type'              | 'undocumented'
        'a media type that was not requested'    | SAMPLE    | { it.with('Content-Type', 'text/json') }                           || 'media type'              | 'accept'
        'JSON in another charset'                | SAMPLE    | { it.with('Content-Type', 'application/json; charset=utf-16') }    || 'body'                    | 'encoding'
        'JSON in another CHARSET'                | SAMPLE    | { it.with('Content-Type', 'application/json; CHARSET=utf-16') }    || 'body'                    | 'encoding'
        'gzip that is not gzip'                  | SAMPLE    | { it.with('Content-Encoding', 'gzip') }                            || 'body'                    | 'encoding'
        'a coding that was not requested'        | SAMPLE    | { it.with('Content-Encoding', 'br') }                              || 'header Content-Encoding' | 'accept'
        'a coding twice'                         | SAMPLE    | { it.with('Content-Encoding', 'gzip').adding('Content-Encoding', 'gzip').withBody(gzip(it.body)) } || 'header Content-Encoding' | 'accept'
        'an empty body'                          | SAMPLE    | { it.withBody('') }                                                || 'body'                    | 'malformed'
        'an empty body of XML'                   | XML       | { it.withBody('') }                                                || 'body'                    | 'malformed'
        'HTML under an error status'             | NOT_FOUND | { it.withBody('<html></html>') }                                   || 'body'                    | 'malformed'
        'a property of the body'                 | NOT_FOUND | { it.withBody('{"code":20000,"description":"x"}') }                || 'code'                    | 'type'
        'XML in a charset that it is not in'     | XML       | { it.withBody(Exchanges.SAMPLE_XML.getBytes('UTF-16')) }           || 'body'                    | 'encoding'
    }

    def 'accepted: #what'() {
        expect:
        judge.objections('getProvisioningStatus', exchange.altered(alteration as Alteration)) == []

        where:
        what                                | exchange  | alteration
        'an unknown header, twice'          | SAMPLE    | { it.adding('X-New', '1').adding('X-New', '2') }
        'no optional header'                | SAMPLE    | { it.without('MS-CV').without('Date') }
        'names of headers in another case'  | SAMPLE    | { it.withHeaders(it.headers.collect { new HttpHeader(it.name.toLowerCase(Locale.ROOT), it.value) }) }
        'a GUID in another case'            | SAMPLE    | { it.with('MS-RequestId', Exchanges.REQUEST_ID.toUpperCase(Locale.ROOT)) }
        'an extended correlation vector'    | SAMPLE    | { it.with('MS-CV', 'InswEQre402koceL.0.1') }
        'no charset'                        | SAMPLE    | { it.with('Content-Type', 'application/json') }
        'a quoted charset in capitals'      | SAMPLE    | { it.with('Content-Type', 'Application/JSON ;charset="UTF-8"') }
        'a charset with a quoted pair'      | SAMPLE    | { it.with('Content-Type', 'application/json; charset="utf\\-8"') }
        'gzip that was requested'           | SAMPLE    | { it.with('Content-Encoding', 'gzip').withBody(gzip(it.body)) }
        'a boolean header'                  | SAMPLE    | { it.with('isMfaCompliant', 'false') }
        'Retry-After as a date'             | THROTTLED | { it.with('Retry-After', 'Thu, 20 Apr 2017 19:23:39 GMT') }
        'Retry-After as a date of RFC 850'  | THROTTLED | { it.with('Retry-After', 'Thursday, 20-Apr-17 19:23:39 GMT') }
        'Retry-After as a date of asctime'  | THROTTLED | { it.with('Retry-After', 'Thu Apr 20 19:23:39 2017') }
    }

    def 'what a request accepts decides: #header: #value'() {
        given:
        def asking = new Exchange(new HttpRequest('GET', Exchanges.TARGET, [new HttpHeader(header, value)]), SAMPLE.response)

        expect:
        judge.objections('getProvisioningStatus', header == 'Accept' ? asking : asking.altered { it.with('Content-Encoding', 'gzip').withBody(gzip(it.body)) })*.rule == rules

        where:
        header            | value                                 || rules
        'Accept'          | 'text/json, application/json;q=0.00'  || ['accept']
        'Accept'          | 'text/json, application/json;q=0.01'  || []
        'Accept'          | 'text/json, APPLICATION/json'         || []
        'Accept'          | 'text/*'                              || ['accept']
        'Accept'          | 'text/json, application/*'            || []
        'Accept'          | 'text/json, */*'                      || []
        'Accept-Encoding' | '*'                                   || []
        'Accept-Encoding' | 'br, gzip;q=0'                        || ['accept']
    }

    def 'a byte order mark before JSON is a remark, not an objection'() {
        when:
        def marked = SAMPLE.altered { it.withBody('\uFEFF' + Exchanges.SAMPLE) }

        then:
        judge.objections('getProvisioningStatus', marked) == []
        judge.remarks('getProvisioningStatus', marked)*.rule == ['byte order mark']

        and: 'of JSON that can be read'
        judge.remarks('getProvisioningStatus', marked.altered { it.with('Content-Encoding', 'br') }) == []
        judge.remarks('getProvisioningStatus', XML.altered { it.withBody('\uFEFF' + Exchanges.SAMPLE_XML) }) == []
    }

    def 'a response to a request of another operation is rejected: #method #target'() {
        given:
        def other = new Exchange(new HttpRequest(method, target, SAMPLE.request.headers), SAMPLE.response)

        expect:
        judge.objections('getProvisioningStatus', other).collect { [it.place, it.rule] } == problems

        where:
        method | target                                || problems
        'HEAD' | Exchanges.TARGET                      || [['request', 'undocumented']]
        'GET'  | Exchanges.TARGET.replace('v1', 'v2')  || [['request', 'undocumented']]
        'GET'  | '/v1/customers/a/b/orders/c/provisioningstatus' || [['request', 'undocumented']]
        'GET'  | Exchanges.TARGET + '/'                || [['request', 'undocumented']]
        'GET'  | Exchanges.TARGET + '?size=2'          || []
        'GET'  | '/v1/customers/a/orders/b%2Fc/provisioningstatus' || []
    }

    def 'a request without ids accepts any id, and one without Accept accepts any documented media type'() {
        given:
        def bare = new Exchange(new HttpRequest('GET', Exchanges.TARGET, []), SAMPLE.response)

        expect:
        judge.objections('getProvisioningStatus', bare) == []
    }

    def 'a request that accepts no documented media type may get any of them'() {
        given:
        def asked = new Exchange(new HttpRequest('GET', Exchanges.TARGET, [new HttpHeader('Accept', 'image/png, text/xml;q=0')]), response)

        expect:
        judge.objections('getProvisioningStatus', asked) == []

        where:
        response << [SAMPLE.response, XML.response]
    }

    def 'if no body is documented, a body is rejected and no body is accepted'() {
        given:
        def small = new ServerJudge(SpecModel.read(getClass().getResource('/judge/small.yaml').getText('UTF-8')))
        def exchange = { body -> new Exchange(new HttpRequest('DELETE', '/things/1', []), SAMPLE.response.withStatus(204).withBody(body as String)) }

        expect:
        small.objections('dropThing', exchange(''))*.rule == []
        small.objections('dropThing', exchange('x'))*.rule == ['undocumented']
    }

    private static byte[] gzip(byte[] bytes) {
        def packed = new ByteArrayOutputStream()
        new GZIPOutputStream(packed).withCloseable { it.write(bytes) }
        packed.toByteArray()
    }
}
