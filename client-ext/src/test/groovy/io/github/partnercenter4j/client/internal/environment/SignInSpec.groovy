package io.github.partnercenter4j.client.internal.environment

import io.github.partnercenter4j.client.Cloud
import io.github.partnercenter4j.client.CredentialException
import io.github.partnercenter4j.client.entra.TokenStore
import java.time.Duration
import spock.lang.Specification

class SignInSpec extends Specification {
    def 'the option --cloud calls #cloud #name'() {
        expect:
        SignIn.name(cloud) == name

        where:
        cloud               || name
        Cloud.PUBLIC        || 'public'
        Cloud.US_GOVERNMENT || 'us-government'
        Cloud.CHINA         || 'china'
    }

    def 'the values are set in the builder: tenant #tenant, application #clientId, authority #authority'() {
        given:
        def builder = SignIn.credential(Stub(TokenStore))

        when:
        new SignIn(tenant, clientId, Cloud.PUBLIC, authority).applyTo(builder)

        then:
        builder.@tenant == tenant
        builder.@clientId == clientId
        builder.@authority == (authority == null ? null : URI.create(authority))

        where:
        tenant            | clientId | authority
        'contoso.example' | 'app'    | null
        'contoso.example' | 'app'    | 'https://login.example'
    }

    def 'the value #refused is refused by the builder'() {
        when:
        new SignIn(tenant, clientId, Cloud.PUBLIC, authority).applyTo(SignIn.credential(Stub(TokenStore)))

        then:
        def e = thrown(IllegalArgumentException)
        e.message.startsWith(refused)

        where:
        tenant            | clientId | authority              || refused
        'a b'             | 'app'    | null                   || 'tenant '
        'contoso.example' | ' '      | null                   || 'clientId '
        'contoso.example' | 'app'    | 'http://login.example' || 'authority '
    }

    def 'no browser is opened if the tokens are gone'() {
        given:
        def store = [load: { null }, save: {}] as TokenStore
        def builder = SignIn.credential(store)
        new SignIn('contoso.example', 'app', Cloud.PUBLIC, 'https://127.0.0.1:1').applyTo(builder)

        when:
        builder.build().signIn(Cloud.PUBLIC, Duration.ofSeconds(60))

        then:
        def e = thrown(CredentialException)
        e.message == "No token: the sign-in has ended. Sign in again with 'pcorders login'"
    }
}
