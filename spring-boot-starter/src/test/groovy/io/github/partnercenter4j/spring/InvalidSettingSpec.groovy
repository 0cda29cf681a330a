package io.github.partnercenter4j.spring

import static io.github.partnercenter4j.spring.StartedApplication.failure
import static io.github.partnercenter4j.spring.StartedApplication.start

import io.github.partnercenter4j.api.OrdersApi
import io.github.partnercenter4j.testing.Javac
import java.nio.file.Files
import java.nio.file.Path
import org.springframework.context.annotation.Bean
import org.springframework.context.annotation.Configuration
import org.springframework.core.NestedExceptionUtils
import spock.lang.Shared
import spock.lang.Specification
import spock.lang.TempDir

/** An application that cannot start says which property is wrong and what to do, and shows no secret. */
class InvalidSettingSpec extends Specification {
    private static final Map<String, String> VALID = [
            'partnercenter.credential.tenant': 'contoso.onmicrosoft.com', 'partnercenter.credential.client-id': 'id', 'partnercenter.credential.refresh-token': 'env:token', token: 's3cret-token', alias: '${token}']
    private static final Map<String, String> BUNDLES = [
            'jks.bad.keystore.location': 'file:FOLDER/text', 'jks.bad.truststore.location': 'file:FOLDER/text', 'jks.bad.keystore.password': 's3cret-password',
            'pem.pem.keystore.certificate': 'file:FOLDER/text', 'pem.pem.keystore.private-key': 'file:FOLDER/text', 'pem.pem.truststore.certificate': 'file:FOLDER/text',
            'jks.gone.keystore.location': 'file:FOLDER/s3cret-none', 'jks.gone.truststore.location': 'file:FOLDER/s3cret-none']

    @Configuration(proxyBeanMethods = false)
    static class ProxyCustomizer {
        @Bean
        PartnerCenterBuilderCustomizer proxy() {
            { builder -> builder.proxy('http://proxy.example:3128') } as PartnerCenterBuilderCustomizer
        }
    }

    @Shared
    @TempDir
    Path folder

    def setupSpec() {
        Files.writeString(folder.resolve('empty'), '\n')
        Files.writeString(folder.resolve('large'), 's3cret' * 12_000)
        Files.writeString(folder.resolve('text'), 'not a s3cret token')
        Files.writeString(folder.resolve('template'), '${s3cret.name}\n')
    }

