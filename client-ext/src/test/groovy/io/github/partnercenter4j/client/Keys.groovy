package io.github.partnercenter4j.client

import java.nio.file.Files
import java.nio.file.Path
import java.security.KeyStore
import java.util.concurrent.TimeUnit
import javax.net.ssl.KeyManagerFactory
import javax.net.ssl.SSLContext
import javax.net.ssl.TrustManagerFactory

/** Keys and certificates created with the JDK's keytool, and SSL contexts for them. */
class Keys {
    private static final char[] PASSWORD = 'changeit'.toCharArray()

    /** The key of localhost for all tests of this process, because creating it takes two processes. */
    @Lazy
    static KeyStore localhost = {
        def folder = Files.createTempDirectory('keys')
        try {
            new Keys(folder).signed('localhost', 'dns:localhost')
        } finally {
            folder.toFile().deleteDir()
        }
    }()

    private final Path folder

    Keys(Path folder) {
        this.folder = folder
    }

    /** A key with a certificate that its own authority has signed. */
    KeyStore signed(String name, String host, List<String> options = []) {
        def file = folder.resolve("${name}.p12")
        keytool(file, 'ca', ['-dname', "CN=Authority of $name", '-ext', 'bc:c=ca:true'])
        keytool(file, name, ['-dname', "CN=$name", '-ext', "san=$host", '-signer', 'ca'] + options)
        def store = load(file)
        def authority = store.getCertificate('ca')
        store.deleteEntry('ca')
        store.setCertificateEntry('ca', authority)
        store
    }

    KeyStore selfSigned(String name, String host) {
        def file = folder.resolve("${name}.p12")
        keytool(file, name, ['-dname', "CN=$name", '-ext', "san=$host"])
        load(file)
    }

    /** A context that sends the certificate of one key and trusts the authority of another one. */
    static SSLContext context(KeyStore shown, KeyStore trusted) {
        def context = SSLContext.getInstance('TLS')
        context.init(shown == null ? null : keyManagers(shown), trusted == null ? null : trustManagers(trusted), null)
        context
    }

    private static keyManagers(KeyStore keys) {
        def managers = KeyManagerFactory.getInstance('PKIX')
        managers.init(keys, PASSWORD)
        managers.keyManagers
    }

    private static trustManagers(KeyStore keys) {
        def managers = TrustManagerFactory.getInstance('PKIX')
        // Apart from the keys, whose certificates would be trusted as they are, without a look at their dates.
        def trusted = KeyStore.getInstance('PKCS12')
        trusted.load(null, null)
        trusted.setCertificateEntry('ca', keys.getCertificate('ca'))
        managers.init(trusted)
        managers.trustManagers
    }

    private static KeyStore load(Path file) {
        def store = KeyStore.getInstance('PKCS12')
        file.toFile().withInputStream { store.load(it, PASSWORD) }
        store
    }

    private static void keytool(Path file, String alias, List<String> options) {
        def command = [Path.of(System.getProperty('java.home'), 'bin', 'keytool'), '-J-XX:TieredStopAtLevel=1', '-J-XX:+UseSerialGC', '-genkeypair', '-alias', alias, '-keyalg', 'EC',
            '-keystore', file, '-storetype', 'PKCS12', '-storepass', 'changeit'] + options
        def process = new ProcessBuilder(command*.toString()).redirectErrorStream(true).start()
        def output = process.inputStream.text
        assert process.waitFor(5, TimeUnit.MINUTES) && process.exitValue() == 0 : output
    }
}
