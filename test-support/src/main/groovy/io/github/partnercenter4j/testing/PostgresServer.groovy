package io.github.partnercenter4j.testing

import java.nio.file.Files
import java.nio.file.Path
import java.util.concurrent.TimeUnit

/** A PostgreSQL server of its own, from the programs that Debian's package installs, on the loopback address. Its user is called watch. */
class PostgresServer implements AutoCloseable {
    private static final List<Path> BINARIES = ['/usr/lib/postgresql', '/usr/local/pgsql', '/opt/homebrew/opt'].collect { Path.of(it) }

    final int port = freePort()
    private final Path folder
    /** PostgreSQL refuses to run as root. */
    private final List<String> asUser
    private final Thread stopper = new Thread({ stop() })

    /** @param password of the user, or null: anybody is let in */
    PostgresServer(String password = null) {
        assert programs(): 'no PostgreSQL found in ' + BINARIES
        folder = Files.createTempDirectory('watch-postgresql')
        asUser = System.getProperty('user.name') == 'root' ? ['runuser', '-u', 'nobody', '--'] : []
        own(folder)
        def access = ['-A', 'trust']
        if (password) {
            def file = Files.writeString(folder.resolve('password'), password)
            own(file)
            access = ['-A', 'scram-sha-256', '--pwfile', file]
        }
        run(asUser + [program('initdb'), '-D', data(), '-U', 'watch', '-E', 'UTF8', '--no-sync'] + access)
        start()
        // If the tests are interrupted.
        Runtime.runtime.addShutdownHook(stopper)
    }

    /** Where the programs are, or null. */
    static Path programs() {
        BINARIES.findAll { Files.isDirectory(it) }.collectMany { Files.list(it).withCloseable { it.toList() } }
                .collect { it.resolve('bin') }.findAll { Files.isExecutable(it.resolve('initdb')) }.max { it.toString() }
    }

    String getUrl() {
        "jdbc:postgresql://127.0.0.1:$port/postgres?user=watch"
    }

    void start() {
        run(asUser + [program('pg_ctl'), '-D', data(), '-w', '-l', folder.resolve('log').toString(), '-o', "-p $port -c listen_addresses=127.0.0.1 -k $folder -c max_connections=200", 'start'])
    }

    /** Ends all connections at once. */
    void stop() {
        run(asUser + [program('pg_ctl'), '-D', data(), '-w', '-m', 'immediate', 'stop'])
    }

    /** Lets the server use a file, or write in a folder. */
    void own(Path file) {
        if (asUser) {
            run(['chown', 'nobody', file.toString()])
        }
    }

    void execute(String... statements) {
        run([program('psql'), '-h', '127.0.0.1', '-p', port, '-U', 'watch', '-d', 'postgres', '-v', 'ON_ERROR_STOP=1'] + statements.collectMany { ['-c', it] })
    }

    @Override
    void close() {
        Runtime.runtime.removeShutdownHook(stopper)
        stop()
        folder.toFile().deleteDir()
    }

    /** The process that started all its others. */
    long pid() {
        Files.readAllLines(Path.of(data(), 'postmaster.pid'))[0] as long
    }

    private String data() {
        folder.resolve('data')
    }

    private static String program(String name) {
        programs().resolve(name)
    }

    private static void run(List<?> command) {
        def output = Files.createTempFile('watch', '.log')
        def process = new ProcessBuilder(command*.toString()).directory(new File('/')).redirectErrorStream(true).redirectOutput(output.toFile()).start()
        assert process.waitFor(120, TimeUnit.SECONDS)
        assert process.exitValue() == 0: Files.readString(output)
        Files.delete(output)
    }

    private static int freePort() {
        new ServerSocket(0, 1, InetAddress.loopbackAddress).withCloseable { it.localPort }
    }
}
