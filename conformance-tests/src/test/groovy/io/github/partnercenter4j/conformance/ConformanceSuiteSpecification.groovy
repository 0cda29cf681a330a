package io.github.partnercenter4j.conformance

import java.nio.file.Files
import java.nio.file.Path
import java.time.Duration
import org.junit.jupiter.api.DynamicContainer
import org.junit.jupiter.api.DynamicTest
import org.opentest4j.TestAbortedException
import spock.lang.Specification
import spock.lang.TempDir

/** Somebody else's project extends the suite for its own OpenAPI document. */
abstract class ConformanceSuiteSpecification extends Specification {
    static final String SUBSCRIPTIONS = ConformanceSuiteSpecification.getResource('/suite/subscriptions.yaml').getText('UTF-8')
    static final String OPERATION = 'getSubscriptionProvisioningStatus'

    @TempDir
    Path folder

    static class Suite extends ConformanceSuite {
        Path spec
        Path reports
        List<Class<?>> client = []
        URI target
        String token = ''
        Map<String, String> arguments = [:]

        @Override
        protected Path spec() {
            spec
        }

        @Override
        protected List<Class<?>> client() {
            client
        }

        @Override
        protected URI target() {
            target
        }

        @Override
        protected String token() {
            token
        }

        @Override
        protected Map<String, String> arguments() {
            arguments
        }

        @Override
        protected Duration pause() {
            Duration.ZERO
        }

        @Override
        protected Path reports() {
            reports
        }
    }

    Suite suite(String yaml, Map<String, Object> properties = [:]) {
        new Suite([spec: Files.writeString(folder.resolve('spec.yaml'), yaml), reports: folder.resolve('reports')] + properties)
    }

    /** Returns how each test ended, by its name. */
    static Map<String, String> run(ConformanceSuite suite) {
        Map<String, String> results = [:]
        suite.requirements().forEach { DynamicContainer group ->
            group.children.forEach { DynamicTest test -> results["$group.displayName: $test.displayName".toString()] = outcome(test) }
        }
        results
    }

    static String outcome(DynamicTest test) {
        try {
            test.executable.execute()
            'passed'
        } catch (TestAbortedException e) {
            'skipped: ' + e.message.replaceAll('.*Does not apply: ', '')
        } catch (AssertionError e) {
            'failed: ' + e.message
        }
    }
}
