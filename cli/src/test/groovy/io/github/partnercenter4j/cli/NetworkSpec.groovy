package io.github.partnercenter4j.cli

import static io.github.partnercenter4j.cli.ClientCertificates.PASSWORD
import static io.github.partnercenter4j.cli.ClientCertificates.keytool

import io.github.partnercenter4j.sandbox.PartnerCenterSandbox
import java.nio.file.Files
import java.nio.file.Path
import java.security.KeyStore
import spock.lang.AutoCleanup
import spock.lang.Shared
import spock.lang.Specification
import spock.lang.TempDir

/** Proxies, trust stores, client certificates and their passwords. */
class NetworkSpec extends Specification {
    static final String PROXY_PASSWORD = 's3cret proxy:pass'

    @Shared
    @TempDir
    Path folder
    @Shared
    @AutoCleanup
    PartnerCenterSandbox sandbox = PartnerCenterSandbox.builder().tls().start()
    @Shared
    @AutoCleanup
    ClientCertificates certificates
    @AutoCleanup
    TunnelProxy proxy = new TunnelProxy('me', PROXY_PASSWORD)

    def setupSpec() {
        certificates = new ClientCertificates(folder)
        def certificate = sandbox.trustStore().getCertificate('sandbox')
        file('sandbox.pem', "# the sandbox\n${pem(certificate)}${file('client.pem').text}")
        ['PKCS12', 'JKS'].each { type ->
            def store = KeyStore.getInstance(type)
            store.load(null, null)
            store.setCertificateEntry('a', certificate)
            file("sandbox.$type").withOutputStream { store.store(it, PASSWORD.toCharArray()) }
        }
        KeyStore.getInstance('PKCS12').with { store ->
            store.load(null, null)
            file('empty.PKCS12').withOutputStream { store.store(it, PASSWORD.toCharArray()) }
        }
        [large: 16 << 20, 'too-large': (16 << 20) + 1].each { name, length -> new RandomAccessFile(file(name), 'rw').withCloseable { it.length = length } }
        file('password', PASSWORD + '\n')
        file('proxy-password', PROXY_PASSWORD)
        file('wrong', 's3cret-wrong')
        file('key.pem', '-----BEGIN PRIVATE KEY-----\nY2FuYXJ5\n-----END PRIVATE KEY-----\n')
        file('damaged.pem', '-----BEGIN CERTIFICATE-----\nY2FuYXJ5\n-----END CERTIFICATE-----\n')
        file('text', 's3cret')
        keytool('-genkeypair', '-alias', 'a', '-keyalg', 'EC', '-dname', 'CN=a', '-keypass', 'another-password', '-storetype', 'JKS', '-keystore', folder.resolve('two.jks'))
    }

    def "a service with its own certificate is called if the trust store is #name"() {
        when:
        def run = status(environment, '--trust-store', name, *more)

        then:
        [run.exitCode, run.err] == [0, '']

        where:
        name             | environment                                     | more
        'sandbox.pem'    | [:]                                             | []
        'sandbox.JKS'    | [:]                                             | []
        'sandbox.PKCS12' | [PARTNER_CENTER_TRUST_STORE_PASSWORD: PASSWORD] | []
        'sandbox.JKS'    | [PARTNER_CENTER_TRUST_STORE_PASSWORD: PASSWORD] | []
        'sandbox.PKCS12' | [PARTNER_CENTER_TRUST_STORE_PASSWORD: 'wrong']  | ['--trust-store-password-file', 'password']
    }

    def "nothing is sent to a service that is not in the trust store"() {
        given:
        int before = sandbox.requests().all().size()

        when:
        def run = status([:], *more)

        then:
        run.exitCode == 23
        run.err.contains('its certificate is not signed by a trusted authority')
        sandbox.requests().all().size() == before

        where:
        more << [[], ['--trust-store', 'client.pem']]
    }

