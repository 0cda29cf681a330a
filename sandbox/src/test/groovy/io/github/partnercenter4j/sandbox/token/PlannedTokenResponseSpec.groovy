package io.github.partnercenter4j.sandbox.token

import static io.github.partnercenter4j.sandbox.token.TokenClient.json

import java.time.Duration
import javax.net.ssl.SSLContext

/** Responses that a test plans. */
class PlannedTokenResponseSpec extends AuthorizationServerSpecification {

    def "planned responses are sent in order, then the usual ones"() {
        given:
        def refreshToken = server.refreshToken()
        def script = server.next(TokenResponse.authorizationPending()).then(TokenResponse.slowDown()).then(TokenResponse.expiredToken())
            .then(TokenResponse.declined()).then(TokenResponse.mfaRequired()).then(TokenResponse.invalidGrant()).then(TokenResponse.expiredClientSecret())
            .then(TokenResponse.serverError()).then(TokenResponse.body(200, '{}')).then(TokenResponse.usual())

        when:
        def responses = (1..11).collect { client.refresh(refreshToken) }

        then:
        responses.take(7).collect { refused(it) } == [
            [400, 'authorization_pending', 70016],
            [400, 'slow_down', 50196],
            [400, 'expired_token', 70020],
            [400, 'authorization_declined', 70017],
            [400, 'invalid_grant', 50076],
            [400, 'invalid_grant', 700082],
            [401, 'invalid_client', 7000222],
        ]
        responses[7].statusCode() == 500
        responses[7].headers().firstValue('Content-Type').get() == 'text/html; charset=utf-8'
        [responses[8].statusCode(), responses[8].body()] == [200, '{}']
        responses.drop(9)*.statusCode() == [200, 200]
        script.remaining() == 0
    }

    def "a planned response has the planned Retry-After, and the content type of its body: #type"() {
        given:
        server.next(TokenResponse.body(429, body).retryAfter('60'))

        when:
        def response = client.refresh('s3cret')

        then:
        response.statusCode() == 429
        response.headers().firstValue('Retry-After').get() == '60'
        response.headers().firstValue('Content-Type').get().startsWith(type)

        where:
        body                  || type
        '{}'                  || 'application/json'
        ''                    || 'application/json'
        '<html></html>'       || 'text/html'
        'Too many requests'   || 'text/plain'
    }

    def "a planned delay holds the response back"() {
        given:
        def refreshToken = server.refreshToken()
        server.next(TokenResponse.usual().delay(Duration.ofMillis(400)))
        def start = System.nanoTime()

        expect:
        client.refresh(refreshToken).statusCode() == 200
        Duration.ofNanos(System.nanoTime() - start) >= Duration.ofMillis(400)
    }

    def "a planned disconnect closes the connection without a response"() {
        given:
        server.next(TokenResponse.disconnect())

        when:
        client.refresh('s3cret')

        then:
        thrown(IOException)
        client.refresh('s3cret').statusCode() == 400
    }

    def "silence lasts until the server is closed"() {
        given:
        def own = AuthorizationServer.start(TENANT, sandbox.tokens::issue, SSLContext.default, clock)
        own.next(TokenResponse.silence())
        def failure = null
        def thread = Thread.start {
            try {
                new TokenClient(own).refresh('s3cret')
            } catch (IOException e) {
                failure = e
            }
        }

        when:
        while (thread.alive && thread.state != Thread.State.WAITING) {
            Thread.onSpinWait()
        }

        then:
        thread.alive

        when:
        own.close()
        thread.join(300_000)

        then:
        failure
    }

    def "a thread that is interrupted stays so, and the connection is closed"() {
        given:
        server.next(TokenResponse.silence())

        when:
        Thread.currentThread().interrupt()
        client.refresh('s3cret')

        then:
        thrown(IOException)
        Thread.interrupted()
    }

    def "what is planned is counted until it is sent"() {
        given:
        def script = server.next(TokenResponse.usual()).then(TokenResponse.usual())

        expect:
        script.remaining() == 2
        client.refresh('s3cret')
        script.remaining() == 1
        client.refresh('s3cret')
        script.remaining() == 0
    }
}
