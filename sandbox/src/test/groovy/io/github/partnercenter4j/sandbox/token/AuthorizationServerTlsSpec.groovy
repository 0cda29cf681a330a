package io.github.partnercenter4j.sandbox.token

import io.github.partnercenter4j.sandbox.PartnerCenterSandbox
import java.net.http.HttpClient
import java.net.http.HttpRequest
import java.net.http.HttpRequest.BodyPublishers
import java.net.http.HttpResponse
import java.net.http.HttpResponse.BodyHandlers
import java.util.concurrent.CompletableFuture
import java.util.concurrent.TimeUnit
import javax.net.ssl.SSLContext
import javax.net.ssl.SSLHandshakeException
import spock.lang.AutoCleanup
import spock.lang.Shared
import spock.lang.Specification
import spock.lang.Timeout

/** The connections of the authorization server, and its certificate. */
@Timeout(600)
class AuthorizationServerTlsSpec extends Specification {

    @Shared @AutoCleanup PartnerCenterSandbox sandbox = PartnerCenterSandbox.start()
    @Shared AuthorizationServer server = sandbox.authorizationServer()

    def "a client that trusts the certificate gets a token also while another request hangs, until the sandbox is closed"() {
        given:
        def own = PartnerCenterSandbox.start()
        def target = own.authorizationServer()
        target.next(TokenResponse.silence())
        def hanging = CompletableFuture.supplyAsync { refresh(own) }.handle { response, failure -> failure != null }
        while (target.calls().empty) {
            Thread.onSpinWait()
        }

        when:
        def response = refresh(own)

        then:
        response.statusCode() == 200
        response.body().contains('"access_token"')
        !hanging.done
        own.authorizationServer().is(target)
        Thread.allStackTraces.keySet().findAll { it.name == 'authorization-server' }.every { it.daemon }

        when:
        own.close()

        then:
        hanging.get(5, TimeUnit.MINUTES)

        when:
        send(own.sslContext(), target.url())

        then:
        thrown(ConnectException)
    }

    def "other clients do not trust the certificate"() {
        when:
        send(SSLContext.default)

        then:
        thrown(SSLHandshakeException)
    }

    def "all sandboxes of a process have the same certificate"() {
        expect:
        send(PartnerCenterSandbox.start().withCloseable { it.sslContext() }, server.url() + '/elsewhere').statusCode() == 404
    }

    def "the certificate is valid for localhost too, and the trust store contains nothing else"() {
        expect:
        send(sandbox.sslContext(), server.url().replace('127.0.0.1', 'localhost') + '/elsewhere').statusCode() == 404
        sandbox.trustStore().size() == 1
        sandbox.trustStore().aliases().every { sandbox.trustStore().isCertificateEntry(it) }
    }

    private HttpResponse<String> refresh(PartnerCenterSandbox target) {
        def form = TokenClient.encoded(grant_type: 'refresh_token', refresh_token: target.authorizationServer().refreshToken(),
            client_id: target.authorizationServer().clientId(), client_secret: target.authorizationServer().clientSecret(), scope: TokenClient.SCOPE)
        def uri = URI.create("${target.authorizationServer().url()}/common/oauth2/v2.0/token")
        client(target.sslContext()).send(HttpRequest.newBuilder(uri).POST(BodyPublishers.ofString(form)).build(), BodyHandlers.ofString())
    }

    private HttpResponse<String> send(SSLContext trust, String url = server.url()) {
        client(trust).send(HttpRequest.newBuilder(URI.create(url)).build(), BodyHandlers.ofString())
    }

    private static HttpClient client(SSLContext trust) {
        HttpClient.newBuilder().sslContext(trust).version(HttpClient.Version.HTTP_1_1).build()
    }
}
