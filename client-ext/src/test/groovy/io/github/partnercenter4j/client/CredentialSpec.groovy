package io.github.partnercenter4j.client

import io.github.partnercenter4j.client.entra.EntraCredential
import java.time.Duration
import java.time.Instant
import spock.lang.Specification

/** Tokens and secrets that are missing, as when an environment variable is not set. */
class CredentialSpec extends Specification {

    def '#what that is null says what is missing'(String what, Closure<?> action, String message) {
        when:
        action()

        then:
        def e = thrown(IllegalArgumentException)
        e.message == message

        where:
        what              | action                                                    || message
        'a token'         | { Credential.ofToken(null) }                              || 'An access token must not be null. If it comes from an environment variable, set that variable'
        'an access token' | { new AccessToken(null, null) }                           || 'An access token must not be null. If it comes from an environment variable, set that variable'
        'a refresh token' | { EntraCredential.refreshToken(null) }                    || 'refreshToken must not be null. If it comes from an environment variable, set that variable'
        'a client secret' | { EntraCredential.refreshToken('s3cret').clientSecret(null) } || 'clientSecret must not be null. If it comes from an environment variable, set that variable'
        'a client id'     | { EntraCredential.refreshToken('s3cret').clientId(null) } || 'clientId must not be null. If it comes from an environment variable, set that variable'
        'a tenant'        | { EntraCredential.refreshToken('s3cret').tenant(null) }   || 'tenant must be a GUID or a domain name'
    }

    def 'a token is not part of its text'() {
        given:
        def expiry = Instant.parse('2026-11-21T12:00:00Z')

        when:
        def token = new AccessToken('s3cret', expiry)

        then:
        token.toString() == 'AccessToken[value=***, expiresAt=2026-11-21T12:00:00Z]'
        [token.value(), token.expiresAt()] == ['s3cret', expiry]
    }

    def 'a token with a space or a line end is rejected, and not quoted (#iterationIndex)'() {
        when:
        new AccessToken(value, null)

        then:
        def e = thrown(IllegalArgumentException)
        e.message == 'An access token must not be empty, and may contain only visible ASCII characters without spaces'

        where:
        value << ['', ' s3cret', 's3cret x', 's3cret\n']
    }

    def 'a fixed token is returned for each request'() {
        given:
        def request = new TokenRequest(Cloud.PUBLIC, Duration.ofSeconds(1), null)

        expect:
        Credential.ofToken('s3cret').token(request) == new AccessToken('s3cret', null)
        Credential.ofSupplier { 's3cret' }.token(request) == new AccessToken('s3cret', null)
    }

    def 'a supplier that returns #said says so, without quoting it (#iterationIndex)'(String token, String said) {
        when:
        Credential.ofSupplier { token }.token(new TokenRequest(Cloud.PUBLIC, Duration.ofSeconds(1), null))

        then:
        def e = thrown(CredentialException)
        e.message.startsWith("No token: the supplier returned $said. An access token must not be ")
        !e.message.contains('s3cret')
        e.cause == null

        where:
        token         || said
        null          || 'null'
        ''            || 'a text that is not a token'
        's3cret\nx'   || 'a text that is not a token'
        'Bearer s3cret' || 'a text that is not a token'
    }

    def 'a credential that returns null is reported'() {
        given:
        def partnerCenter = PartnerCenter.builder().baseUrl('http://127.0.0.1:1').credential { null }.build()

        when:
        partnerCenter.orders().getProvisioningStatus('0c39d6d5-c70d-4c55-bc02-f620844f3fd1', 'o')

        then:
        def e = thrown(CredentialException)
        e.message.startsWith('No token: the credential returned null. What to do: check your Credential')

        cleanup:
        partnerCenter?.close()
    }
}