    def 'the property #property stops the start: #problem'() {
        when:
        def failure = failure(VALID + BUNDLES.collectEntries { name, value -> ["spring.ssl.bundle.$name" as String, value.replace('FOLDER', folder as String)] } + changes.collectEntries { name, value -> ["partnercenter.$name" as String, value.toString().replace('FOLDER', folder as String)] })

        then:
        failure.description == "The property partnercenter.$property $problem."
        failure.action.endsWith('.')
        ![failure.description, failure.action].any { it.contains('s3cret') }

        where:
        property                        | changes                                                             || problem
        'timeout'                       | [timeout: '0s']                                                     || 'has an invalid value: timeout must be more than zero and at most a day'
        'base-url'                      | ['base-url': 'http://partner.example']                              || 'has an invalid value: The base URL must begin with https://, because a token is never sent unencrypted; http:// is allowed for loopback addresses only'
        'apis'                          | [apis: 'com.example.MissingApi']                                    || 'names com.example.MissingApi, which is not on the class path'
        'apis'                          | [apis: "$OrdersApi.name,"]                                          || 'has an empty entry'
        'apis'                          | [apis: " ,$OrdersApi.name"]                                         || 'has an empty entry'
        'apis'                          | ['apis[0]': '']                                                     || 'has an empty entry'
        'apis'                          | [apis: "$OrdersApi.name, $OrdersApi.name"]                          || "names $OrdersApi.name twice"
        'apis'                          | [apis: 'a b']                                                       || 'names a b, which is not on the class path'
        'apis'                          | [apis: 'java.io.Serializable']                                      || 'names java.io.Serializable, which is not a generated interface'
        'sandbox.enabled'               | ['sandbox.enabled': '']                                             || 'is empty'
        'sandbox.enabled'               | ['sandbox.enabled': '${nobody:}']                                   || 'is empty'
        'credential.refresh-token'      | ['credential.refresh-token': 'env:alias']                           || 'refers to a placeholder, which is not resolved in a secret'
        'credential.refresh-token'      | ['credential.refresh-token': 'file:FOLDER/template']                || 'refers to a placeholder, which is not resolved in a secret'
        'credential.certificate-bundle' | ['credential.certificate-bundle': 'bad']                            || 'names the SSL bundle bad, which cannot be read'
        'credential.certificate-bundle' | ['credential.certificate-bundle': 'pem']                            || 'names the SSL bundle pem, which cannot be read'
        'credential.certificate-bundle' | ['credential.certificate-bundle': 'gone']                           || 'names the SSL bundle gone, which cannot be read'
        'ssl.bundle'                    | ['ssl.bundle': 'bad']                                               || 'names the SSL bundle bad, which cannot be read'
        'ssl.bundle'                    | ['ssl.bundle': 'pem']                                               || 'names the SSL bundle pem, which cannot be read'
        'ssl.bundle'                    | ['ssl.bundle': 'gone']                                              || 'names the SSL bundle gone, which cannot be read'
        'apis'                          | [apis: 'java.lang.String']                                          || 'names java.lang.String, which is not a generated interface'
        'apis'                          | [apis: AutoConfigurationSpec.NotGenerated.name]                     || "names $AutoConfigurationSpec.NotGenerated.name, which is not a generated interface"
        'apis'                          | [apis: AutoConfigurationSpec.HalfGenerated.name]                    || "names $AutoConfigurationSpec.HalfGenerated.name, which cannot be called: public abstract java.lang.String ${AutoConfigurationSpec.NotGenerated.name}.call() is not an operation: only interfaces generated from an OpenAPI document can be called"
        'credential.access-token'       | ['credential.access-token': 'env:token']                            || 'cannot be set together with partnercenter.credential.refresh-token'
        'credential.refresh-token'      | ['credential.refresh-token': 's3cret-token']                        || 'is not a reference'
        'credential.refresh-token'      | ['credential.refresh-token': 'env:none']                            || 'refers to an environment variable or property that is not set or empty'
        'credential.refresh-token'      | ['credential.refresh-token': 'file:FOLDER/none']                    || 'refers to a file that cannot be read'
        'credential.refresh-token'      | ['credential.refresh-token': 'file:FOLDER/empty']                   || 'refers to an empty file'
        'credential.refresh-token'      | ['credential.refresh-token': 'file:FOLDER/large']                   || 'refers to a file of more than 64 KiB, which must hold more than the secret'
        'credential.refresh-token'      | ['credential.refresh-token': 'classpath:none']                      || 'refers to a file that cannot be read'
        'credential.tenant'             | ['credential.tenant': 'a b']                                        || 'has an invalid value: tenant must be a GUID or a domain name'
        'credential.tenant'             | ['credential.tenant': '']                                           || 'is missing'
        'credential.client-id'          | ['credential.client-id': '']                                        || 'is missing'
        'credential.authority'          | ['credential.authority': 'http://a.example']                        || 'has an invalid value: authority must be an https origin such as https://login.microsoftonline.us'
        'credential.certificate-bundle' | ['credential.certificate-bundle': 'a', 'credential.client-secret': 'env:token'] || 'cannot be set together with partnercenter.credential.client-secret'
        'credential.certificate-bundle' | ['credential.certificate-bundle': 'none']                           || 'names the SSL bundle none, which does not exist'
        'ssl.bundle'                    | ['ssl.bundle': 'none']                                              || 'names the SSL bundle none, which does not exist'
        'proxy.url'                     | ['proxy.url': 'ftp://a.example']                                    || 'has an invalid value: The URL of the proxy must begin with http:// and a host, such as http://proxy.example:3128'
        'proxy.url'                     | ['proxy.user': 'me', 'proxy.password': 'env:token']                 || 'is missing'
        'proxy.password'                | ['proxy.url': 'http://a.example', 'proxy.user': 'me']               || 'is missing'
        'proxy.user'                    | ['proxy.url': 'http://a.example', 'proxy.password': 'env:token']    || 'is missing'
        'proxy.password'                | ['proxy.url': 'http://a.example', 'proxy.user': 'me', 'proxy.password': 's3cret'] || 'is not a reference'
    }

