package io.github.partnercenter4j.client.behavior

import io.github.partnercenter4j.client.CallOptions
import io.github.partnercenter4j.client.Credential
import io.github.partnercenter4j.client.CredentialException
import io.github.partnercenter4j.client.DecodingException
import io.github.partnercenter4j.client.PartnerCenter
import io.github.partnercenter4j.client.ServiceException
import io.github.partnercenter4j.client.UnexpectedStatusException
import io.github.partnercenter4j.testing.Literals
import io.github.partnercenter4j.testing.StubServer
import java.util.function.UnaryOperator
import spock.lang.AutoCleanup
import spock.lang.Shared
import spock.lang.Specification

/** An error response becomes an exception with its code and description, in each of the shapes on the page "Partner Center REST error codes". */
class ErrorsSpec extends Specification {
    @Shared
    @AutoCleanup
    StubServer server = new StubServer()

    @Shared
    @AutoCleanup
    PartnerCenter partnerCenter = PartnerCenter.builder().baseUrl(server.baseUrl).credential(Credential.ofToken('s3cret-token')).options({ o -> o.maxRetries(0) } as UnaryOperator<CallOptions>).build()

    def 'a fault is read from the body #body'() {
        given:
        server.respond(409, type, body.getBytes('UTF-8'))

        when:
        ask()

        then:
        def e = thrown(ServiceException)
        [e.status(), e.code(), e.description(), e.data(), e.source(), e.excerpt()] == [409, code, description, data, source, null]
        e.kind() == ServiceException.Kind.OTHER

        where:
        type                   | body                                                                                || code  | description           | data       | source
        'application/json'     | '{"code":"20000","description":"d","data":["a","b"],"source":"s"}'                   || '20000' | 'd'                 | ['a', 'b'] | 's'
        'application/json'     | '\uFEFF{"code":20000,"description":"d","data":[],"source":"s"}'                      || '20000' | 'd'                 | []         | 's'
        'text/json'            | '{"code":1,"description":null}'                                                      || '1'   | null                  | []         | null
        'application/json'     | '{"code":1.5,"description":"d"}'                                                     || null  | 'd'                   | []         | null
        'application/json'     | '{"code":{},"description":"d","data":"x","source":5}'                                || null  | 'd'                   | []         | null
        'application/json'     | '{"code":"c","description":[],"data":["a",1],"source":"s"}'                          || 'c'   | null                  | []         | 's'
        'application/json'     | '{"statusCode":429,"message":"Rate limit is exceeded. Try again in 57 seconds."}'    || null  | 'Rate limit is exceeded. Try again in 57 seconds.' | [] | null
        'application/json'     | '{"Message":"No HTTP resource was found"}'                                           || null  | 'No HTTP resource was found' | []  | null
        'application/problem+json' | '{"code":"c","title":"t"}'                                                       || 'c'   | null                  | []         | null
        'application/xml'      | '<Fault><code>20000</code><description>d</description><data><string>a</string><string/></data><source>s</source></Fault>' || '20000' | 'd' | ['a', ''] | 's'
        'text/xml'             | '<a:ApiFault xmlns:a="urn:x"><a:Source>s</a:Source><a:Code>7</a:Code></a:ApiFault>'   || '7'   | null                  | []         | 's'
        'application/xml'      | '<Error><Message>m</Message></Error>'                                                || null  | 'm'                   | []         | null
        'application/xml'      | '<Fault><code>1</code><code>2</code><description>d</description></Fault>'             || null  | 'd'                   | []         | null
        'application/xml'      | '<Fault xmlns:i="http://www.w3.org/2001/XMLSchema-instance"><code i:nil="true">1</code><description>d</description><data><string i:nil="true"/><string>b</string></data></Fault>' || null | 'd' | [] | null
        'application/xml'      | '<Fault><code><x><y/></x></code><description>d</description></Fault>'                 || null  | 'd'                   | []         | null
    }

    def 'an XML fault is recognized by its root element #root'() {
        given:
        server.respond(409, 'application/xml', "<$root><Code>7</Code></$root>".bytes)

        when:
        ask()

        then:
        def e = thrown(ServiceException)
        [e.code(), e.excerpt()] == ['7', null]

        where:
        root << ['Fault', 'fault', 'ApiFault', 'ApiFaultOfPartner', 'Error', 'HttpError', 'ErrorResponse', '_x003C_Fault_x003E_k__BackingField']
    }

    def 'the exception has the headers of the response, without the token'() {
        given:
        server.respond(409, 'text/json', '{"code":"1"}'.bytes, ['MS-ServerId': 'server-7', 'x-echo': 'Bearer s3cret-token'])

        when:
        ask()

        then:
        def e = thrown(ServiceException)
        [e.headers()['content-type'], e.headers()['ms-serverid'], e.headers()['MS-RequestId']] == [['text/json'], ['server-7'], null]
        !e.headers().toString().contains('s3cret-token')
        e.requestId() == e.requestIds().last()

        when:
        e.headers().clear()

        then:
        thrown(UnsupportedOperationException)
    }

