package io.github.partnercenter4j.client

import feign.RequestLine
import io.github.partnercenter4j.client.entra.EntraCredential
import io.github.partnercenter4j.client.internal.call.OperationParameterSpec
import io.github.partnercenter4j.client.internal.http.Deadline
import java.security.PrivateKey
import java.time.Duration
import java.util.function.UnaryOperator
import javax.net.ssl.SSLContext
import spock.lang.Specification

/** Settings within and beyond their limits. */
class SettingsSpec extends Specification {
    def '#name is at least #least and at most #most'() {
        expect:
        set(least) && set(most)

        when:
        set(below)

        then:
        def low = thrown(IllegalArgumentException)
        low.message.startsWith("$name must be ")

        when:
        set(above)

        then:
        def high = thrown(IllegalArgumentException)
        high.message.startsWith("$name must be ")

        where:
        name             | least               | most                   | below         | above                            | set
        'maxBodyBytes'   | 1                   | Integer.MAX_VALUE - 16 | 0             | Integer.MAX_VALUE - 15           | { PartnerCenter.builder().maxBodyBytes(it) }
        'timeout'        | Duration.ofNanos(1) | Duration.ofDays(1)     | Duration.ZERO | Duration.ofDays(1).plusNanos(1)  | { PartnerCenter.builder().timeout(it) }
        'connectTimeout' | Duration.ofNanos(1) | Duration.ofDays(1)     | Duration.ZERO | Duration.ofDays(1).plusNanos(1)  | { PartnerCenter.builder().connectTimeout(it) }
        'maxRetries'     | 0                   | 10                     | -1            | 11                               | { CallOptions.DEFAULTS.maxRetries(it) }
    }

    interface WithoutAnnotations {
        String call()
    }

    interface OfFeignOnly {
        @RequestLine('GET /v1/things')
        String call()
    }

    def 'only generated interfaces can be called: #api.simpleName'() {
        given:
        def client = PartnerCenter.builder().credential(Credential.ofToken('s3cret')).build()

        when:
        client.api(api)

        then:
        def e = thrown(IllegalArgumentException)
        e.message.endsWith('only interfaces generated from an OpenAPI document can be called')

        cleanup:
        client.close()

        where:
        api << [WithoutAnnotations, OfFeignOnly, Serializable, String]
    }

    def 'a client needs at least one connection'() {
        expect:
        PartnerCenter.builder().maxConnections(1)

        when:
        PartnerCenter.builder().maxConnections(0)

        then:
        def e = thrown(IllegalArgumentException)
        e.message == 'maxConnections must be one or more'
    }

    def 'a change of options keeps the earlier settings, and leaves the original unchanged'() {
        given:
        def before = CallOptions.DEFAULTS.locale('fr-FR').accept('text/xml').validateMfa(true)

        expect:
        before.format(Format.XML).settings().headers() == ['X-Locale': 'fr-FR', 'ValidateMfa': 'true']
        before.validateMfa(false).settings().headers() == ['X-Locale': 'fr-FR', 'Accept': 'text/xml']
        before.settings().headers() == ['X-Locale': 'fr-FR', 'Accept': 'text/xml', 'ValidateMfa': 'true']
        CallOptions.DEFAULTS.settings().headers() == ['X-Locale': 'en-US']
        [CallOptions.DEFAULTS.settings().timeout(), CallOptions.DEFAULTS.settings().maxRetries()] == [Duration.ofSeconds(60), 3]
    }

