package io.github.partnercenter4j.checks

import java.nio.charset.Charset
import java.nio.charset.CharsetEncoder
import java.nio.file.Files
import java.nio.file.Path
import java.nio.file.attribute.FileTime
import spock.lang.IgnoreIf
import spock.lang.Requires

/** How the launcher starts Java. */
@IgnoreIf({ os.windows })
class LauncherSpec extends LauncherSpecification {
    static final Path JAR = Repository.ROOT.resolve('cli/target/pcorders.jar')
    static final CharsetEncoder FILE_NAMES = Charset.forName(System.getProperty('sun.jnu.encoding')).newEncoder()

    def "#variable=#options works"() {
        when:
        def run = launch([(variable): options], 'a', 'b c')

        then:
        [run.exitCode, run.out] == [0, "a,b c by $root/pcorders\n".toString()]

        where:
        [variable, options] << [VARIABLES, ['-XX:+UseG1GC', '-XX:+UseZGC', '-XX:+UseParallelGC', '-XX:+UseSerialGC', '-XX:-UseSerialGC', '-Xmx64m', '-Dx="a version "']].combinations()
    }

    def "without options of the user Java starts quickly"() {
        given:
        fakeJava('echo "$@"')
        Files.writeString(folder.resolve('jdk/release'), 'JAVA_VERSION="17.0.15"\n')

        expect:
        launch([JAVA_HOME: folder.resolve('jdk') as String], 'a').out == "-XX:TieredStopAtLevel=1 -XX:+UseSerialGC -Dpcorders.command=$root/pcorders -jar $root/cli/target/pcorders.jar a\n"
    }

    def "the version of Java is read from #what"() {
        given:
        fakeJava("""
            case "\$*" in
              -version) echo "Picked up JAVA_TOOL_OPTIONS: -Dx=' version \\"3'"; echo 'openjdk version "$version" 2025'; echo 'OpenJDK Server VM (build 9)' ;;
              *) echo started ;;
            esac""")
        if (release) {
            Files.writeString(folder.resolve('jdk/release'), release)
        }

        when:
        def run = launch([JAVA_HOME: folder.resolve('jdk') as String])

        then:
        message ? run.err.startsWith("pcorders: the Java in JAVA_HOME (${folder.resolve('jdk')}) $message") : run.out == 'started\n'
        run.exitCode == (message ? 1 : 0)

        where:
        what               | release                                        | version     || message
        'its release file' | 'IMPLEMENTOR="x"\nJAVA_VERSION="17.0.15"\n'    | '1.8.0_400' || null
        'its release file' | 'JAVA_VERSION="11.0.2"\n'                      | '21'        || 'is too old: version 11.'
        'its release file' | 'JAVA_VERSION="1.8.0_400"\n'                   | '21'        || 'is too old: version 1.'
        'its output'       | null                                           | '25-ea'     || null
        'its output'       | ''                                             | '21.0.1'    || null
        'its output'       | null                                           | '1.8.0_400' || 'is too old: version 1.'
        'its output'       | null                                           | 'none'      || 'does not run.'
    }

    def "pcorders.cmd accepts Java #version: #accepted"(String version) {
        given: 'the expressions for the line that java --list-modules prints'
        def expressions = (Files.readString(Repository.ROOT.resolve('pcorders.cmd')) =~ /findstr \/r "([^"]+)"/)[0][1].tokenize(' ')

        expect:
        expressions.any { "java.base@$version" =~ it } == accepted

        where:
        version                                          || accepted
        Object.module.descriptor.rawVersion().get()      || true
        '17.0.15'                                        || true
        '17-ea'                                          || true
        '23.0.1'                                         || true
        '25'                                             || true
        '16.0.2'                                         || false
        '11.0.2'                                         || false
        '9.0.4'                                          || false
    }

    def "the classes are archived once for a JDK and a jar"() {
        when:
        def first = launch([:], 'a')
        def made = Files.getLastModifiedTime(archives()[0])
        def second = launch([:], 'a')

        then:
        [first, second]*.out.every { it == "a by $root/pcorders\n" }
        [first, second]*.err == ['', '']
        Files.size(archives()[0]) > 0
        Files.getLastModifiedTime(archives()[0]) == made

        when:
        Files.setLastModifiedTime(jar(), FileTime.fromMillis(made.toMillis() + 10_000))
        launch([:], 'a')

        then:
        archives().size() == 1
        Files.getLastModifiedTime(archives()[0]) > made
    }

    def "it works without an archive that fits: #what"() {
        given:
        launch([:], 'a')
        def archive = archives()[0]
        archive.toFile().writable = true
        Files.write(archive, content as byte[])

        when:
        def run = launch([:], 'a')

        then:
        [run.exitCode, run.err, run.out] == [0, '', "a by $root/pcorders\n".toString()]

        where:
        what                     | content
        'the JDK cannot make it' | []
        'it is broken'           | [1, 2, 3]
        'it is of another JVM'   | [0] * 100_000
    }

    private List<Path> archives() {
        Files.list(jar().parent).withCloseable { files -> files.filter { it.toString().endsWith('.jsa') }.toList() }
    }

    def "it works in the folder '#name', also through links"() {
        given:
        root = checkout(name)
        def link = Files.createSymbolicLink(folder.resolve('link'), root.resolve('pcorders'))
        def relative = Files.createSymbolicLink(folder.resolve('relative'), folder.relativize(root.resolve('pcorders')))

        expect:
        [root.resolve('pcorders'), link, relative].every { launcher ->
            def run = start([:], launcher as String, 'a')
            [run.exitCode, run.err, run.out] == [0, '', "a by $launcher\n".toString()]
        }
        start([CDPATH: '/', PATH: "$root:${System.getenv('PATH')}".toString()], 'sh', '-c', 'pcorders a').out == "a by $root/pcorders\n"

        where:
        name << ['wow!', 'a  b', 'c#%20+d', '\u00fcml\u00e4ut', "it's", '$HOME', '-n', '\\t*?[a]'].findAll { FILE_NAMES.canEncode(it) }
    }

    def "a closed standard input is empty"() {
        given:
        fakeJava('cat; echo end')
        Files.writeString(folder.resolve('jdk/release'), 'JAVA_VERSION="17"')

        expect:
        start([JAVA_HOME: folder.resolve('jdk') as String], 'sh', '-c', "'$root/pcorders' <&-").with { [exitCode, out, err] } == [0, 'end\n', '']
    }

    @Requires(value = { Files.exists(LauncherSpec.JAR) }, reason = 'needs the packed command, which "mvn verify" makes')
    def "the packed command finds its resources in the folder '#name'"() {
        given:
        root = checkout(name, JAR)

        expect:
        launch([:], '--version').with { exitCode == 0 && out.startsWith('pcorders ') }
        launch([:], 'status', '--sandbox').with { exitCode == 0 && err == '' && out.contains('fulfilled') }

        where:
        name << ['wow!', 'a b#%20+!'].findAll { FILE_NAMES.canEncode(it) }
    }
}
