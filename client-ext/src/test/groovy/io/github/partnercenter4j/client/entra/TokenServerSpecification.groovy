package io.github.partnercenter4j.client.entra

import io.github.partnercenter4j.client.CredentialException
import io.github.partnercenter4j.client.Keys
import io.github.partnercenter4j.client.RawServer
import java.time.Duration
import spock.lang.AutoCleanup
import spock.lang.Specification

/** The real MSAL4J asks a server with fixed responses. */
abstract class TokenServerSpecification extends Specification {
    static final Duration LONG = Duration.ofSeconds(60)
    static final String BUSY = '{}'

    /** The responses of the server. What no list has is an issued token. */
    List<String> responses = []
    @AutoCleanup
    RawServer server = new RawServer(Keys.context(Keys.localhost, null).serverSocketFactory.createServerSocket(0, 50, InetAddress.loopbackAddress), { c ->
        while (c.request() != null) {
            def body = responses.empty ? '{"access_token":"s3cret-issued","refresh_token":"s3cret-next"}' : responses.remove(0)
            c.send("HTTP/1.1 ${body == BUSY ? 429 : body.contains('error') ? 400 : 200} Status\r\n${body == BUSY ? 'Retry-After: 999\r\n' : ''}Content-Length: ${body.length()}\r\n\r\n$body".toString())
        }
    })

    static Object outcome(Closure<?> work) {
        try {
            work()
        } catch (CredentialException e) {
            e.message
        }
    }

    /** The refresh tokens of the requests. */
    List<String> grants() {
        server.requests.collect { (it =~ /refresh_token=([^&]+)/)[0][1] }
    }
}