    def 'every setting reaches the client'() {
        given:
        def client = PartnerCenter.builder().credential(Credential.ofToken('s3cret')).cloud(Cloud.CHINA).connectTimeout(Duration.ofSeconds(7))
                .sslContext(SSLContext.default).proxy('http://proxy.example:3128').proxyCredentials('user', 's3cret').maxConnections(3)
                .maxBodyBytes(1234).timeout(Duration.ofSeconds(5)).options { it.locale('fr-FR') }.interceptor({} as RequestInterceptor).build()

        expect:
        client.@options.settings().timeout() == Duration.ofSeconds(5)
        client.@options.settings().interceptors().size() == 1
        client.@options.settings().headers() == ['X-Locale': 'fr-FR']
        client.@pipeline.@baseUrl == Cloud.CHINA.baseUrl()
        with(client.@pipeline.@transport.@failures.@settings) {
            connectTimeout() == Duration.ofSeconds(7)
            maxConnections() == 3
            maxBodyBytes() == 1234
            sslContext().is(SSLContext.default)
            proxy().host() as String == 'http://proxy.example:3128'
            proxy().credentials().userName == 'user'
        }

        cleanup:
        client?.close()
    }

    def 'another address than that of the cloud is used, if one is set'() {
        given:
        def client = PartnerCenter.builder().cloud(Cloud.CHINA).baseUrl('https://gateway.example/a').credential(Credential.ofToken('s3cret')).build()

        expect:
        client.@pipeline.@baseUrl == URI.create('https://gateway.example/a')

        cleanup:
        client?.close()
    }

    def 'a client without a credential is not built'() {
        when:
        PartnerCenter.builder().build()

        then:
        def e = thrown(IllegalStateException)
        e.message.startsWith('A credential is missing: call credential(')
    }

    def 'the token is requested for the cloud that is set'() {
        given:
        def asked = []
        def credential = { TokenRequest request ->
            asked << request.cloud()
            throw new CredentialException('none', null)
        } as Credential
        def client = PartnerCenter.builder().cloud(Cloud.CHINA).credential(credential).build()

        when:
        client.orders().getProvisioningStatus(OperationParameterSpec.GUID, 'order')

        then:
        thrown(CredentialException)
        asked == [Cloud.CHINA]

        cleanup:
        client?.close()
    }

    def 'the calls of a view with a shared timeout have one deadline, until another timeout is set'() {
        given:
        def client = PartnerCenter.builder().credential(Credential.ofToken('s3cret')).build()

        when:
        def view = client.withSharedTimeout()

        then:
        deadline(view) != null
        deadline(view.with({ it.maxRetries(0) } as UnaryOperator)).is(deadline(view))
        deadline(view.with({ it.timeout(Duration.ofSeconds(1)) } as UnaryOperator)) == null
        deadline(client) == null

        when:
        view.close()

        then:
        !client.@pipeline.@transport.@closed

        cleanup:
        client?.close()
    }

    def 'closing a view leaves its client open'() {
        given:
        def client = PartnerCenter.builder().credential(Credential.ofToken('s3cret')).build()

        when:
        client.with({ it.locale('fr-FR') } as UnaryOperator).close()

        then:
        !client.@pipeline.@transport.@closed

        when:
        client.close()

        then:
        client.@pipeline.@transport.@closed
    }

    def 'a client implements an interface once, and a view has an implementation of its own'() {
        given:
        def client = PartnerCenter.builder().credential(Credential.ofToken('s3cret')).build()

        expect:
        client.orders().is(client.orders())
        !client.orders().is(client.with({ it.maxRetries(0) } as UnaryOperator).orders())

        cleanup:
        client?.close()
    }

    def 'a key that is not RSA is rejected when it is set'() {
        given:
        def key = Stub(PrivateKey) {
            getAlgorithm() >> 'EC'
        }

        when:
        EntraCredential.refreshToken('s3cret').clientCertificate(key, null)

        then:
        def e = thrown(IllegalArgumentException)
        e.message == 'clientCertificate needs an RSA key'
    }

    def 'the operations of two clients are not equal'() {
        given:
        def clients = (1..2).collect { PartnerCenter.builder().credential(Credential.ofToken('s3cret')).build() }
        def operations = clients[0].orders()

        expect:
        operations == operations
        operations != clients[1].orders()

        cleanup:
        clients*.close()
    }
    private static Deadline deadline(PartnerCenter client) {
        client.@options.settings().sharedDeadline()
    }
}
