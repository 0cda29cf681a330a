package io.github.partnercenter4j.cli

import com.sun.net.httpserver.HttpsConfigurator
import com.sun.net.httpserver.HttpsParameters
import com.sun.net.httpserver.HttpsServer
import java.nio.file.Path
import java.security.KeyStore
import java.util.concurrent.CopyOnWriteArrayList
import java.util.concurrent.TimeUnit
import javax.net.ssl.KeyManagerFactory
import javax.net.ssl.SSLContext
import javax.net.ssl.TrustManagerFactory

/** A server on loopback that requires a client certificate. It writes the keys of both sides to a folder and records the names in the certificates it gets. */
class ClientCertificates implements AutoCloseable {
    static final String PASSWORD = 's3cret-store-password'

    final List<String> shown = new CopyOnWriteArrayList<>()
    private final Path folder
    private final HttpsServer server = HttpsServer.create(new InetSocketAddress('127.0.0.1', 0), 0)

    ClientCertificates(Path folder) {
        this.folder = folder
        key('service')
        key('client')
        key('other')
        def keys = KeyManagerFactory.getInstance('PKIX')
        keys.init(KeyStore.getInstance(file('service.p12').toFile(), PASSWORD.toCharArray()), PASSWORD.toCharArray())
        def trust = TrustManagerFactory.getInstance('PKIX')
        trust.init(KeyStore.getInstance(file('client.p12').toFile(), PASSWORD.toCharArray()))
        def context = SSLContext.getInstance('TLS')
        context.init(keys.keyManagers, trust.trustManagers, null)
        server.httpsConfigurator = new HttpsConfigurator(context) {
            @Override
            void configure(HttpsParameters parameters) {
                def tls = context.defaultSSLParameters
                tls.needClientAuth = true
                parameters.setSSLParameters(tls)
            }
        }
        server.createContext('/') { exchange ->
            shown << exchange.SSLSession.peerPrincipal.name
            def body = '{"items":[{"lineItemNumber":0,"status":"fulfilled"}]}'.bytes
            exchange.responseHeaders.set('Content-Type', 'application/json')
            exchange.sendResponseHeaders(200, body.length)
            exchange.responseBody.withStream { it.write(body) }
        }
        server.start()
    }

    String getUrl() {
        "https://127.0.0.1:$server.address.port"
    }

    Path file(String name) {
        folder.resolve(name)
    }

    private void key(String name) {
        keytool('-genkeypair', '-alias', name, '-keyalg', 'EC', '-dname', "CN=$name", '-ext', 'san=ip:127.0.0.1', '-storetype', 'PKCS12', '-keystore', file("${name}.p12"))
        keytool('-exportcert', '-rfc', '-alias', name, '-keystore', file("${name}.p12"), '-file', file("${name}.pem"))
    }

    static void keytool(Object... options) {
        def command = [Path.of(System.getProperty('java.home'), 'bin', 'keytool'), '-J-XX:TieredStopAtLevel=1', '-J-XX:+UseSerialGC', *options, '-storepass', PASSWORD]
        def process = new ProcessBuilder(command*.toString()).redirectErrorStream(true).start()
        def output = process.inputStream.text
        assert process.waitFor(5, TimeUnit.MINUTES) && process.exitValue() == 0 : output
    }

    @Override
    void close() {
        server.stop(0)
    }
}