    def "an unusable trust store ends with 2 and says what to do: #name, #message"() {
        when:
        def run = status(environment, '--trust-store', name)

        then:
        refused(run, message)

        where:
        name             | environment                                          || message
        'missing'        | [:]                                                  || '--trust-store cannot be read (there is no such file)'
        ''               | [:]                                                  || '--trust-store cannot be read (it is a folder)'
        'text'           | [:]                                                  || '--trust-store is neither PEM nor a PKCS #12 or JKS key store'
        'key.pem'        | [:]                                                  || '--trust-store is PEM, but contains no certificate'
        'damaged.pem'    | [:]                                                  || 'one of its certificates is damaged'
        'sandbox.PKCS12' | [:]                                                  || '--trust-store contains no certificate that can be read without a password: set PARTNER_CENTER_TRUST_STORE_PASSWORD or use --trust-store-password-file'
        'sandbox.PKCS12' | [PARTNER_CENTER_TRUST_STORE_PASSWORD: 's3cret-wrong'] || 'has a different password than the one given'
        'sandbox.JKS'    | [PARTNER_CENTER_TRUST_STORE_PASSWORD: 's3cret-wrong'] || 'has a different password than the one given'
        'empty.PKCS12'   | [PARTNER_CENTER_TRUST_STORE_PASSWORD: PASSWORD]       || '--trust-store contains no certificate that Java trusts'
        'large'          | [:]                                                  || '--trust-store is neither PEM nor a PKCS #12 or JKS key store'
        'too-large'      | [:]                                                  || '--trust-store is larger than 16 MiB'
    }

    def "the client certificate is sent to a service that asks for it; password from the #given"() {
        given:
        certificates.shown.clear()

        when:
        def run = call(certificates.url, given == 'environment' ? [PARTNER_CENTER_CLIENT_CERTIFICATE_PASSWORD: PASSWORD] : [:],
            '--trust-store', 'service.pem', '--client-certificate', 'client.p12', *more)

        then:
        [run.exitCode, run.err] == [0, '']
        certificates.shown == ['CN=client']

        where:
        given         | more
        'environment' | []
        'file'        | ['--client-certificate-password-file', 'password']
    }

    def "a call without the required client certificate fails: #more"() {
        given:
        certificates.shown.clear()

        when:
        def run = call(certificates.url, [PARTNER_CENTER_CLIENT_CERTIFICATE_PASSWORD: PASSWORD], '--trust-store', 'service.pem', *more)

        then:
        run.exitCode == 23
        certificates.shown.empty

        where:
        more << [[], ['--client-certificate', 'other.p12']]
    }

    def "an unusable client certificate ends with 2 and says what to do: #name, #message"() {
        when:
        def run = status(environment, '--client-certificate', name)

        then:
        refused(run, message)

        where:
        name             | environment                                                 || message
        'missing'        | [:]                                                         || '--client-certificate cannot be read (there is no such file)'
        'client.p12'     | [:]                                                         || '--client-certificate needs its password: set PARTNER_CENTER_CLIENT_CERTIFICATE_PASSWORD'
        'client.p12'     | [PARTNER_CENTER_CLIENT_CERTIFICATE_PASSWORD: 's3cret-wrong'] || 'has a different password'
        'client.pem'     | [:]                                                         || 'openssl pkcs12 -export'
        'text'           | [PARTNER_CENTER_CLIENT_CERTIFICATE_PASSWORD: PASSWORD]      || 'is neither PEM nor a PKCS #12 or JKS key store'
        'sandbox.PKCS12' | [PARTNER_CENTER_CLIENT_CERTIFICATE_PASSWORD: PASSWORD]      || 'contains no private key'
        'two.jks'        | [PARTNER_CENTER_CLIENT_CERTIFICATE_PASSWORD: PASSWORD]      || 'give both the same password'
    }

    def "a call goes through a proxy with a password from the #given"() {
        when:
        def run = status(given == 'environment' ? [PARTNER_CENTER_PROXY_PASSWORD: PROXY_PASSWORD] : [:],
            '--trust-store', 'sandbox.pem', '--proxy', "http://$proxy.address", '--proxy-user', 'me', *more)

        then:
        [run.exitCode, run.err] == [0, '']
        proxy.targets == [URI.create(sandbox.baseUrl()).authority]

        where:
        given         | more
        'environment' | []
        'file'        | ['--proxy-password-file', 'proxy-password']
    }

