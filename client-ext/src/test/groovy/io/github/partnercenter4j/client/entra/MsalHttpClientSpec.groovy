package io.github.partnercenter4j.client.entra

import com.microsoft.aad.msal4j.HttpMethod
import com.microsoft.aad.msal4j.HttpRequest
import io.github.partnercenter4j.client.CredentialException
import io.github.partnercenter4j.client.RawServer
import java.time.Duration

/** The responses of the authorization server that never reach MSAL. */
class MsalHttpClientSpec extends MsalHttpClientSpecification {

    def 'a response #status with #what is reported, with what to do: #advice'() {
        given:
        server = RawServer.responding("HTTP/1.1 $status Status\r\nContent-Length: ${body.length()}\r\n\r\n$body")
        def http = new MsalHttpClient(SETTINGS, URI.create(server.url), Pacing.none())

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
        def http = new MsalHttpClient(SETTINGS, URI.create(server.url), Pacing.none())

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
        def http = new MsalHttpClient(SETTINGS, URI.create(server.url), Pacing.none())

        expect:
        http.send(new HttpRequest(HttpMethod.GET, "$server.url/token", [:])).statusCode() == 200
        server.requests[0].startsWith('GET /token HTTP/1.1\r\n')
        !server.requests[0].contains('Content-')

        cleanup:
        http?.close()
    }

    def 'a response #status is retried #retries times: #requests requests, then #outcome'(int status, int failures, int requests, String outcome) {
        given:
        def failed = "HTTP/1.1 $status Status\r\nContent-Length: 2\r\n\r\n{}".toString()
        server = RawServer.responding(*([failed] * failures), RawServer.ok('{"access_token":"s3cret"}'))
        def pauses = []
        def http = http({ wait, refusal -> pauses << wait } as Pause)

        when:
        def said
        try {
            said = http.send(new HttpRequest(HttpMethod.POST, "$server.url/token", [:], 'x=y')).statusCode() as String
        } catch (CredentialException e) {
            said = e.message
        }

        then:
        said.endsWith(outcome)
        server.requests.size() == requests
        pauses.size() == requests - 1
        pauses.every { it >= Duration.ofMillis(100) }

        cleanup:
        http?.close()

        where:
        status | failures || requests | outcome
        503    | 1        || 2        | '200'
        503    | 3        || 4        | '200'
        503    | 4        || 4        | 'returned 503 without a token in it. What to do: try again later'
        501    | 1        || 1        | 'returned 501 without a token in it. What to do: try again later'
        retries = requests - 1
    }

    def 'what the server asks to wait is waited before the next request, also of another sign-in'() {
        given:
        server = RawServer.responding('HTTP/1.1 429 Busy\r\nRetry-After: 9\r\nContent-Length: 2\r\n\r\n{}')
        def messages = []
        def http = http({ wait, refusal ->
            messages << refusal.apply(wait).message
            throw refusal.apply(wait)
        } as Pause)

        when:
        2.times {
            try {
                http.send(new HttpRequest(HttpMethod.POST, "$server.url/token", [:], 'x=y'))
            } catch (CredentialException ignored) {
                // As the pause said.
            }
        }

        then:
        messages[0].endsWith('and asked to wait 9 s. What to do: try again in 9 s, or set a longer timeout')
        messages[1] == "No token: the authorization server $server.url asked not to be called for another 9 s. What to do: try again in 9 s, or set a longer timeout"
        server.requests.size() == 1

        cleanup:
        http?.close()
    }

    def 'a body that is no JSON object, and an endless one, are reported as such: #iterationIndex'() {
        given:
        server = RawServer.responding(RawServer.ok(body))
        def http = http(null)

        when:
        http.send(new HttpRequest(HttpMethod.POST, "$server.url/token", [:], 'x=y'))

        then:
        def e = thrown(CredentialException)
        e.message.contains('returned 200 with a body that is not JSON. ')

        cleanup:
        http?.close()

        where:
        body << ['[]', '"s3cret"', 's3cret', '', ' ' * 1_000_001]
    }

    def 'a server that cannot be reached is named, after three retries'() {
        given:
        int port = new ServerSocket(0, 1, InetAddress.loopbackAddress).withCloseable { it.localPort }
        def pauses = []
        def http = new MsalHttpClient(SETTINGS, URI.create("http://127.0.0.1:$port"), pacing({ wait, refusal -> pauses << wait } as Pause))

        when:
        http.send(new HttpRequest(HttpMethod.POST, "http://127.0.0.1:$port/token", [:], 'x=y'))

        then:
        def e = thrown(CredentialException)
        e.message.startsWith("No token: the authorization server http://127.0.0.1:$port cannot be reached: Could not connect to 127.0.0.1:$port")
        pauses.size() == 3

        cleanup:
        http?.close()
    }

    def 'a client that is closed sends nothing more'() {
        given:
        server = RawServer.responding(RawServer.ok('{"access_token":"s3cret"}'))
        def http = new MsalHttpClient(SETTINGS, URI.create(server.url), Pacing.none())
        http.close()

        when:
        http.send(new HttpRequest(HttpMethod.POST, "$server.url/token", [:], 'x=y'))

        then:
        thrown(IllegalStateException)
        server.requests.empty
    }
}
