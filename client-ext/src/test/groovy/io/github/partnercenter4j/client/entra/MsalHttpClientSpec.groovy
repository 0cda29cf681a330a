package io.github.partnercenter4j.client.entra

import com.microsoft.aad.msal4j.HttpMethod
import com.microsoft.aad.msal4j.HttpRequest
import io.github.partnercenter4j.client.CredentialException
import io.github.partnercenter4j.client.RawServer
import io.github.partnercenter4j.client.internal.body.Mappers
import io.github.partnercenter4j.client.internal.http.TransportSettings
import java.time.Duration
import spock.lang.AutoCleanup
import spock.lang.Specification

/** The responses of the authorization server that never reach MSAL. */
class MsalHttpClientSpec extends Specification {
    @AutoCleanup(quiet = true)
    RawServer server

    def 'a response #status with #what is reported, with what to do: #advice'() {
        given:
        server = RawServer.responding("HTTP/1.1 $status Status\r\nContent-Length: ${body.length()}\r\n\r\n$body")
        def http = new MsalHttpClient(new TransportSettings(Duration.ofSeconds(5), 1, 1_000_000), URI.create(server.url), Pacing.none())

        when:
        http.send(new HttpRequest(HttpMethod.POST, server.url + '/tenant/oauth2/v2.0/' + path, [:], 'grant_type=any'))

        then:
        def e = thrown(CredentialException)
        e.message.endsWith("returned $status without a token in it. What to do: $advice")

        where:
        what                            | path         | status | body                                                              || advice
        'a token'                       | 'token'      | 201    | '{"access_token":"s3cret","expires_in":3600}'                     || 'check the authorization server and the proxy'
        'a refusal'                     | 'token'      | 500    | '{"error":"invalid_grant"}'                                       || 'try again later'
        'a refusal'                     | 'token'      | 302    | '{"error":"invalid_grant"}'                                       || 'check the authorization server and the proxy'
        'no device code'                | 'devicecode' | 200    | '{"user_code":"u","verification_uri":"https://a.example"}'        || 'check the authorization server and the proxy'
        'a device code'                 | 'devicecode' | 201    | '{"device_code":"s3cret","user_code":"u","verification_uri":"https://a.example"}' || 'check the authorization server and the proxy'
        'a device code'                 | 'token'      | 200    | '{"device_code":"s3cret","user_code":"u","verification_uri":"https://a.example"}' || 'check the authorization server and the proxy'
        'a token'                       | 'devicecode' | 200    | '{"access_token":"s3cret","expires_in":3600}'                     || 'check the authorization server and the proxy'
        'a device code without a code'  | 'devicecode' | 200    | '{"device_code":"s3cret","verification_uri":"https://a.example"}' || 'check the authorization server and the proxy'
        'a device code without a page'  | 'devicecode' | 200    | '{"device_code":"s3cret","user_code":"u"}'                        || 'check the authorization server and the proxy'
    }

    def 'MSAL gets the token without headers, and the text of the response has no body'() {
        given:
        server = RawServer.responding('HTTP/1.1 200 OK\r\nX-Some: header\r\nContent-Length: 43\r\n\r\n{"access_token":"s3cret","expires_in":3600}')
        def http = new MsalHttpClient(new TransportSettings(Duration.ofSeconds(5), 1, 1_000_000), URI.create(server.url), Pacing.none())

        when: 'MSAL uses an alias of the server'
        def response = http.send(new HttpRequest(HttpMethod.POST, 'https://alias.example/tenant/oauth2/v2.0/token?x=y', ['X-Sent': '1'], 'grant_type=any'))

        then:
        response.statusCode() == 200
        response.headers().isEmpty()
        response.toString() == 'MsalResponse[200]'
        response.body().contains('"access_token":"s3cret"')

        and: 'the request is sent to the server of the credential'
        server.requests[0].startsWith('POST /tenant/oauth2/v2.0/token?x=y HTTP/1.1\r\n')
        server.requests[0].contains('\r\nX-Sent: 1\r\n')
        server.requests[0].endsWith('\r\n\r\ngrant_type=any')

        cleanup:
        http?.close()
    }

    def 'a request without a body is sent without one'() {
        given:
        server = RawServer.responding(RawServer.ok('{"access_token":"s3cret"}'))
        def http = new MsalHttpClient(new TransportSettings(Duration.ofSeconds(5), 1, 1_000_000), URI.create(server.url), Pacing.none())

        expect:
        http.send(new HttpRequest(HttpMethod.GET, "$server.url/token", [:])).statusCode() == 200
        server.requests[0].startsWith('GET /token HTTP/1.1\r\n')
        !server.requests[0].contains('Content-')

        cleanup:
        http?.close()
    }

