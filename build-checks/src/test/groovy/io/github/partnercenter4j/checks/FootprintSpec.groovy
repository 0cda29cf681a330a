package io.github.partnercenter4j.checks

import java.nio.file.Files
import java.nio.file.Path
import spock.lang.Requires
import spock.lang.Specification

/** Limits the number and size of the jars that the client brings to a user. Microsoft's SDK has 33 jars and 10.3 MB. */
@Requires(value = { Files.exists(Repository.ROOT.resolve('client-ext/target/runtime-classpath.txt')) }, reason = 'needs the jars that "mvn verify" packages')
class FootprintSpec extends Specification {
    private static final int MAX_JARS = 17
    private static final long MAX_BYTES = 8_500_000

    def 'the client and its runtime dependencies have at most 17 jars and 8.5 MB'() {
        given:
        def jars = jars()

        expect:
        jars.every { it.fileName.toString().endsWith('.jar') }
        jars*.fileName*.toString().any { it.startsWith('partnercenter4j-client-generated') }
        jars.size() <= MAX_JARS
        jars.sum { Files.size(it) } <= MAX_BYTES
    }

    def 'the guide states their number and size'() {
        given:
        def jars = jars()
        def megabytes = String.format(Locale.ROOT, '%.0f', jars.sum { Files.size(it) } / 1e6)

        expect:
        Files.readString(Repository.ROOT.resolve('docs/guide/install.md')).contains("brings ${jars.size()} jars of together $megabytes MB")
    }

    @Requires(value = { Files.exists(Repository.ROOT.resolve('watch/target/runtime-classpath.txt')) }, reason = 'needs the jars that "mvn verify" packages')
    def 'the watch adds its own jar, db-scheduler, a connection pool and SQLite'() {
        expect:
        (names(jars('watch')) - names(jars())).sort() == ['HikariCP', 'db-scheduler', 'partnercenter4j-watch', 'sqlite-jdbc']
        names(jars()) - names(jars('watch')) == [] as Set
    }

    /** The names of jars without their versions. */
    private static Set<String> names(List<Path> jars) {
        jars.collect { it.fileName.toString().replaceFirst(/-\d[^\/]*$/, '') }.findAll { it != 'partnercenter4j-client-ext' && it != 'classes' } as Set
    }

    private static List<Path> jars(String module = 'client-ext') {
        def target = Repository.ROOT.resolve("$module/target")
        // An earlier build may have left a jar of another version.
        def own = Files.list(target).withCloseable { it.filter { it.fileName.toString() ==~ /partnercenter4j-$module-[^-]+(-SNAPSHOT)?\.jar/ }.toList() }
                .max { Files.getLastModifiedTime(it) }
        [own] + Files.readString(target.resolve('runtime-classpath.txt')).trim().split(File.pathSeparator).collect { Path.of(it) }
    }
}
