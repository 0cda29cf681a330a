package io.github.partnercenter4j.client.entra

import com.microsoft.aad.msal4j.PublicClientApplication
import io.github.partnercenter4j.client.Cloud
import io.github.partnercenter4j.client.CredentialException
import io.github.partnercenter4j.client.Keys
import io.github.partnercenter4j.client.RawServer
import io.github.partnercenter4j.client.RunningCall
import io.github.partnercenter4j.client.internal.http.TransportSettings
import java.time.Clock
import java.time.Duration
import java.util.concurrent.AbstractExecutorService
import java.util.concurrent.CountDownLatch
import java.util.concurrent.ExecutorService
import java.util.concurrent.Executors
import java.util.concurrent.TimeUnit
import spock.lang.AutoCleanup
import spock.lang.Specification

/** The real MSAL4J. It needs no authorization server until a person has signed in. */
class MsalSessionSpec extends Specification {
    @AutoCleanup('shutdownNow')
    ExecutorService flows = new EagerExecutor()

    def settings = new EntraSettings('contoso.example', 'client-id', null, null, new MemoryTokenStore(), new TransportSettings(Duration.ofMinutes(1), 1, 1_000_000), {}, System::nanoTime, Clock.systemUTC())

    def "a sign-in that is faster than MSAL's own method works"() {
        when:
        new MsalSession(settings, Cloud.PUBLIC, flows, Pacing.none()).byBrowser { decline(it) }

        then:
        def e = thrown(CredentialException)
        e.message.startsWith('No token: the authorization server returned access_denied')
    }

    def 'a browser that returns with an unknown error is reported, and not quoted'() {
        when:
        new MsalSession(settings, Cloud.PUBLIC, flows, Pacing.none()).byBrowser { decline(it, 'Not+An+Error') }

        then:
        def e = thrown(CredentialException)
        e.message == 'No token: the browser returned with an error, without a sign-in. What to do: sign in again'
    }

    def 'an interrupt of the thread that waits for the browser is reported, and the flag stays set'() {
        given:
        def client = PublicClientApplication.builder('client-id').authority('https://a.example/contoso.example/').instanceDiscovery(false).build()

        when:
        Thread.currentThread().interrupt()
        new BrowserSignIn(client, ['a-scope'] as Set, { }).authorize()

        then:
        def e = thrown(CredentialException)
        e.message == 'No token: interrupted while waiting for the browser'
        Thread.interrupted()
    }

    def 'a session that is closed ends the thread that watches its requests'() {
        given:
        def session = new MsalSession(settings, Cloud.PUBLIC, flows, Pacing.none())
        def watchdog = session.http.transport.watchdog.thread

        when:
        session.close()
        watchdog.join(300_000)

        then:
        !watchdog.alive
    }

    def 'an interrupt ends the sign-in, and the flag stays set'() {
        given:
        def asked = new CountDownLatch(1)
        def pool = Executors.newCachedThreadPool()
        def running = new RunningCall('platform', { new MsalSession(settings, Cloud.PUBLIC, pool, Pacing.none()).byBrowser { asked.countDown() } })
        asked.await()

        when:
        running.thread.interrupt()
        def e = running.failure()

        then:
        e instanceof CredentialException
        e.message == 'No token: interrupted while signing in'
        running.interrupted

        cleanup:
        pool?.shutdownNow()
    }

    def "a device code that arrives before MSAL's own method returns is shown and polled: #requests requests"() {
        given:
        def socket = Keys.context(Keys.localhost, null).serverSocketFactory.createServerSocket(0, 50, InetAddress.loopbackAddress)
        def server = new RawServer(socket, { c ->
            while (c.request() != null) {
                c.send(c.server.requests.size() == 1
                        ? RawServer.ok("""{"device_code":"s3cret","user_code":"u","verification_uri":"https://a.example","expires_in":$lifetime,"interval":0,"message":"m"}""")
                        : 'HTTP/1.1 400 Bad Request\r\nContent-Length: 34\r\n\r\n{"error":"authorization_declined"}')
            }
        })
        def transport = new TransportSettings(Duration.ofMinutes(1), 1, 1_000_000, Keys.context(null, Keys.localhost), null)
        def shown = []

        when:
        new MsalSession(new EntraSettings('contoso.example', 'client-id', null, URI.create("https://localhost:$server.port"), new MemoryTokenStore(), transport, {}, System::nanoTime, Clock.systemUTC()), Cloud.PUBLIC, flows, Pacing.none())
                .byDeviceCode { shown << [it.userCode(), it.verificationUri(), it.lifetime(), it.message()] }

        then:
        def e = thrown(CredentialException)
        e.message.startsWith(message)
        shown == [['u', 'https://a.example', Duration.ofSeconds(lifetime), 'm']]
        server.requests.size() == requests

        cleanup:
        server?.close()

        where: 'MSAL does not poll for a code that has expired when it arrives'
        lifetime || requests | message
        900      || 2        | 'No token: the authorization server returned authorization_declined.'
        0        || 1        | 'No token: the code was not entered in time. What to do: sign in again'
    }

    def 'the exception of a failed sign-in is named with its cause, and not quoted'() {
        when:
        new MsalSession(settings, Cloud.PUBLIC, flows, Pacing.none()).byBrowser { throw new IllegalStateException('in words', new IOException('in words')) }

        then:
        def e = thrown(CredentialException)
        e.message == 'No token: the sign-in failed with java.lang.IllegalStateException (java.io.IOException)'
        e.cause == null
    }

    private static void decline(URI page, String error = 'access_denied') {
        def query = page.query.split('&').collectEntries { it.split('=', 2) as List }
        URI.create("$query.redirect_uri?error=$error&state=$query.state").toURL().text
    }

    /** Runs each task until it waits or ends before it returns to the caller. */
    private static class EagerExecutor extends AbstractExecutorService {
        private final List<Thread> threads = [].asSynchronized()

        @Override
        void execute(Runnable task) {
            def thread = new Thread(task)
            threads << thread
            thread.start()
            while (thread.alive && !thread.stackTrace.any { it.methodName == 'join' }) {
                Thread.onSpinWait()
            }
        }

        @Override
        List<Runnable> shutdownNow() {
            threads*.interrupt()
            []
        }

        @Override
        void shutdown() {
            shutdownNow()
        }

        @Override
        boolean isShutdown() {
            threads.every { !it.alive }
        }

        @Override
        boolean isTerminated() {
            shutdown
        }

        @Override
        boolean awaitTermination(long timeout, TimeUnit unit) {
            shutdown
        }
    }
}
