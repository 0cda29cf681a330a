package io.github.partnercenter4j.client

import com.fasterxml.jackson.databind.json.JsonMapper
import io.github.partnercenter4j.client.entra.EntraCredential
import io.github.partnercenter4j.client.entra.TokenStore
import io.github.partnercenter4j.sandbox.PartnerCenterSandbox
import java.nio.file.Files
import java.nio.file.Path
import java.time.Duration
import java.util.concurrent.TimeUnit
import spock.lang.AutoCleanup
import spock.lang.Shared
import spock.lang.Specification
import spock.lang.TempDir

/** A client that takes its credential from the environment variables of pcorders. */
class FromEnvironmentSpec extends Specification {
    @Shared
    @AutoCleanup
    PartnerCenterSandbox sandbox = PartnerCenterSandbox.start()

    @TempDir
    Path folder

    def 'the token comes from PARTNER_CENTER_TOKEN, with or without a line end: #end.bytes'() {
        expect:
        calls(builder([PARTNER_CENTER_TOKEN: sandbox.token() + end]))

        where:
        end << ['', '\n', '\r\n']
    }

    def 'without a token the sign-in of pcorders login and its cloud are used: #where'(String where, String name, Map<String, String> variables) {
        given:
        def file = folder.resolve(name)
        Files.createDirectories(file.parent)
        Files.writeString(file, new JsonMapper().writeValueAsString(signIn()))
        def environment = variables.collectEntries { key, value -> [key, value.replace('FOLDER', folder as String)] }

        when:
        def builder = builder(environment)

        then:
        builder.@cloud == Cloud.CHINA
        calls(builder)

        where:
        where                   | name                       | variables
        'named by the variable' | 'kept.json'                | [PARTNER_CENTER_STORE: 'FOLDER/kept.json']
        'in the home folder'    | '.pcorders/sign-in.json'   | [HOME: 'FOLDER']
        'with an empty token'   | 'kept.json'                | [PARTNER_CENTER_STORE: 'FOLDER/kept.json', PARTNER_CENTER_TOKEN: '']
    }

    def 'a token does not change the cloud that was chosen'() {
        expect:
        PartnerCenter.builder().cloud(Cloud.CHINA).fromEnvironment([PARTNER_CENTER_TOKEN: 's3cret']).@cloud == Cloud.CHINA
    }

    def 'a credential that cannot be used is reported'() {
        when:
        builder([PARTNER_CENTER_TOKEN: 'Bearer s3cret'])

        then:
        def e = thrown(CredentialException)
        e.message.startsWith('The environment variable PARTNER_CENTER_TOKEN does not contain a token. ')
    }

    def 'an unknown variable is reported before the credential is looked for'() {
        when:
        builder([PARTNER_CENTER_TOKEN: 'Bearer s3cret', PARTNER_CENTER_TOKE: 's3cret'])

        then:
        def e = thrown(IllegalStateException)
        e.message == 'The environment variable PARTNER_CENTER_TOKE is not known. Did you mean PARTNER_CENTER_TOKEN?'
    }

    def 'a process reads its own environment: #variables.keySet()'() {
        given:
        def java = Path.of(System.getProperty('java.home'), 'bin', 'java') as String
        def process = new ProcessBuilder(java, '-XX:TieredStopAtLevel=1', '-cp', classPath(), EnvironmentProcess.name).redirectErrorStream(true)
        process.environment().keySet().removeIf { it.startsWith('PARTNER_CENTER_') }
        process.environment().putAll(variables)

        when:
        def started = process.start()
        def said = started.inputStream.getText('UTF-8').trim()

        then:
        started.waitFor(5, TimeUnit.MINUTES)
        said == expected

        where:
        variables                     || expected
        [PARTNER_CENTER_TOKEN: 's3cret'] || 'built'
        [PARTNER_CENTER_TOKENS: 's3cret'] || 'The environment variable PARTNER_CENTER_TOKENS is not known. Did you mean PARTNER_CENTER_TOKEN?'
    }

    private static PartnerCenterBuilder builder(Map<String, String> environment) {
        PartnerCenter.builder().fromEnvironment(environment)
    }

    private boolean calls(PartnerCenterBuilder builder) {
        builder.baseUrl(sandbox.baseUrl()).build().withCloseable {
            it.orders().getProvisioningStatus(sandbox.customerId(), sandbox.orderId()).items().size() == 1
        }
    }

    /** What pcorders login keeps. The access token in it is valid for longer than this test takes. */
    private Map<String, String> signIn() {
        def server = sandbox.authorizationServer().pollInterval(Duration.ZERO)
        def kept = null
        def store = [load: { null }, save: { kept = it }, requireWritable: {}, tryLock: { { -> } as TokenStore.Lock }] as TokenStore
        EntraCredential.refreshToken(server.refreshToken()).tenant(server.tenantId()).clientId(server.clientId()).clientSecret(server.clientSecret())
                .authority(server.url()).sslContext(sandbox.sslContext()).store(store).build().signIn(Cloud.CHINA, Duration.ofSeconds(60))
        [tenant: server.tenantId(), clientId: server.clientId(), cloud: 'CHINA', authority: server.url(), tokens: kept]
    }

    /** The tests run in a named module, so their classes are not all on the class path. */
    private static String classPath() {
        def file = Path.of(EnvironmentProcess.getResource('EnvironmentProcess.class').toURI())
        def folder = (0..EnvironmentProcess.name.count('.')).inject(file) { path, ignored -> path.parent }
        [folder, System.getProperty('java.class.path'), System.getProperty('jdk.module.path')].findAll().join(File.pathSeparator)
    }
}
