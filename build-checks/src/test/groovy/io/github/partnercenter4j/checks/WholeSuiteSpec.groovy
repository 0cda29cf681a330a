package io.github.partnercenter4j.checks

import io.github.partnercenter4j.testing.Leaks
import spock.lang.Specification

/**
 * Reads what the tests of all modules wrote: reports with their output and system properties, and the logs at the finest
 * level. It runs after all other specifications, in an execution of its own.
 */
class WholeSuiteSpec extends Specification {
    def 'no report, output or log of any module shows a secret'() {
        given:
        def written = new File('..').listFiles().collectMany { module ->
            ['surefire-reports', 'tests.log'].collect { new File(module, "target/$it") }.findAll { it.exists() }
        }

        expect:
        written.any { it.path.contains('conformance-tests') }
        // Its own report of a run before tells what that run found.
        Leaks.inFiles(written).findAll { file, leaks -> !file.name.contains(WholeSuiteSpec.simpleName) } == [:]
    }
}
