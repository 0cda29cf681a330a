package io.github.partnercenter4j.checks

import com.fasterxml.jackson.databind.json.JsonMapper
import groovy.xml.XmlParser
import java.nio.file.Files
import java.nio.file.Path
import java.util.zip.ZipFile
import spock.lang.Requires
import spock.lang.Shared
import spock.lang.Specification
import spock.lang.TempDir

/**
 * Tests what a release deploys. Another build makes the release, so the folders are given on the command line:
 * -Dpublished=FOLDER -Dpublished.again=FOLDER.
 */
class PublishedSpec extends Specification {
    private static final String PREFIX = 'partnercenter4j-'
    private static final JAR = ['.jar', '-sources.jar', '-javadoc.jar', '.pom', '-cyclonedx.json', '-cyclonedx.xml']
    private static final ARTIFACTS = [
            'api-spec'        : JAR,
            'bom'             : JAR.findAll { !it.endsWith('.jar') },
            'cli'             : JAR + ['-executable.jar'],
            'client-ext'      : JAR,
            'client-generated': JAR,
            'conformance'     : JAR,
            'generator'       : JAR,
            'sandbox'         : JAR,
            'spring-boot-starter': JAR,
            'watch'           : JAR
    ]

    /** Those of Swagger UI, and of what is bundled with it. */
    private static final List<String> LICENSES = ['LICENSE', 'NOTICE', 'swagger-ui-bundle.js.LICENSE.txt']

    @TempDir
    Path folder

    @Shared
    Published published = new Published(Path.of(System.getProperty('published', '.')))

    def 'the BOM manages each published artifact, and nothing else'() {
        given:
        def pom = new XmlParser().parse(Repository.ROOT.resolve('bom/pom.xml').toFile())

        expect:
        pom.dependencyManagement.dependencies.dependency*.artifactId*.text()*.minus(PREFIX).sort() == ARTIFACTS.keySet().sort() - 'bom'
        pom.dependencyManagement.dependencies.dependency.every { it.version.text() == '${project.version}' && !it.scope }
    }

    @Requires({ System.getProperty('published') })
    def 'each artifact is published with its sources, Javadoc and bill of materials'() {
        expect:
        published.files(artifact) == suffixes as Set

        where:
        artifact << ARTIFACTS.keySet()
        suffixes << ARTIFACTS.values()
    }

    @Requires({ System.getProperty('published') })
    def 'the pom of #artifact has no parent and has the metadata that Maven Central requires'() {
        given:
        def pom = new XmlParser().parse(published.file(artifact, '.pom').toFile())

        expect:
        !pom.parent
        ['name', 'description', 'url'].every { pom[it].text() }
        pom.licenses.license.name.text() == 'Apache-2.0'
        pom.developers.developer.name.text()
        ['connection', 'developerConnection', 'url'].every { pom.scm[it].text() }
        !pom.dependencies.dependency.any { it.scope.text() == 'test' }
        !(published.file(artifact, '.pom').toFile().text =~ /\$\{(?!project\.version)/)

        where:
        artifact << ARTIFACTS.keySet()
    }

    @Requires({ System.getProperty('published') })
    def 'the bill of materials lists each jar that a user of the client gets'() {
        given:
        def listed = new JsonMapper().readValue(published.file('client-ext', '-cyclonedx.json').toFile(), Map).components.collect { "$it.group:$it.name" as String }
        def jars = Files.readAllLines(Repository.ROOT.resolve('consumers/projects/application/runtime-jars.txt'))

        expect:
        listed.containsAll(jars - 'io.github.partnercenter4j:partnercenter4j-client-ext')
    }

    def 'the notice of the sandbox names the version of Swagger UI that its licenses are from'() {
        given:
        def repository = new Repository(Repository.ROOT)
        def version = new XmlParser().parse(Repository.ROOT.resolve('pom.xml').toFile()).properties.'swagger-ui.version'.text()

        expect:
        repository.text('sandbox/src/main/resources/META-INF/NOTICE').contains("Swagger UI $version (")
    }

    @Requires({ System.getProperty('published') })
    def 'the files of Swagger UI in #artifact#suffix come with their licenses, and with an entry in its bill of materials'() {
        given:
        def jar = new ZipFile(published.file(artifact, suffix).toFile())
        def entries = jar.entries()*.name
        def text = { String name -> jar.getInputStream(jar.getEntry(name)).getText('UTF-8') }
        def components = new JsonMapper().readValue(published.file(artifact, '-cyclonedx.json').toFile(), Map).components

        expect:
        entries.any { it.endsWith(shipped) }
        LICENSES.every { "META-INF/licenses/swagger-ui/$it" as String in entries }
        text('META-INF/licenses/swagger-ui/LICENSE').contains('Version 2.0, January 2004')
        text('META-INF/licenses/swagger-ui/NOTICE').contains('SmartBear Software Inc.')
        artifact == 'api-spec' || text('META-INF/NOTICE').contains('SmartBear Software Inc.')
        artifact == 'api-spec' || components.find { it.group == 'org.webjars' && it.name == 'swagger-ui' }.licenses*.license.id == ['Apache-2.0']

        cleanup:
        jar?.close()

        where:
        artifact   | suffix            | shipped
        'sandbox'  | '.jar'            | '/swagger-ui-bundle.js'
        'cli'      | '-executable.jar' | '/swagger-ui-bundle.js'
        'api-spec' | '-javadoc.jar'    | 'index.html'
    }

    @Requires({ System.getProperty('published.again') })
    def 'a build of the same commit in another folder has the same bytes'() {
        expect:
        published.differences(new Published(Path.of(System.getProperty('published.again')))) == []
    }

    def 'a build that #what is reported'(String what, String file, Closure change) {
        given:
        def one = Files.createDirectories(folder.resolve('one/io/github'))
        def other = Files.createDirectories(folder.resolve('other/io/github'))
        [one, other].each {
            Files.writeString(it.resolve('a.jar'), 'jar')
            Files.writeString(it.resolve('a.pom'), 'pom')
            Files.writeString(it.resolve('a.jar.asc'), "signed at $it")
            Files.writeString(it.resolve('maven-metadata.xml'), "deployed at $it")
        }

        when:
        change(other)

        then:
        new Published(folder.resolve('one')).differences(new Published(folder.resolve('other'))) == (file ? [file] : [])

        where:
        what                 | file               | change
        'changes a byte'     | 'io/github/a.jar'  | { Files.writeString(it.resolve('a.jar'), 'jaR') }
        'lacks a file'       | 'io/github/a.pom'  | { Files.delete(it.resolve('a.pom')) }
        'has one file more'  | 'io/github/b.jar'  | { Files.writeString(it.resolve('b.jar'), 'more') }
    }

    def 'a build that differs only in signatures and dates of publishing is accepted'() {
        given:
        ['one', 'other'].each {
            def file = Files.createDirectories(folder.resolve(it))
            Files.writeString(file.resolve('a.jar'), 'jar')
            Files.writeString(file.resolve('a.jar.asc'), it)
            Files.writeString(file.resolve('maven-metadata.xml'), it)
        }

        expect:
        new Published(folder.resolve('one')).differences(new Published(folder.resolve('other'))) == []
    }
}
