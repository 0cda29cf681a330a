package io.github.partnercenter4j.checks

import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass

import io.github.partnercenter4j.sandbox.PartnerCenterSandbox
import io.github.partnercenter4j.testing.Javac
import java.nio.file.Files
import java.nio.file.Path
import org.junit.platform.launcher.EngineFilter
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder
import org.junit.platform.launcher.core.LauncherFactory
import org.junit.platform.launcher.listeners.SummaryGeneratingListener
import spock.lang.Specification
import spock.lang.TempDir

/** What docs/sandbox.md shows works as it stands. */
class SandboxDocumentSpec extends Specification {
    static final DOCUMENT = Files.readString(Path.of('../docs/sandbox.md'))

    @TempDir
    Path folder

    def 'the test of the document compiles without a warning and passes'() {
        given:
        def source = Files.writeString(folder.resolve('ThrottledTest.java'), block('java', 'class ThrottledTest'))
        def classes = folder.resolve('classes')
        Javac.compile([source], classes, Javac.testClassPath)
        def loader = new URLClassLoader([classes.toUri().toURL()] as URL[], getClass().classLoader)
        def summary = new SummaryGeneratingListener()

        when:
        def request = LauncherDiscoveryRequestBuilder.request().selectors(selectClass(loader.loadClass('ThrottledTest')))
                .filters(EngineFilter.includeEngines('junit-jupiter')).build()
        LauncherFactory.create().execute(request, summary)

        then:
        summary.summary.failures*.exception == []
        summary.summary.testsSucceededCount == 1

        cleanup:
        loader.close()
    }

    def 'the test has at most twenty lines'() {
        given:
        def body = block('java', 'class ThrottledTest').readLines().dropWhile { !it.contains('@ExtendWith') }

        expect:
        body.size() <= 20
    }

    def 'the orders file of the document is read'() {
        given:
        def file = Files.writeString(folder.resolve('orders.yaml'), block('yaml', 'customers:'))

        when:
        def sandbox = PartnerCenterSandbox.builder().orders(file).start()
        sandbox.setStatus('11111111-2222-3333-4444-555555555555', 'YxH1q4KScfvfkJQjgRI8QY1DznnUWZTH1', 1, 'Fulfilled')

        then:
        notThrown(IllegalArgumentException)

        cleanup:
        sandbox?.close()
    }

    private static String block(String language, String content) {
        DOCUMENT.split('```').find { it.startsWith(language + '\n') && it.contains(content) }.substring(language.length() + 1)
    }
}