    def "a proxy that refuses the password is named, and the password is not: #iterationIndex"() {
        when:
        def run = status(environment, '--trust-store', 'sandbox.pem', '--proxy', "http://$proxy.address", '--verbose', *more)

        then:
        run.exitCode == 23
        run.err.contains("The proxy $proxy.address refused the call to")
        !run.err.contains('s3cret')

        where:
        environment                                      | more
        [PARTNER_CENTER_PROXY_PASSWORD: 's3cret-wrong']  | ['--proxy-user', 'me']
        [PARTNER_CENTER_PROXY_PASSWORD: PROXY_PASSWORD]  | []
    }

    def "invalid options and combinations end with 2: #iterationIndex"() {
        when:
        def run = status([:], *args)

        then:
        refused(run, message)

        where:
        args                                                                               || message
        ['--proxy', 's3cret']                                                              || 'The URL of the proxy must begin with http://'
        ['--proxy', 'https://proxy.example']                                               || 'The URL of the proxy must begin with http://'
        ['--proxy', 'http://me:s3cret@proxy.example']                                      || 'use --proxy-user and PARTNER_CENTER_PROXY_PASSWORD'
        ['--proxy-user', 'me']                                                             || '--proxy-user needs --proxy, which is missing'
        ['--proxy', 'http://proxy.example', '--proxy-password-file', 'password']           || '--proxy-password-file needs --proxy-user'
        ['--proxy', 'http://proxy.example', '--proxy-user', 'me']                          || 'set PARTNER_CENTER_PROXY_PASSWORD or use --proxy-password-file'
        ['--proxy', 'http://proxy.example', '--proxy-user', 'me', '--proxy-password-file', 'missing'] || 'The password file cannot be read (there is no such file)'
        ['--proxy', 'http://proxy.example', '--proxy-user', 'm:e', '--proxy-password-file', 'password'] || 'must not contain a colon'
        ['--trust-store-password-file', 'password']                                        || '--trust-store-password-file needs --trust-store'
        ['--client-certificate-password-file', 'password']                                 || 'needs --client-certificate'
        ['--application', 'a\nb']                                                          || 'it must not be empty'
        ['--max-connections', '0']                                                         || 'it must be one or more'
        ['--max-connections', 's3cret']                                                    || 'give a whole number'
    }

    def "the name of the application is sent to the service"() {
        when:
        status([:], '--trust-store', 'sandbox.pem', '--application', 'Contoso Monitor', '--max-connections', '1')

        then:
        sandbox.requests().last().hasHeader('MS-PartnerCenter-Application', 'Contoso Monitor')
    }

    private CommandRun status(Map<String, String> environment, Object... more) {
        call(sandbox.baseUrl(), environment, more)
    }

    /** File names are relative to the folder. */
    private CommandRun call(String url, Map<String, String> environment, Object... more) {
        def arguments = more.toList().withIndex().collect { it, i ->
            i > 0 && (more[i - 1] ==~ /--trust-store|--client-certificate|.*-file/) ? folder.resolve(it as String) : it
        }
        CommandRun.of([PARTNER_CENTER_TOKEN: sandbox.token()] + environment, ['status', '--customer', sandbox.customerId(), '--order', sandbox.orderId(),
            '--base-url', url, '--retries', '0', *arguments])
    }

    private static boolean refused(CommandRun run, String message) {
        assert run.exitCode == 2
        assert run.out == ''
        assert run.errLines().size() == 1
        assert run.err.contains(message)
        assert !run.err.contains('s3cret')
        true
    }

    private File file(String name) {
        folder.resolve(name).toFile()
    }

    private void file(String name, String text) {
        Files.writeString(folder.resolve(name), text)
    }

    private static String pem(certificate) {
        "-----BEGIN CERTIFICATE-----\n${certificate.encoded.encodeBase64(true)}-----END CERTIFICATE-----\n"
    }
}
