package io.github.partnercenter4j.checks

import groovy.xml.XmlSlurper
import io.github.partnercenter4j.sandbox.PartnerCenterSandbox
import java.nio.file.Files
import java.nio.file.Path
import spock.lang.Specification
import spock.lang.TempDir

/** Uses each example of the README and the guides that is neither Java nor a command. */
class OtherExamplesSpec extends Specification {
    @TempDir
    Path folder

    def 'the dependencies at #example are artifacts that the BOM manages'() {
        given:
        def bom = new XmlSlurper().parse(Repository.ROOT.resolve('bom/pom.xml').toFile())
        def managed = bom.dependencyManagement.dependencies.dependency.artifactId*.text() + bom.artifactId.text()

        when:
        def dependencies = new XmlSlurper().parseText("<project>$example.text</project>").'**'.findAll { it.name() == 'dependency' }

        then:
        dependencies
        dependencies.every { it.groupId.text() == 'io.github.partnercenter4j' && it.artifactId.text() in managed }

        where:
        example << Example.of('xml')
    }

    def 'the sandbox reads the orders at #example'() {
        given:
        def file = Files.writeString(folder.resolve('orders.yaml'), example.text)

        when:
        def sandbox = PartnerCenterSandbox.builder().orders(file).start()
        sandbox.setStatus('11111111-2222-3333-4444-555555555555', 'YxH1q4KScfvfkJQjgRI8QY1DznnUWZTH1', 1, 'Fulfilled')

        then:
        notThrown(IllegalArgumentException)

        cleanup:
        sandbox?.close()

        where:
        example << Example.of('yaml')
    }

    def 'every example is of a kind that is run'() {
        expect:
        Example.all()*.language as Set == ['java', 'sh', 'xml', 'yaml', 'csharp', ''] as Set
        // A line of Microsoft's page, for comparison.
        Example.of('csharp')*.page == ['docs/guide/orders.md']
        // CommandExamplesSpec reads the first, LogLineSpec of client-ext the second.
        Example.of('')*.page == ['README.md', 'docs/guide/observability.md']
    }

    def 'the README has at most 170 lines'() {
        expect:
        Files.readAllLines(Repository.ROOT.resolve('README.md')).size() <= 170
    }

    def 'every module of the build is in the README'() {
        given:
        def readme = Files.readString(Repository.ROOT.resolve('README.md'))
        def modules = (Files.readString(Repository.ROOT.resolve('pom.xml')) =~ /<module>([^<]+)<\/module>/).collect { it[1] }

        expect:
        modules.every { readme.contains("`$it`") }
    }
}
