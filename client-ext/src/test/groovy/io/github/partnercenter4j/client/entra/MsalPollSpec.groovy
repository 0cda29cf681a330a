package io.github.partnercenter4j.client.entra

import com.microsoft.aad.msal4j.HttpMethod
import com.microsoft.aad.msal4j.HttpRequest
import io.github.partnercenter4j.client.CredentialException
import io.github.partnercenter4j.client.RawServer
import io.github.partnercenter4j.client.internal.call.Backoff
import java.time.Duration

/** The polls for the token of a device code. */
class MsalPollSpec extends MsalHttpClientSpecification {

    def 'a poll with #what ends the sign-in, and is not taken for a token'() {
        given:
        server = RawServer.responding(RawServer.ok('{"device_code":"s3cret","user_code":"u","verification_uri":"https://a.example"}'),
                "HTTP/1.1 $status Status\r\nContent-Length: ${body.length()}\r\n\r\n$body")
        def http = new MsalHttpClient(SETTINGS, URI.create(server.url), Pacing.none())
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

    def 'polls after #first wait #pauses s'(String first, List<String> polls, List<Long> pauses) {
        given:
        def bodies = [pending: '{"error":"authorization_pending"}', slow: '{"error":"slow_down"}', other: '{"error":"x"}']
        server = RawServer.responding(RawServer.ok('{"device_code":"s3cret","user_code":"u","verification_uri":"https://a.example"}'),
                *polls.collect { "HTTP/1.1 ${it == 'other' ? 503 : 400} Status\r\nContent-Length: ${bodies[it].length()}\r\n\r\n${bodies[it]}".toString() },
                RawServer.ok('{"access_token":"s3cret"}'))
        def slept = []
        def pacing = new RequestPacing(new AuthorizationServerGate({ 0L }), Backoff.ofSystem(), { slept << it.toSeconds() }, { 0L }, null)
        def http = new MsalHttpClient(SETTINGS, URI.create(server.url), pacing)
        http.send(new HttpRequest(HttpMethod.POST, "$server.url/devicecode", [:], 'x=y'))

        when:
        def responses = (0..polls.size()).collect { http.send(new HttpRequest(HttpMethod.POST, "$server.url/token", [:], 'x=y')) }

        then:
        responses*.statusCode() == [400] * polls.size() + [200]
        responses.dropRight(1).every { it.body().startsWith('{"error":"authorization_pending"') }
        slept == pauses

        cleanup:
        http?.close()

        where:
        polls                           || pauses
        []                              || []
        ['pending', 'pending']          || [5, 5]
        ['slow', 'pending']             || [10, 10]
        ['other', 'other', 'pending']   || [10, 20, 5]
        first = polls.empty ? 'nothing' : polls.first()
    }

    def 'what the server asks to wait after a poll is kept for every request: #status'() {
        given:
        server = RawServer.responding(RawServer.ok('{"device_code":"s3cret","user_code":"u","verification_uri":"https://a.example"}'),
                "HTTP/1.1 $status Status\r\nRetry-After: 40\r\nContent-Length: ${body.length()}\r\n\r\n$body")
        def pacing = pacing(null)
        def http = new MsalHttpClient(SETTINGS, URI.create(server.url), pacing)

        when:
        2.times { http.send(new HttpRequest(HttpMethod.POST, "$server.url/any", [:], 'x=y')) }

        then:
        pacing.gate().remaining() == Duration.ofSeconds(40)

        cleanup:
        http?.close()

        where:
        status | body
        503    | '{}'
        400    | '{"error":"slow_down"}'
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
        // Long enough for the other requests, on a busy machine too.
        def http = new MsalHttpClient(SETTINGS, URI.create(server.url), Pacing.none(), Duration.ofSeconds(4))
        def send = { path -> http.send(new HttpRequest(HttpMethod.POST, server.url + '/tenant/oauth2/v2.0/' + path, [:], 'x=y')).statusCode() }

        expect:
        [send('devicecode'), send('token'), send('token'), send('token')] == [200, 400, 400, 200]
        server.connections == 2

        cleanup:
        http?.close()
    }
}
