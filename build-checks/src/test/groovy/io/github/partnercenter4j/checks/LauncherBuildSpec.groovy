package io.github.partnercenter4j.checks

import java.nio.file.Files
import java.nio.file.attribute.FileTime
import spock.lang.IgnoreIf

/** How the launcher builds the jar that it starts, and what it says meanwhile. */
@IgnoreIf({ os.windows })
class LauncherBuildSpec extends LauncherSpecification {
    def "a build shows how far it is, compiles no tests and replaces the jar"() {
        given:
        def before = Files.readAttributes(jar(), 'unix:ino').ino
        outdate()
        fake('sleep', 'exec /bin/sleep 0.01')
        fakeBuild("until grep -q '3 of 6' '${folder.resolve('stderr')}'; do /bin/sleep 0.01; done")

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

    def "a build ends, although the process that shows how far it is gets no signal"() {
        given:
        outdate()
        fakeBuild(':')

        when: 'a signal that is ignored at the start stays ignored'
        def run = start([:], 'sh', '-c', "trap '' TERM; exec '$root/pcorders' a")

        then:
        [run.exitCode, run.out] == [0, "a by $root/pcorders\n".toString()]
        !Files.exists(root.resolve('cli/target/pcorders.lock'))
    }

    def "a build that cannot write says so and ends"() {
        given:
        root.resolve('cli/target').toFile().deleteDir()
        Files.writeString(root.resolve('cli/target'), 'a file')

        expect:
        launch([:]).with { [exitCode, err] } == [1, "pcorders: cannot write to $root/cli/target. Check its permissions.\n".toString()]
    }

    private void outdate() {
        Files.setLastModifiedTime(jar(), FileTime.fromMillis(0))
    }

    private void fake(String command, String script) {
        write("bin/$command", script)
    }

    /** A Maven that "builds" the small jar and keeps its arguments. */
    private void fakeBuild(String meanwhile) {
        fake('mvn', """
            for argument; do
              case \$argument in -Dpcorders.folder=*) target=\${argument#*=}/pcorders.jar ;; esac
            done
            echo "[INFO] Building partnercenter4j: client 1.0.0-SNAPSHOT                 [3/6]"
            echo "\$@" >'${folder.resolve('arguments')}'
            $meanwhile
            cp '$smallJar' "\$target\"""")
    }
}
