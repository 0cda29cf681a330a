package io.github.partnercenter4j.checks

import io.github.partnercenter4j.testing.Javac
import io.github.partnercenter4j.testing.Regeneration
import java.nio.file.Files
import java.nio.file.Path
import java.util.concurrent.TimeUnit
import spock.lang.AutoCleanup
import spock.lang.Requires
import spock.lang.Shared
import spock.lang.Specification
import spock.lang.TempDir

/** The generator writes the same bytes for the same spec in every folder, at any time, in any locale and on any JDK. */
class RegenerationSpec extends Specification {
    private static final Path PROJECT = Repository.ROOT
    private static final String GENERATED = 'client-generated/target/generated-sources/openapi'
    private static final Path JDK = Path.of(System.getProperty('java.home'))
    private static final Path OTHER_JDK = otherJdk()
    private static final List<String> HERE = ['-Duser.language=en', '-Duser.country=US', '-Duser.timezone=UTC', '-Dfile.encoding=UTF-8']
    private static final List<String> ELSEWHERE = ['-Duser.language=tr', '-Duser.country=TR', '-Duser.timezone=Asia/Kathmandu', '-Dfile.encoding=ISO-8859-9']

    @TempDir
    Path folder

    @Shared
    @TempDir
    Path folderOfHere

    /** The clone that the others are compared with, and the process that generates in it. */
    @Shared
    Path here

    @Shared
    @AutoCleanup('destroyForcibly')
    Process generatorHere

    def setupSpec() {
        here = clone(folderOfHere, 'a')
        generatorHere = generator(JDK, HERE, here)
    }

    def 'two clones in different paths and locales generate the same bytes'() {
        given:
        def elsewhere = clone(folder, 'a path/that is longer')

        when:
        def generatorElsewhere = generator(JDK, ELSEWHERE, elsewhere)

        then:
        [generatorHere, generatorElsewhere].every { it.waitFor(10, TimeUnit.MINUTES) && it.exitValue() == 0 }
        sources(here).size() > 10
        sources(here) == sources(elsewhere)

        cleanup:
        generatorElsewhere?.destroyForcibly()
    }

    @Requires(value = { RegenerationSpec.OTHER_JDK != null }, reason = 'there is no other JDK on this machine')
    def 'another JDK in another locale generates the same bytes'() {
        given:
        def elsewhere = clone(folder, 'b')

        when:
        def generatorElsewhere = generator(OTHER_JDK, ELSEWHERE, elsewhere)

        then:
        [generatorHere, generatorElsewhere].every { it.waitFor(10, TimeUnit.MINUTES) && it.exitValue() == 0 }
        sources(here) == sources(elsewhere)

        cleanup:
        generatorElsewhere?.destroyForcibly()
    }

    def 'a difference is noticed: #planted'(String planted) {
        given:
        def clones = [clone(folder, 'a'), clone(folder, 'b')]
        clones.each {
            def template = it.resolve('client-generated/templates/licenseInfo.mustache')
            Files.writeString(template, Files.readString(template).replace('License:', planted + ' License:'))
        }

        when:
        clones.each { Regeneration.main(it.toString()) }

        then:
        sources(clones[0]) != sources(clones[1])

        where:
        planted << ['{{{generatedDate}}}', '{{{inputSpec}}}{{{outputFolder}}}']
    }

    @Requires(value = { System.getProperty('regenerated') }, reason = 'no other clone was given: -Dregenerated=FOLDER')
    def 'a clone that Maven built in another path and locale has the same sources'() {
        given:
        def here = built(PROJECT)

        expect:
        here.size() > 10
        here == built(Path.of(System.getProperty('regenerated')))
    }

    def 'a clone that #what is noticed'(String what, Closure change) {
        given:
        def clones = ['a', 'b'].collect { folder.resolve(it) }
        clones.each {
            def sources = Files.createDirectories(it.resolve(GENERATED).resolve('src/main/java'))
            Files.writeString(sources.resolve('One.java'), 'class One {}')
            Files.writeString(sources.resolve('Other.java'), 'class Other {}')
        }
        assert built(clones[0]) == built(clones[1])

        when:
        change(clones[1].resolve(GENERATED).resolve('src/main/java'))

        then:
        built(clones[0]) != built(clones[1])

        where:
        what                   | change
        'changes a byte'       | { Files.writeString(it.resolve('One.java'), 'class one {}') }
        'lacks a source'       | { Files.delete(it.resolve('One.java')) }
        'has one source more'  | { Files.writeString(it.resolve('More.java'), 'class More {}') }
        'has one elsewhere'    | { Files.move(it.resolve('One.java'), Files.createDirectory(it.resolve('one')).resolve('One.java')) }
    }

    private static Map<String, String> built(Path clone) {
        Regeneration.sources(clone.resolve(GENERATED))
    }

    private static Map<String, String> sources(Path clone) {
        Regeneration.sources(clone.resolve('generated'))
    }

    private static Path clone(Path folder, String name) {
        def clone = folder.resolve(name)
        ['api-spec/partner-center-orders.yaml', 'client-generated/openapi-generator.yaml', 'client-generated/templates'].each { part ->
            Files.walk(PROJECT.resolve(part)).withCloseable { walk ->
                walk.findAll { Files.isRegularFile(it) }.each {
                    def copy = clone.resolve(PROJECT.relativize(it).toString())
                    Files.createDirectories(copy.parent)
                    Files.copy(it, copy)
                }
            }
        }
        clone
    }

    private static Process generator(Path jdk, List<String> locale, Path clone) {
        def log = clone.resolve('generator.log').toFile()
        new ProcessBuilder([jdk.resolve('bin/java').toString()] + locale + ['-XX:TieredStopAtLevel=1', '-XX:+UseSerialGC', '-cp', Javac.testClassPath.join(File.pathSeparator),
                                                                           Regeneration.name, clone.toString()]).redirectErrorStream(true).redirectOutput(log).start()
    }

    /** Looks for a JDK of another release in the folder of this JDK. */
    private static Path otherJdk() {
        def release = { Path home -> Files.exists(home.resolve('release')) ? Files.readString(home.resolve('release')).find(/JAVA_VERSION="(\d+)/) : null }
        Files.list(JDK.toRealPath().parent).withCloseable { list ->
            list.findAll { Files.isExecutable(it.resolve('bin/java')) && release(it) != null && release(it) != release(JDK) }.sort().find()
        }
    }
}
