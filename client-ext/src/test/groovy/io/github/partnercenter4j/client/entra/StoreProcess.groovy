package io.github.partnercenter4j.client.entra

import io.github.partnercenter4j.client.Cloud
import io.github.partnercenter4j.client.TokenRequest
import java.nio.file.Path
import java.security.KeyStore
import java.time.Duration
import java.util.concurrent.TimeUnit
import javax.net.ssl.SSLContext
import javax.net.ssl.TrustManagerFactory

/** Another Java process that uses a token file. It says what it does line by line, and begins when it is told to. */
class StoreProcess implements AutoCloseable {
    private final Process process
    private final BufferedReader said

    StoreProcess(Object... args) {
        def java = Path.of(System.getProperty('java.home'), 'bin', 'java') as String
        process = new ProcessBuilder([java, '-XX:TieredStopAtLevel=1', '-XX:+UseSerialGC', '-cp', classPath(), StoreProcess.name, *args]*.toString())
            .redirectError(ProcessBuilder.Redirect.INHERIT).start()
        said = process.inputStream.newReader('UTF-8')
        assert said.readLine() == 'ready'
    }

    /** The tests run in a named module, so their classes are not all on the class path. */
    private static String classPath() {
        def file = Path.of(StoreProcess.getResource('StoreProcess.class').toURI())
        def folder = (0..StoreProcess.name.count('.')).inject(file) { path, ignored -> path.parent }
        [folder, System.getProperty('java.class.path'), System.getProperty('jdk.module.path')].findAll().join(File.pathSeparator)
    }

    boolean isAlive() {
        process.alive
    }

    StoreProcess begin() {
        process.outputStream.write('\n'.bytes)
        process.outputStream.flush()
        this
    }

    String line() {
        said.readLine()
    }

    void kill() {
        process.destroyForcibly()
        assert process.waitFor(5, TimeUnit.MINUTES)
    }

    @Override
    void close() {
        process.destroyForcibly()
    }

    static void main(String[] args) {
        println 'ready'
        System.in.read()
        def store = TokenStore.file(Path.of(args[1]))
        if (args[0] == 'lock') {
            def lock = store.tryLock()
            println lock == null ? 'busy' : 'locked'
            System.in.read()
            System.in.read()
            lock?.close()
        } else {
            def credential = EntraCredential.deviceCode { throw new IllegalStateException('asked a person') }
                .authority(args[2]).tenant(args[3]).clientId(args[4]).sslContext(trusting(Path.of(args[5]))).store(store).build()
            println said { 'token ' + credential.token(new TokenRequest(Cloud.PUBLIC, Duration.ofMinutes(5), null)).value().hashCode() }
        }
    }

    private static String said(Closure<String> work) {
        try {
            work()
        } catch (Exception e) {
            "failed $e.message"
        }
    }

    private static SSLContext trusting(Path file) {
        def keys = KeyStore.getInstance(file.toFile(), 'changeit'.toCharArray())
        def trust = TrustManagerFactory.getInstance(TrustManagerFactory.defaultAlgorithm)
        trust.init(keys)
        SSLContext.getInstance('TLS').tap { init(null, trust.trustManagers, null) }
    }
}
