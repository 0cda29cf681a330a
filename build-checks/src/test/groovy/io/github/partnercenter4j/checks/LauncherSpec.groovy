package io.github.partnercenter4j.checks

import java.nio.charset.Charset
import java.nio.charset.CharsetEncoder
import java.nio.file.Files
import java.nio.file.Path
import java.nio.file.attribute.FileTime
import java.util.concurrent.TimeUnit
import java.util.jar.Attributes
import java.util.jar.JarEntry
import java.util.jar.JarOutputStream
import java.util.jar.Manifest
import javax.tools.ToolProvider
import spock.lang.IgnoreIf
import spock.lang.Requires
import spock.lang.Shared
import spock.lang.Specification
import spock.lang.TempDir

/** Runs the launcher in a copy of the folders that it looks at, with a small jar, and with scripts in place of Maven and Java where they matter. */
@IgnoreIf({ os.windows })
class LauncherSpec extends Specification {
    static final List<String> VARIABLES = ['JAVA_TOOL_OPTIONS', 'JDK_JAVA_OPTIONS', '_JAVA_OPTIONS']
    static final Path JAR = Repository.ROOT.resolve('cli/target/pcorders.jar')
    static final CharsetEncoder FILE_NAMES = Charset.forName(System.getProperty('sun.jnu.encoding')).newEncoder()
    static final String SOURCE = '''
        public class Started {
            public static void main(String[] args) {
                System.out.println(String.join(",", args) + " by " + System.getProperty("pcorders.command"));
            }
        }'''

    @Shared
    @TempDir
    Path shared

    @Shared
    Path smallJar

    @TempDir
    Path folder

    Path root

    def setupSpec() {
        def source = Files.writeString(shared.resolve('Started.java'), SOURCE)
        assert ToolProvider.systemJavaCompiler.run(null, null, null, '-d', shared as String, source as String) == 0
        smallJar = shared.resolve('small.jar')
        def manifest = new Manifest()
        manifest.mainAttributes[Attributes.Name.MANIFEST_VERSION] = '1.0'
        manifest.mainAttributes[Attributes.Name.MAIN_CLASS] = 'Started'
        new JarOutputStream(Files.newOutputStream(smallJar), manifest).withCloseable {
            it.putNextEntry(new JarEntry('Started.class'))
            it.write(Files.readAllBytes(shared.resolve('Started.class')))
        }
    }

    def setup() {
        root = checkout('clone')
    }

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

    def "a build shows how far it is, compiles no tests and replaces the jar"() {
        given:
        def before = Files.readAttributes(jar(), 'unix:ino').ino
        outdate()
        fake('sleep', 'exec /bin/sleep 0.1')
        fakeBuild()

        when:
        def run = launch([:], 'a')

        then:
        [run.exitCode, run.out] == [0, "a by $root/pcorders\n".toString()]
        run.err.readLines()[0].startsWith('Building pcorders. ')
        run.err.readLines()[1] ==~ /Building pcorders: \d+ s, client \(3 of 6\)/
        run.err.readLines().last() ==~ /Built pcorders in \d+ s\./
        Files.readString(folder.resolve('arguments')).contains(' -Dmaven.test.skip=true ')
        // A pcorders that runs keeps the old file.
        Files.readAttributes(jar(), 'unix:ino').ino != before
        !Files.exists(root.resolve('cli/target/pcorders.lock'))
        launch([:], 'a').err == ''
    }

    def "a build that fails shows its errors, what to do and where the output is: #hint"() {
        given:
        outdate()
        fake('mvn', "for i in 1 2 3 4 5 6 7 8 9; do echo '[INFO] line'; echo '$line'; done; exit 1")

        when:
        def run = launch([:])

        then:
        run.exitCode == 1
        run.out == ''
        run.err.readLines().size() <= 10
        run.err.contains("\n  $line\n")
        run.err.contains(hint)
        run.err.endsWith("The whole output of Maven is in $root/cli/target/pcorders-build.log\n")
        Files.readAllLines(root.resolve('cli/target/pcorders-build.log')).size() == 18
        !Files.exists(root.resolve('cli/target/pcorders.lock'))

        where:
        line                                                              || hint
        '[ERROR] Could not transfer artifact a:b:1: repo.example'         || 'Check the network'
        '[ERROR] COMPILATION ERROR :'                                     || 'If you changed the sources'
        'mvn: line 1: something else'                                     || 'If you changed the sources'
    }