    def 'a body that is not a fault becomes a one-line excerpt: #type #body'() {
        given:
        server.respond(500, type, body.getBytes('UTF-8'))

        when:
        ask()

        then:
        def e = thrown(ServiceException)
        [e.status(), e.code(), e.description(), e.excerpt()] == [500, null, null, excerpt]
        e.message.readLines().size() == 1

        where:
        type               | body                                 || excerpt
        'text/html'        | '<html>\n<b>Oops</b></html>'         || '<html>\\u000a<b>Oops</b></html>'
        'text/plain'       | 'down\u001b[2Jfor\u202emaintenance'  || 'down\\u001b[2Jfor\\u202emaintenance'
        'application/json' | '{"error":"other"}'                  || '{"error":"other"}'
        'application/json' | '{"code":"1"} {"code":"2"}'          || '{"code":"1"} {"code":"2"}'
        'application/json' | '{"code":"1","code":"2"}'            || '{"code":"1","code":"2"}'
        'application/json' | '[]'                                 || '[]'
        'application/json' | '{"code"'                            || '{"code"'
        'application/xml'  | '<!DOCTYPE Fault><Fault><code>1</code></Fault>' || '<!DOCTYPE Fault><Fault><code>1</code></Fault>'
        'application/xml'  | '<Sorry><code>1</code></Sorry>'      || '<Sorry><code>1</code></Sorry>'
        'text/xml'         | '<html><code>1</code></html>'        || '<html><code>1</code></html>'
        'application/xml'  | '{"code":"1"}'                       || '{"code":"1"}'
        null               | '{"code":"1"}'                       || '{"code":"1"}'
        'text/plain'       | ''                                   || null
        'text/plain'       | 'x' * 2000                           || 'x' * 1024
    }

    def 'status #status has the kind #kind'() {
        given:
        server.respond(status, 'application/json', '{"code":"2006","description":"d"}'.bytes)

        when:
        ask()

        then:
        def e = thrown(ServiceException)
        [e.status(), e.kind()] == [status, kind]

        where:
        status || kind
        400    || ServiceException.Kind.BAD_REQUEST
        401    || ServiceException.Kind.UNAUTHORIZED
        402    || ServiceException.Kind.OTHER
        403    || ServiceException.Kind.FORBIDDEN
        404    || ServiceException.Kind.NOT_FOUND
        409    || ServiceException.Kind.OTHER
        417    || ServiceException.Kind.OTHER
        429    || ServiceException.Kind.TOO_MANY_REQUESTS
        500    || ServiceException.Kind.SERVER_ERROR
        503    || ServiceException.Kind.SERVER_ERROR
        599    || ServiceException.Kind.SERVER_ERROR
    }

    def 'code #code under 401 is a CredentialException: the sign-in had no MFA'() {
        given:
        server.respond(401, 'application/json', body.bytes)

        when:
        ask()

        then:
        def e = thrown(CredentialException)
        e.kind() == CredentialException.Kind.MFA_REQUIRED
        e.message.contains('issued without MFA')
        e.requestId()

        where:
        code   | body
        900421 | '{"code":900421,"description":"d"}'
        10001  | '{"code":"10001","description":"d"}'
    }

    def 'code #code under another status is a ServiceException'() {
        given:
        server.respond(403, 'application/json', "{\"code\":$code,\"description\":\"d\"}".bytes)

        when:
        ask()

        then:
        thrown(ServiceException)

        where:
        code << [900421, 10001]
    }

    def 'status #status is a success that the spec does not document, so it is unexpected'() {
        given:
        server.respond(status, 'application/json', status in [204, 205] ? new byte[0] : '{"items":[]}'.bytes)

        when:
        ask()

        then:
        def e = thrown(UnexpectedStatusException)
        e.status() == status

        where:
        status << [201, 202, 203, 204, 205, 206, 226, 299]
    }

    def 'a 200 that cannot be decoded is a DecodingException: #type #body'() {
        given:
        server.respond(200, type, body.bytes)

        when:
        ask()

        then:
        def e = thrown(DecodingException)
        e.kind() == DecodingException.Kind.UNREADABLE
        e.status() == 200
        e.requestId()

        where:
        type               | body
        'application/json' | ''
        'application/json' | '{}'
        'application/json' | '{"code":"20000","description":"Order Id not found"}'
        'application/xml'  | '{"items":[]}'
        'application/json' | '<OrderLineItemProvisioningStatusCollection><items/></OrderLineItemProvisioningStatusCollection>'
        'text/html'        | '{"items":[]}'
        ''                 | '{"items":[]}'
        null               | '{"items":[]}'
    }

    def 'a body over the size limit of the client is rejected as too large'() {
        given:
        def small = PartnerCenter.builder().baseUrl(server.baseUrl).credential(Credential.ofToken('s3cret-token')).maxBodyBytes(limit).build()
        server.respond(200, 'application/json', '{"items":[]}'.bytes)

        when:
        def result = [value: null, kind: null]
        try {
            result.value = small.orders().getProvisioningStatus(Literals.CUSTOMER, Literals.ORDER)
        } catch (DecodingException e) {
            result.kind = e.kind()
        }

        then:
        (result.value != null) == read
        result.kind == (read ? null : DecodingException.Kind.TOO_LARGE)

        cleanup:
        small.close()

        where:
        limit || read
        12    || true
        11    || false
    }

    private void ask() {
        partnerCenter.orders().getProvisioningStatus(Literals.CUSTOMER, Literals.ORDER)
    }
}
