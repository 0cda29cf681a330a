package io.github.partnercenter4j.client.entra

import io.github.partnercenter4j.client.Cloud
import io.github.partnercenter4j.client.CredentialException
import io.github.partnercenter4j.client.Keys
import io.github.partnercenter4j.client.TokenRequest
import java.security.MessageDigest

/** The ways to sign in, each with a server of fixed responses. */
class EntraCredentialSpec extends TokenServerSpecification {
    def 'a credential with a refresh token signs in with it once, and again when that is asked for'() {
        given:
        def credential = ready(EntraCredential.refreshToken('s3cret-given'))

        expect:
        2.times { assert credential.token(new TokenRequest(Cloud.PUBLIC, LONG, null)).value() == 's3cret-issued' }
        grants() == ['s3cret-given']

        when:
        credential.signIn(Cloud.PUBLIC, LONG)

        then:
        grants() == ['s3cret-given'] * 2
    }

    def 'a credential with a device code shows it'() {
        given:
        def shown = []
        responses << '{"device_code":"s3cret","user_code":"u","verification_uri":"https://a.example","message":"m"}'

        when:
        ready(EntraCredential.deviceCode { shown << it.userCode() }).signIn(Cloud.PUBLIC, LONG)

        then:
        shown == ['u']
        server.requests.size() == 2
    }

    def 'a credential with a browser opens the page'() {
        given:
        def opened = []
        def credential = ready(EntraCredential.browser {
            opened << it.host
            throw new CredentialException('No token: no browser', null)
        })

        expect:
        outcome { credential.signIn(Cloud.PUBLIC, LONG) } == 'No token: no browser'
        opened == ['localhost']
    }

    def 'a person signs in with the browser, and the token is used without a look at the store'() {
        given:
        int loads = 0
        def store = new TokenStore() {
            String load() {
                loads++
                null
            }

            void save(String tokens) {
            }
        }
        def credential = ready(EntraCredential.browser { page ->
            def query = page.query.split('&').collectEntries { it.split('=', 2) as List }
            visit(URI.create(query.redirect_uri), "code=s3cret-code&state=$query.state")
        }.store(store))

        when:
        credential.signIn(Cloud.PUBLIC, LONG)
        int before = loads

        then:
        credential.token(new TokenRequest(Cloud.PUBLIC, LONG, null)).value() == 's3cret-issued'
        loads == before
        server.requests.size() == 1
        server.requests[0].contains('code=s3cret-code')
        server.requests[0].contains('code_verifier=')
    }

    def 'each sign-in with the browser has its own state and verifier, and the page has the hash of the verifier'() {
        given:
        def pages = []
        def credential = ready(EntraCredential.browser { page ->
            def query = page.query.split('&').collectEntries { it.split('=', 2) as List }
            pages << query
            visit(URI.create(query.redirect_uri), "code=s3cret-code&state=$query.state")
        })

        when:
        2.times { credential.signIn(Cloud.PUBLIC, LONG) }
        def verifiers = server.requests.collect { (it =~ /code_verifier=([^&]+)/)[0][1] }

        then:
        pages*.state.toSet().size() == 2
        pages*.state.every { it.length() == 43 }
        verifiers.every { it.length() == 43 }
        pages*.code_challenge == verifiers.collect {
            Base64.urlEncoder.withoutPadding().encodeToString(MessageDigest.getInstance('SHA-256').digest(it.bytes))
        }
    }

    def 'a credential of one cloud refuses a request and a sign-in for another: #iterationIndex'() {
        given:
        def credential = ready(EntraCredential.refreshToken('s3cret-given'))
        credential.token(new TokenRequest(Cloud.PUBLIC, LONG, null))

        expect:
        outcome { action(credential) } ==
                'No token: this credential is for the cloud PUBLIC, and was asked for CHINA. What to do: create a credential for each cloud'
        server.requests.size() == 1

        where:
        action << [{ it.token(new TokenRequest(Cloud.CHINA, LONG, null)) }, { it.signIn(Cloud.CHINA, LONG) }]
    }

    private EntraCredential ready(EntraCredentialBuilder builder) {
        builder.tenant('contoso.example').clientId('client-id').authority("https://localhost:$server.port").sslContext(Keys.context(null, Keys.localhost)).sleeper { }.build()
    }

    /** What a browser does. Not by the JDK's client, which logs the URL. */
    private static void visit(URI page, String query) {
        new Socket(page.host, page.port).withCloseable {
            it.outputStream << "GET /?$query HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n"
            it.inputStream.readAllBytes()
        }
    }
}