    def "a closed standard input is empty"() {
        given:
        fakeJava('cat; echo end')
        Files.writeString(folder.resolve('jdk/release'), 'JAVA_VERSION="17"')

        expect:
        start([JAVA_HOME: folder.resolve('jdk') as String], 'sh', '-c', "'$root/pcorders' <&-").with { [exitCode, out, err] } == [0, 'end\n', '']
    }

    def "a build that cannot write says so and ends"() {
        given:
        root.resolve('cli/target').toFile().deleteDir()
        Files.writeString(root.resolve('cli/target'), 'a file')

        expect:
        launch([:]).with { [exitCode, err] } == [1, "pcorders: cannot write to $root/cli/target. Check its permissions.\n".toString()]
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

    /** A folder with what the launcher looks at, and a jar that is newer. */
    private Path checkout(String name, Path packed = smallJar) {
        def checkout = Files.createDirectories(folder.resolve(name))
        ['a', 'api-spec', 'client-generated/templates', 'generator/src/main', 'client-ext/src/main', 'watch/src/main', 'sandbox/src/main', 'cli/src/main', 'cli/target'].each { Files.createDirectories(checkout.resolve(it)) }
        ['pom.xml', 'a/pom.xml', 'api-spec/a.yaml', 'client-generated/openapi-generator.yaml'].each { Files.createFile(checkout.resolve(it)) }
        Files.copy(Repository.ROOT.resolve('pcorders'), checkout.resolve('pcorders')).toFile().executable = true
        def jar = Files.copy(packed, checkout.resolve('cli/target/pcorders.jar'))
        Files.setLastModifiedTime(jar, FileTime.fromMillis(System.currentTimeMillis() + 5000))
        checkout
    }

    private Path jar() {
        root.resolve('cli/target/pcorders.jar')
    }

    private void outdate() {
        Files.setLastModifiedTime(jar(), FileTime.fromMillis(0))
    }

    private void fakeJava(String script) {
        write('jdk/bin/java', script)
    }

    private void fake(String command, String script) {
        write("bin/$command", script)
    }

    /** A Maven that "builds" the small jar and keeps its arguments. */
    private void fakeBuild() {
        fake('mvn', """
            for argument; do
              case \$argument in -Dpcorders.folder=*) target=\${argument#*=}/pcorders.jar ;; esac
            done
            echo "[INFO] Building partnercenter4j: client 1.0.0-SNAPSHOT                 [3/6]"
            echo "\$@" >'${folder.resolve('arguments')}'
            /bin/sleep 1
            cp '$smallJar' "\$target\"""")
    }

    private void write(String file, String script) {
        Files.createDirectories(folder.resolve(file).parent)
        Files.writeString(folder.resolve(file), "#!/bin/sh\n$script\n").toFile().executable = true
    }

    private Map launch(Map<String, String> environment, String... args) {
        start(environment, root.resolve('pcorders') as String, args)
    }

    private Map start(Map<String, String> environment, String launcher, String... args) {
        def process = builder(environment, launcher, args).redirectError(folder.resolve('stderr').toFile()).start()
        def out = process.inputStream.getText('UTF-8')
        assert process.waitFor(60, TimeUnit.SECONDS)
        // Java and its launcher tell on standard error which variables they read.
        def err = folder.resolve('stderr').toFile().getText('UTF-8').readLines().findAll { !(it =~ /^(NOTE: )?Picked up /) }
        [exitCode: process.exitValue(), out: out, err: err.collect { it + '\n' }.join()]
    }

    private ProcessBuilder builder(Map<String, String> environment, String launcher, String... args) {
        def result = new ProcessBuilder([launcher, *args]).directory(folder.toFile())
        VARIABLES.each { result.environment().remove(it) }
        result.environment() << [JAVA_HOME: System.getProperty('java.home'), PATH: "${folder.resolve('bin')}:${System.getenv('PATH')}".toString()] + environment
        result
    }
}
