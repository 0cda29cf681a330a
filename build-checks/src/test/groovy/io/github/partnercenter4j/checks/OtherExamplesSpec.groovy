package io.github.partnercenter4j.checks

import com.fasterxml.jackson.databind.json.JsonMapper
import groovy.xml.XmlSlurper
import io.github.partnercenter4j.sandbox.PartnerCenterSandbox
import io.github.partnercenter4j.spring.PartnerCenterBuilderCustomizer
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

    def 'the Gradle dependencies at #example are artifacts that the BOM manages, in the current version'() {
        given:
        def bom = new XmlSlurper().parse(Repository.ROOT.resolve('bom/pom.xml').toFile())
        def managed = bom.dependencyManagement.dependencies.dependency.artifactId*.text()
        def version = new XmlSlurper().parse(Repository.ROOT.resolve('pom.xml').toFile()).properties.revision.text()

        when:
        def dependencies = (example.text =~ /"io\.github\.partnercenter4j:([^"]+)"/).collect { it[1] }

        then:
        dependencies
        dependencies.every { it in managed || it == "$bom.artifactId:$version" as String }

        where:
        example << Example.of('kotlin')
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

    def 'the properties at #example are those of the starter'() {
        given:
        def known = new JsonMapper().readValue(PartnerCenterBuilderCustomizer.getResource('/META-INF/spring-configuration-metadata.json'), Map).properties*.name
        def properties = new Properties().tap { load(new StringReader(example.text)) }

        expect:
        properties
        properties.keySet().every { it in known }

        where:
        example << Example.of('properties')
    }

    def 'the guide lists each property of the starter'() {
        given:
        def guide = Files.readString(Repository.ROOT.resolve('docs/guide/spring-boot.md'))

        expect:
        guide.contains("`$name`") || guide.contains("`.${name.tokenize('.').last()}`")

        where:
        name << new JsonMapper().readValue(PartnerCenterBuilderCustomizer.getResource('/META-INF/spring-configuration-metadata.json'), Map).properties*.name.findAll { it.startsWith('partnercenter') }
    }

    def 'every example is of a kind that is run'() {
        expect:
        Example.all()*.language as Set == ['java', 'sh', 'xml', 'yaml', 'kotlin', 'properties', 'csharp', ''] as Set
        // A line of Microsoft's page, for comparison.
        Example.of('csharp')*.page == ['docs/guide/orders.md']
        // CommandExamplesSpec reads the first ones, LogLineSpec of client-ext the next, ConsumersSpec the last.
        Example.of('')*.page == ['README.md', 'docs/guide/command-line.md', 'docs/guide/command-line.md', 'docs/guide/observability.md', 'docs/guide/own-operations.md']
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
