package io.github.partnercenter4j.client

import java.time.Clock
import java.time.Duration
import java.util.concurrent.AbstractExecutorService
import java.util.concurrent.ExecutorService
import java.util.concurrent.TimeUnit
import spock.lang.AutoCleanup
import spock.lang.Specification
import spock.lang.Timeout

/** The real MSAL4J. It needs no authority as long as nobody has signed in. */
@Timeout(20)
class MsalSessionSpec extends Specification {
    @AutoCleanup('shutdownNow')
    ExecutorService flows = new Hasty()

    def settings = new EntraSettings('contoso.example', 'client-id', null, null, new MemoryTokenStore(), new TransportSettings(Duration.ofSeconds(5), 1, 1_000_000), {}, Clock.systemUTC())

    def 'a sign-in that is faster than MSAL notes it down ends as any other'() {
        when:
        new MsalSession(settings, Cloud.PUBLIC, flows).byBrowser { page ->
            Thread.start { decline(page) }
        }

        then:
        def e = thrown(CredentialException)
        e.message.startsWith('No token: the browser came back without a sign-in')
    }

    private static void decline(URI page) {
        def query = page.query.split('&').collectEntries { it.split('=', 2) as List }
        URI.create("$query.redirect_uri?error=access_denied&state=$query.state").toURL().text
    }

    /** Lets what it begins go on, until that waits or is over, before whoever began it. */
    private static class Hasty extends AbstractExecutorService {
        private final List<Thread> threads = [].asSynchronized()

        @Override
        void execute(Runnable task) {
            def thread = new Thread(task)
            threads << thread
            thread.start()
            while (thread.state in [Thread.State.NEW, Thread.State.RUNNABLE]) {
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