    def 'an application without a credential is told how to give one'() {
        when:
        def failure = failure([:])

        then:
        failure.description == 'The property partnercenter.credential.refresh-token is missing, and there is no other credential.'
        ['file:/run/secrets/refresh-token', 'partnercenter.credential.access-token', 'Credential', 'partnercenter.sandbox.enabled'].every { failure.action.contains(it) }
    }

    def 'what the access token refers to must be a token'() {
        when:
        def failure = failure('partnercenter.credential.access-token': "file:${folder.resolve('text')}")

        then:
        failure.description == 'The property partnercenter.credential.access-token has an invalid value: An access token must not be empty, and may contain only visible ASCII characters without spaces.'
    }

    def 'a placeholder in a secret is a part of it, and nothing shows it: #placeholder'() {
        when:
        def failure = failure(['partnercenter.credential.access-token': 'env:token', token: "s3cret $placeholder" as String, x: 'resolved'])

        then:
        failure.description == 'The property partnercenter.credential.access-token has an invalid value: An access token must not be empty, and may contain only visible ASCII characters without spaces.'
        ![failure.description, failure.action, failure.cause.toString()].any { it.contains('s3cret') }
        failure.cause.cause == null

        where:
        placeholder << ['${missing}', '${x}']
    }

    def 'the sandbox must be on the class path'() {
        given:
        def jars = Javac.testClassPath.findAll { !(it =~ '[/-]sandbox') }
        def loader = new URLClassLoader(jars.collect { it.toUri().toURL() } as URL[], ClassLoader.platformClassLoader)
        def before = Thread.currentThread().contextClassLoader
        Thread.currentThread().contextClassLoader = loader

        when:
        def failure = loader.loadClass(StartedApplication.name).failure('partnercenter.sandbox.enabled': 'true')

        then:
        failure.description == 'The property partnercenter.sandbox.enabled is true, but the sandbox is not on the class path.'

        cleanup:
        Thread.currentThread().contextClassLoader = before
        loader?.close()
    }

    def 'the sandbox cannot be enabled for a client that the application declares'() {
        when:
        def failure = failure(['partnercenter.sandbox.enabled': 'true'], AutoConfigurationSpec.OwnClient)

        then:
        failure.description == 'The property partnercenter.sandbox.enabled is true, but the application declares its own PartnerCenter, which would call the real service.'
        failure.action.contains('PartnerCenterSandbox.start()')
    }

    def 'whether the sandbox and the health indicator are enabled must be said clearly: #property'() {
        when:
        def failure = failure(VALID + [(property): 'perhaps'])

        then:
        failure.description.contains(property)

        where:
        property << ['partnercenter.sandbox.enabled', 'management.health.partnercenter.enabled']
    }

    def 'a health indicator that is neither enabled nor disabled stops the start'() {
        when:
        def failure = failure(VALID + ['management.health.partnercenter.enabled': ''])

        then:
        failure.description == 'The property management.health.partnercenter.enabled is empty.'
        failure.action == 'Set it to true or false, or remove it.'
    }

    def 'with several clients, an interface that the property names is of none of them'() {
        when:
        def failure = failure(['partnercenter.apis': AutoConfigurationSpec.ThingsApi.name], AutoConfigurationSpec.OwnClient, AutoConfigurationSpec.OtherClient)

        then:
        failure.description == "The property partnercenter.apis names $AutoConfigurationSpec.ThingsApi.name, but the application has several beans of the type PartnerCenter."
        failure.action.contains('@Primary')
    }

    def 'a proxy of a customizer that does not fit the base URL is not blamed on a property'() {
        when:
        start(['partnercenter.sandbox.enabled': true], ProxyCustomizer)

        then:
        def e = thrown(Exception)
        def root = NestedExceptionUtils.getRootCause(e)
        root.class == IllegalArgumentException
        root.message.contains('proxy')
        !root.message.contains('partnercenter.proxy.url')
    }

    def 'a health indicator without an order stops the start: #properties'() {
        when:
        def failure = failure(VALID + ['management.health.partnercenter.enabled': 'true'] + properties)

        then:
        failure.description == "The property partnercenter.health.$missing is missing, and management.health.partnercenter.enabled is true."

        where:
        properties                                  || missing
        [:]                                         || 'customer-id'
        ['partnercenter.health.customer-id': 'a']   || 'order-id'
    }
}
