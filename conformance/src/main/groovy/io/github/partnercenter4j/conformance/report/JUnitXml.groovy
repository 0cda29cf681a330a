package io.github.partnercenter4j.conformance.report

import groovy.xml.MarkupBuilder
import io.github.partnercenter4j.conformance.check.Verdict
import io.github.partnercenter4j.conformance.check.Verdict.State
import io.github.partnercenter4j.conformance.model.Requirement
import java.nio.file.Files
import java.nio.file.Path

/** Writes the verdicts as JUnit XML, one test for each requirement. What Surefire writes has no names of dynamic tests. */
class JUnitXml {
    static void write(Path file, String name, List<Verdict> verdicts, Map<Requirement, String> skipped) {
        Files.createDirectories(file.parent)
        def text = new StringWriter()
        def xml = new MarkupBuilder(text)
        xml.doubleQuotes = true
        xml.mkp.xmlDeclaration(version: '1.0', encoding: 'UTF-8')
        xml.testsuite(name: name, tests: verdicts.size() + skipped.size(), failures: verdicts.count { it.state != State.COVERED }, errors: 0, skipped: skipped.size()) {
            verdicts.each { verdict ->
                testcase(classname: name, name: verdict.requirement) {
                    if (verdict.state != State.COVERED) {
                        failure(message: cleaned(verdict.violations.find() ?: 'the check rejects no counterexample'), cleaned(Failures.of(verdict)))
                    }
                }
            }
            skipped.each { requirement, reason -> testcase(classname: name, name: requirement) { delegate.skipped(message: reason) } }
        }
        Files.writeString(file, text.toString() + '\n')
    }

    /** Replaces what XML 1.0 cannot have, such as a control character of a response. */
    private static String cleaned(String text) {
        text.replaceAll(/[^\t\n\r\x20-\x{D7FF}\x{E000}-\x{FFFD}\x{10000}-\x{10FFFF}]/, '\uFFFD')
    }
}
