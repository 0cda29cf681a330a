package io.github.partnercenter4j.cli

import static java.nio.file.attribute.PosixFilePermission.OWNER_READ
import static java.nio.file.attribute.PosixFilePermission.OWNER_WRITE

import io.github.partnercenter4j.cli.command.JavaCommandLine
import io.github.partnercenter4j.cli.command.ShellLine
import java.nio.file.Files
import java.util.concurrent.TimeUnit
import spock.lang.IgnoreIf
import spock.lang.Requires
import spock.util.environment.RestoreSystemProperties

/** What the command sandbox prints when it starts: commands that work in a shell. */
class SandboxWelcomeSpec extends SandboxSpecification {
    static final String FULFILLED = '"status":"fulfilled"'
    static final boolean HAS_CURL = System.getenv('PATH').split(File.pathSeparator).any { new File(it, 'curl').canExecute() }

    @Requires({ HAS_CURL })
    def "the printed curl command works in a shell with #args, even if a proxy is configured"() {
        given:
        sandbox = new SandboxRun(*args)

        when:
        def response = shell(sandbox.curl, [http_proxy: 'http://127.0.0.1:1', https_proxy: 'http://127.0.0.1:1'])

        then:
        response.exitCode == 0
        response.out.contains(FULFILLED)
        sandbox.curl.contains('--cacert ') == args.contains('--tls')

        where:
        args << [[], ['--tls']]
    }

    def "any HTTP client can send the request of the printed curl command"() {
        given:
        sandbox = new SandboxRun()

        when:
        def response = request(sandbox.curl.split(' ').last(), [Authorization: 'Bearer ' + sandbox.token])

        then:
        response.statusCode() == 200
        response.body().contains(FULFILLED)
        new File((sandbox.curl =~ /-H @(\S+)/)[0][1]).text == "Authorization: Bearer $sandbox.token\n"
    }

    @IgnoreIf({ os.windows })
    def "the printed pcorders command works in a shell with #args, and the token is not an argument"() {
        given:
        sandbox = new SandboxRun(*args)

        when:
        def response = shell(sandbox.pcorders)

        then:
        response.exitCode == 0
        response.out.readLines().last().startsWith('Fulfilled: ')
        !sandbox.pcorders.contains(sandbox.token)

        where:
        args << [[], ['--tls', '--fidelity', 'observed']]
    }

    @IgnoreIf({ os.windows })
    def "only the owner can read the files, and they are deleted when the sandbox ends"() {
        given:
        sandbox = new SandboxRun('--tls')
        def folder = sandbox.tokenFile.parentFile
        def files = folder.listFiles()

        expect:
        files*.name.sort() == ['authorization', 'certificate.pem', 'token']
        files.every { Files.getPosixFilePermissions(it.toPath()) == [OWNER_READ, OWNER_WRITE].toSet() }
        sandbox.tokenFile.text == sandbox.token

        when:
        sandbox.close()

        then:
        sandbox.exitCode == 0
        !folder.exists()

        when:
        new Socket('127.0.0.1', URI.create(sandbox.url).port)

        then:
        thrown(ConnectException)
    }

    @IgnoreIf({ os.windows })
    def "SIGTERM ends it with 143 and leaves nothing behind"() {
        given:
        def errors = folder.resolve('errors').toFile()
        def process = new ProcessBuilder(JavaCommandLine.words() + ['sandbox']).redirectError(errors).start()
        def lines = process.inputStream.newReader('UTF-8').lines().iterator()
        def text = []
        while (!text.contains('Request an order, in another shell:')) {
            text << lines.next()
        }
        lines.next()
        def file = new File((lines.next() =~ /--token-file (\S+)/)[0][1])

        expect:
        file.exists()

        when:
        process.destroy()

        then:
        process.waitFor(5, TimeUnit.MINUTES)
        process.exitValue() == 143
        !file.parentFile.exists()
        errors.text == ''

        cleanup:
        process.destroyForcibly()
    }

    def "a word with special characters is quoted for the shell: #word"() {
        expect:
        ShellLine.posixWord(word) == posix
        ShellLine.windowsWord(word) == windows

        where:
        word              || posix                | windows
        '--port=1'        || '--port=1'           | '--port=1'
        'http://a:1/b'    || 'http://a:1/b'       | 'http://a:1/b'
        'C:\\x\\y'        || "'C:\\x\\y'"         | 'C:\\x\\y'
        'a b'             || "'a b'"              | '"a b"'
        "a'b"             || "'a'\\''b'"          | '"a\'b"'
        '$HOME'           || "'\$HOME'"           | '"$HOME"'
        ''                || "''"                 | '""'
    }

    def "printed commands begin as the user started pcorders: #launcher, #classPath"() {
        expect:
        JavaCommandLine.words(launcher, '/java', classPath)*.toString() == expected

        where:
        launcher     | classPath                                 || expected
        null         | '/a/pcorders.jar'                         || ['java', '-jar', '/a/pcorders.jar']
        null         | 'pcorders.jar'                            || ['java', '-jar', 'pcorders.jar']
        './pcorders' | 'cli/target/pcorders.jar'                 || ['./pcorders']
        null         | "/a/b${File.pathSeparator}/c.jar"         || ['/java/bin/java', '-cp', "/a/b${File.pathSeparator}/c.jar".toString(), 'io.github.partnercenter4j.cli.Main']
    }

    @RestoreSystemProperties
    def "with the launcher, the welcome shows its name, and never the token"() {
        given:
        System.setProperty('pcorders.command', './pcorders')

        when:
        sandbox = new SandboxRun('--sign-in')

        then:
        sandbox.pcorders.startsWith('./pcorders status --base-url ')
        sandbox.signIn[0].startsWith('./pcorders login ')
        !sandbox.text.contains(sandbox.token)
        !sandbox.text.contains('java')
    }

    @IgnoreIf({ os.windows })
    def "the printed command prints the token"() {
        given:
        sandbox = new SandboxRun()

        expect:
        shell(sandbox.printToken) == [exitCode: 0, out: sandbox.token]
    }

    private static Map shell(String line, Map<String, String> environment = [:]) {
        def builder = new ProcessBuilder('sh', '-c', line).redirectError(ProcessBuilder.Redirect.DISCARD)
        builder.environment().putAll(environment)
        def process = builder.start()
        def out = process.inputStream.getText('UTF-8')
        assert process.waitFor(5, TimeUnit.MINUTES)
        [exitCode: process.exitValue(), out: out]
    }
}
