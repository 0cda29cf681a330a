package io.github.partnercenter4j.checks

import io.github.partnercenter4j.testing.Leaks
import spock.lang.Specification

/**
 * Searches what the tests of all modules wrote: the reports with their output and system properties, and the logs at the
 * finest level. Surefire runs it after all other specifications.
 */
class WholeSuiteSpec extends Specification {
    def 'no report, output or log of any module shows a secret'() {
        given:
        def written = Repository.ROOT.toFile().listFiles().collectMany { module ->
            (new File(module, 'target').listFiles() ?: []).findAll { it.name ==~ /surefire-reports|tests-\d+\.log/ }
        }

        expect: 'there is something to search, unless -Dtest selected other tests'
        System.getProperty('test') || ['client-ext/target/surefire-reports', 'client-ext/target/tests-', 'conformance-tests/target/surefire-reports'].every { place ->
            written.any { it.path.contains(place) }
        }

        and: 'its own report of an earlier run quotes what that run found'
        Leaks.inFiles(written).findAll { file, leaks -> !file.name.contains(WholeSuiteSpec.simpleName) } == [:]
    }
}
