package io.github.partnercenter4j.checks

import java.nio.file.Files
import java.nio.file.Path
import spock.lang.Requires
import spock.lang.Specification

/** What a consumer of the client takes on. The SDK that it replaces weighs 33 jars and 10.3 MB. */
@Requires(value = { Files.exists(Path.of('../client-ext/target/runtime-classpath.txt')) }, reason = 'needs the jars, which "mvn verify" packages')
class FootprintSpec extends Specification {
    private static final int MOST_JARS = 17
    private static final long MOST_BYTES = 8_500_000

    def 'the client and all that it needs at run time stay small'() {
        given:
        def jars = jars()

        expect:
        jars.every { it.fileName.toString().endsWith('.jar') }
        jars*.fileName*.toString().any { it.startsWith('partnercenter4j-client-generated') }
        jars.size() <= MOST_JARS
        jars.sum { Files.size(it) } <= MOST_BYTES
    }

    def 'the guide tells their number and size'() {
        given:
        def jars = jars()
        def megabytes = String.format(Locale.ROOT, '%.0f', jars.sum { Files.size(it) } / 1e6)

        expect:
        Files.readString(Path.of('../docs/guide/install.md')).contains("brings ${jars.size()} jars of together $megabytes MB")
    }

    private static List<Path> jars() {
        def target = Path.of('../client-ext/target')
        // Another version may have been built here before.
        def own = Files.list(target).withCloseable { it.filter { it.fileName.toString() ==~ /partnercenter4j-client-ext-[^-]+(-SNAPSHOT)?\.jar/ }.toList() }
                .max { Files.getLastModifiedTime(it) }
        [own] + Files.readString(target.resolve('runtime-classpath.txt')).trim().split(File.pathSeparator).collect { Path.of(it) }
    }
}