    def 'a poll with #what ends the sign-in, and is not taken for a token'() {
        given:
        server = RawServer.responding(RawServer.ok('{"device_code":"s3cret","user_code":"u","verification_uri":"https://a.example"}'),
                "HTTP/1.1 $status Status\r\nContent-Length: ${body.length()}\r\n\r\n$body")
        def http = new MsalHttpClient(new TransportSettings(Duration.ofSeconds(5), 1, 1_000_000), URI.create(server.url), Pacing.none())
        http.send(new HttpRequest(HttpMethod.POST, "$server.url/devicecode", [:], 'x=y'))

        when:
        http.send(new HttpRequest(HttpMethod.POST, "$server.url/token", [:], 'x=y'))

        then:
        def e = thrown(CredentialException)
        e.message.contains("returned $status without a token in it")
        server.requests.size() == 2

        cleanup:
        http?.close()

        where:
        what                   | status | body
        'a token and a 201'    | 201    | '{"access_token":"s3cret"}'
        'a 200 without tokens' | 200    | '{}'
    }

    def 'a client that is closed sends nothing more'() {
        given:
        server = RawServer.responding(RawServer.ok('{"access_token":"s3cret"}'))
        def http = new MsalHttpClient(new TransportSettings(Duration.ofSeconds(5), 1, 1_000_000), URI.create(server.url), Pacing.none())
        http.close()

        when:
        http.send(new HttpRequest(HttpMethod.POST, "$server.url/token", [:], 'x=y'))

        then:
        thrown(IllegalStateException)
        server.requests.empty
    }

    def 'a poll that gets no response in time is repeated, on the same connection as long as that works'() {
        given:
        def code = '{"device_code":"s3cret","user_code":"u","verification_uri":"https://a.example"}'
        server = new RawServer({ c ->
            while (c.request() != null) {
                int request = c.server.requests.size()
                if (request != 3) {
                    c.send(RawServer.ok(request == 1 ? code : request == 2 ? '{"error":"x"}' : '{"access_token":"s3cret"}')
                            .replace('200 OK', request == 2 ? '503 Busy' : '200 OK'))
                }
            }
        })
        def http = new MsalHttpClient(new TransportSettings(Duration.ofSeconds(5), 1, 1_000_000), URI.create(server.url), Pacing.none(), Duration.ofMillis(400))
        def send = { path -> http.send(new HttpRequest(HttpMethod.POST, server.url + '/tenant/oauth2/v2.0/' + path, [:], 'x=y')).statusCode() }

        expect:
        [send('devicecode'), send('token'), send('token'), send('token')] == [200, 400, 400, 200]
        server.connections == 2

        cleanup:
        http?.close()
    }

    def 'AADSTS#number asks for multi-factor authentication'() {
        expect:
        refusal([number]).kind() == CredentialException.Kind.MFA_REQUIRED
        refusal([number]).message.endsWith('. What to do: MFA is required: sign in again using MFA, by browser or device code')

        where:
        number << [50072, 50074, 50076, 50078, 50079, 50158]
    }

    def 'the number of an error is read from #what'(String what, Map body) {
        expect:
        def e = AuthorizationServerError.read(Mappers.json().valueToTree([error: 'invalid_grant'] + body)).toCredentialException()
        e.kind() == kind
        e.message.startsWith("No token: the authorization server returned invalid_grant${number ? " (AADSTS$number)" : ''}. ")
        !e.message.contains('s3cret')

        where:
        what                     | body                                                                                || number | kind
        'a list of strings'      | [error_codes: ['50076']]                                                            || 50076  | CredentialException.Kind.MFA_REQUIRED
        'the description'        | [error_description: 'AADSTS50076: s3cret']                                          || 50076  | CredentialException.Kind.MFA_REQUIRED
        'the list first'         | [error_codes: [70000], error_description: 'AADSTS50076: s3cret']                    || 70000  | CredentialException.Kind.UNAVAILABLE
        'nothing else'           | [error_codes: ['s3cret', null, -1, 1.5], error_description: 's3cret AADSTS50076: '] || null   | CredentialException.Kind.UNAVAILABLE
    }

    def 'the first number that has advice determines the advice'() {
        expect:
        refusal([1, 65001, 50173]).message.contains('(AADSTS1, AADSTS65001, AADSTS50173). What to do: no user has consented')
    }

    private static CredentialException refusal(List<Integer> numbers) {
        AuthorizationServerError.read(Mappers.json().valueToTree([error: 'invalid_grant', error_codes: numbers])).toCredentialException()
    }
}
