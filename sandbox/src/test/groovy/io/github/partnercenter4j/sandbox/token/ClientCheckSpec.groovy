package io.github.partnercenter4j.sandbox.token

import static io.github.partnercenter4j.sandbox.internal.credential.Jwt.encoded

import io.github.partnercenter4j.sandbox.MovableClock
import java.security.KeyPair
import java.security.KeyPairGenerator
import java.security.MessageDigest
import java.security.Signature
import java.security.cert.X509Certificate
import java.security.spec.MGF1ParameterSpec
import java.security.spec.PSSParameterSpec
import java.time.Duration
import javax.net.ssl.SSLContext
import spock.lang.Shared
import spock.lang.Specification

/** An application proves its identity by its secret, or by a token that it signs with its key. */
class ClientCheckSpec extends Specification {

    static final AUDIENCE = 'https://login.example/token'
    static final TYPE = 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer'

    @Shared KeyPair keys = rsa()
    @Shared KeyPair otherKeys = rsa()

    def clock = new MovableClock()
    def clients = new ClientCheck('app', 's3cret', clock)

    def setup() {
        clients.register(certificate(otherKeys, 'other'))
        clients.register(certificate(keys, 'own'))
    }

    def "without a secret and an assertion an application is not authenticated, and with its secret it is"() {
        expect:
        !clients.isAuthenticated(new TokenForm([:]), AUDIENCE)
        clients.isAuthenticated(new TokenForm([client_secret: 's3cret']), AUDIENCE)
    }

    def "an assertion is accepted with the algorithm #algorithm and the header #header"(String algorithm, String header, String digest, Closure<String> form) {
        expect:
        accepts(assertion([alg: algorithm, (header): form(thumbprint('own', digest))]))

        where:
        algorithm | header     | digest    | form
        'RS256'   | 'x5t'      | 'SHA-1'   | { it }
        'RS256'   | 'x5t#S256' | 'SHA-256' | { it }
        'PS256'   | 'x5t#S256' | 'SHA-256' | { it }
        // MSAL4J writes base64 instead of base64url.
        'PS256'   | 'x5t'      | 'SHA-1'   | { it.replace('-', '+').replace('_', '/') + '=' }
    }

    def "an assertion is accepted until it expires"() {
        given:
        def token = assertion()

        when:
        clock.pass(Duration.ofMillis(59_999))

        then:
        accepts(token)

        when:
        clock.pass(Duration.ofMillis(1))

        then:
        refuses(client_assertion: token)
    }

    def "an assertion with #what is refused"(String what, Map header, Map claims) {
        expect:
        refuses(client_assertion: assertion(usual() + header, claims))

        where:
        what                    | header                            | claims
        'another issuer'        | [:]                               | [iss: 'x']
        'another subject'       | [:]                               | [sub: 'x']
        'another audience'      | [:]                               | [aud: 'x']
        'no time'               | [:]                               | [exp: null]
        'an unknown key'        | [x5t: thumbprint('x', 'SHA-1')]   | [:]
        'the key of another'    | [x5t: thumbprint('other', 'SHA-1')] | [:]
        'another algorithm'     | [alg: 'PS256', sign: 'RS256']     | [:]
    }

    def "an assertion is refused if its type or its form is another, or if it was changed"() {
        expect:
        refuses(client_assertion: assertion(), client_assertion_type: 'x')
        refuses(client_assertion: 'a.b')
        refuses(client_assertion: assertion().replaceFirst(/\.[^.]+\./, ".${encoded(claims() + [x: 1])}."))
    }

    def "a server accepts the certificate that is registered with it"() {
        given:
        def server = AuthorizationServer.start(AuthorizationServerSpecification.TENANT, { audience, tenant, mfa, lifetime -> 's3cret' }, SSLContext.default, clock)
        def id = server.clientId()
        def token = assertion(usual(), [iss: id, sub: id, aud: "${server.url()}/${server.tenantId()}/oauth2/v2.0/token".toString()])
        def refresh = { new TokenClient(server).refresh(server.refreshToken(), [client_secret: null, client_assertion: token, client_assertion_type: TYPE]).statusCode() }

        expect:
        refresh() == 401

        when:
        server.register(certificate(keys, 'own'))

        then:
        refresh() == 200

        cleanup:
        server.close()
    }

    private boolean accepts(String assertion) {
        clients.isAuthenticated(new TokenForm([client_assertion: assertion, client_assertion_type: TYPE]), AUDIENCE)
    }

    private boolean refuses(Map<String, String> form) {
        try {
            clients.isAuthenticated(new TokenForm([client_assertion_type: TYPE] + form), AUDIENCE)
            return false
        } catch (TokenRefusal e) {
            return e.response().status == 401 && e.response().body(clock).contains('[700027]')
        }
    }

    private static Map usual() {
        [alg: 'RS256', x5t: thumbprint('own', 'SHA-1')]
    }

    private Map claims() {
        [iss: 'app', sub: 'app', aud: AUDIENCE, exp: clock.instant().epochSecond + 60]
    }

    private String assertion(Map header = usual(), Map change = [:]) {
        def signed = encoded(header.findAll { it.key != 'sign' }) + '.' + encoded(claims() + change)
        def signature
        if ((header.sign ?: header.alg) == 'PS256') {
            signature = Signature.getInstance('RSASSA-PSS')
            signature.parameter = new PSSParameterSpec('SHA-256', 'MGF1', MGF1ParameterSpec.SHA256, 32, 1)
        } else {
            signature = Signature.getInstance('SHA256withRSA')
        }
        signature.initSign(keys.private)
        signature.update(signed.bytes)
        signed + '.' + base64(signature.sign())
    }

    private static KeyPair rsa() {
        KeyPairGenerator.getInstance('RSA').tap { it.initialize(1024) }.generateKeyPair()
    }

    /** The bytes of a certificate are only hashed. */
    private static X509Certificate certificate(KeyPair keys, String encoded) {
        [getEncoded: { encoded.bytes }, getPublicKey: { keys.public }, getCriticalExtensionOIDs: { null }, getKeyUsage: { null }] as X509Certificate
    }

    private static String thumbprint(String encoded, String digest) {
        base64(MessageDigest.getInstance(digest).digest(encoded.bytes))
    }

    private static String base64(byte[] bytes) {
        Base64.urlEncoder.withoutPadding().encodeToString(bytes)
    }
}
