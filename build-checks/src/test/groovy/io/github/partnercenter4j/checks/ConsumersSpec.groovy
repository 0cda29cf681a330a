package io.github.partnercenter4j.checks

import groovy.xml.XmlParser
import spock.lang.Shared
import spock.lang.Specification

/** A copy of a project in consumers builds as it is, and has the versions that this repository uses. */
class ConsumersSpec extends Specification {
    private static final List<String> PROJECTS = new Repository(Repository.ROOT).files.findAll { it ==~ 'consumers/projects/[^/]+' }.sort()

    @Shared
    Repository repository = new Repository(Repository.ROOT)

    def '#project has no placeholder and needs no file outside itself'() {
        given:
        def files = repository.files.findAll { it.startsWith(project + '/') && repository.root.resolve(it).toFile().file }

        expect:
        "$project/pom.xml" as String in files
        files.findAll { repository.text(it) =~ /@[\w.-]+@|\.\.\// }.toList() == []
        files.findAll { it ==~ /.*\.(java|kt)/ }

        where:
        project << PROJECTS
    }

    def '#project has the same versions as this repository'() {
        given:
        def here = properties('pom.xml')
        def there = properties("$project/pom.xml")

        expect:
        there['partnercenter4j.version'] == here['revision']
        there.findAll { name, value -> name in here && here[name] != value } == [:]

        and: 'every other version in it is one of these properties'
        (repository.text("$project/pom.xml") =~ /<version>(\d[^<]*)<\/version>/).collect { it[1] } - ['1'] == other

        where:
        project << PROJECTS
        // The version of jakarta.annotation-api, which only the generated code of this project needs.
        other = project.endsWith('/other-client') ? ['2.1.1'] : []
    }

    def 'the project junit has the test of the guide'() {
        expect:
        Example.of('java')*.text.contains(repository.text('consumers/projects/junit/src/test/java/ThrottledTest.java'))
    }

    def 'the project own-operations has the code at #example'() {
        expect:
        lines(repository.text('consumers/projects/own-operations/src/main/java/consumer/Licenses.java')).contains(lines(example.text))

        where:
        example << Example.of('java').findAll { it.ofConsumer }
    }

    def 'the guide shows what the project own-operations is told about its second document'() {
        expect:
        repository.text('consumers/projects/own-operations/verify.groovy').contains(Example.of('').find { it.page.endsWith('/own-operations.md') }.text.trim())
    }

    def 'the plugin at #example is that of the project own-operations'() {
        given:
        def plugin = { String text -> new XmlParser(false, false).parseText(text) }
        def shown = plugin(example.text)
        def project = plugin(repository.text('consumers/projects/own-operations/pom.xml')).build.plugins.plugin.find { it.artifactId.text() == shown.artifactId.text() }
        def values = { it.depthFirst().findAll { node -> node.value().every { child -> child instanceof String } }.collect { node -> [node.name(), node.text()] } }

        expect: 'but for the document and the versions, which are properties there'
        values(shown).findAll { !(it[0] in ['inputSpec', 'version']) } - values(project) == []

        where:
        example << Example.of('xml').findAll { it.text.contains('openapi-generator-maven-plugin') }
    }

    /** The lines without their indentation. */
    private static String lines(String text) {
        text.readLines()*.trim().join('\n').trim()
    }

    def 'the programs on the class path and on the module path are the same'() {
        given:
        def program = 'src/main/java/consumer/Application.java'

        expect:
        repository.text("consumers/projects/application/$program") == repository.text("consumers/projects/module-path/$program")
    }

    def 'the applications with Spring Boot 3 and 4 are the same: #file'() {
        expect:
        repository.text("consumers/projects/spring-boot-3/$file") == repository.text("consumers/projects/spring-boot-4/$file")

        where:
        file << new Repository(Repository.ROOT).files.findAll { it ==~ /.*\/spring-boot-[34]\/.*\.java/ }.collect { it.replaceFirst('.*/spring-boot-[34]/', '') }.unique()
    }

    private Map<String, String> properties(String pom) {
        new XmlParser().parseText(repository.text(pom)).properties[0].children().collectEntries { [it.name().localPart, it.text()] }
    }
}
