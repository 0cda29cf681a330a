package io.github.partnercenter4j.cli

import static java.nio.file.attribute.PosixFilePermission.OWNER_READ
import static java.nio.file.attribute.PosixFilePermission.OWNER_WRITE

import io.github.partnercenter4j.cli.command.JavaCommandLine
import io.github.partnercenter4j.cli.command.ShellLine
import java.net.http.HttpClient
import java.net.http.HttpRequest
import java.net.http.HttpResponse.BodyHandlers
import java.nio.file.Files
import java.nio.file.Path
import java.time.Duration
import java.util.concurrent.TimeUnit
import spock.lang.AutoCleanup
import spock.lang.IgnoreIf
import spock.lang.Requires
import spock.lang.Specification
import spock.lang.TempDir

class SandboxCommandSpec extends Specification {
    static final String FULFILLED = '"status":"fulfilled"'
    static final boolean HAS_CURL = System.getenv('PATH').split(File.pathSeparator).any { new File(it, 'curl').canExecute() }

    @TempDir
    Path folder

    @AutoCleanup
    SandboxRun sandbox

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
        def response = get(sandbox.curl.split(' ').last(), [Authorization: 'Bearer ' + sandbox.token])

        then:
        response.statusCode() == 200
        response.body().contains(FULFILLED)
        sandbox.curl.contains("'Authorization: Bearer $sandbox.token'")
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
        files*.name.sort() == ['certificate.pem', 'token']
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
        while (!text.contains('Request an order:')) {
            text << lines.next()
        }
        lines.next()
        def file = new File((lines.next() =~ /--token-file (\S+)/)[0][1])

        expect:
        file.exists()

        when:
        process.destroy()

        then:
        process.waitFor(60, TimeUnit.SECONDS)
        process.exitValue() == 143
        !file.parentFile.exists()
        errors.text == ''

        cleanup:
        process.destroyForcibly()
    }

    def "it listens on the port given by --port"() {
        given:
        int port = new ServerSocket(0, 1, InetAddress.loopbackAddress).withCloseable { it.localPort }

        when:
        sandbox = new SandboxRun('--port', port)

        then:
        sandbox.url == "http://127.0.0.1:$port"
    }

    def "it serves the OpenAPI document"() {
        given:
        sandbox = new SandboxRun()

        expect:
        sandbox.text.contains("  $sandbox.url/openapi.yaml\n")
        get("$sandbox.url/openapi.yaml").body() == getClass().getResource('/partner-center-orders.yaml').getText('UTF-8')
    }

    def "it returns 429 after the quota"() {
        given:
        sandbox = new SandboxRun('--quota', 1)

        expect:
        (1..2).collect { get(sandbox.curl.split(' ').last(), [Authorization: 'Bearer ' + sandbox.token]).statusCode() } == [200, 429]
    }

    def "with the fidelity #fidelity a response begins with the character #first"() {
        given:
        sandbox = new SandboxRun('--fidelity', fidelity)

        expect:
        get(sandbox.curl.split(' ').last(), [Authorization: 'Bearer ' + sandbox.token]).body()[0] == first

        where:
        fidelity     || first
        'documented' || '{'
        'observed'   || '\ufeff'
    }

    def "the orders file in the help works, and its ids are printed and found"() {
        given:
        def help = CommandRun.of([:], ['sandbox', '--help']).out
        def example = help.readLines().dropWhile { !it.startsWith('An orders file') }.drop(1).takeWhile { it.startsWith('  ') }
        sandbox = new SandboxRun('--orders', Files.writeString(folder.resolve('orders.yaml'), example.join('\n')))

        expect:
        sandbox.orders.size() == 5
        sandbox.orders[0] == "$CommandRun.CUSTOMER $CommandRun.ORDER"
        sandbox.orders.drop(1)*.split(' ')*.last() == ['half-done', 'in-pages', 'moving', 'too-new']
        sandbox.forbidden == ['66666666-7777-8888-9999-000000000000']
        sandbox.orders.collect { exitCodeFor(*it.split(' ')) } == [0, 10, 10, 10, 21]
        exitCodeFor(sandbox.forbidden[0], 'any') == 21
        help.readLines().every { it.length() <= 100 }
    }

    def "an id in the orders file cannot control the terminal"() {
        given:
        def file = folder.resolve('orders.yaml')
        Files.writeString(file, "customers: [{id: $CommandRun.CUSTOMER, orders: [{id: \"a\\e[2J\"}]}]")

        when:
        sandbox = new SandboxRun('--orders', file)

        then:
        sandbox.orders[1].endsWith(' a\\u001b[2J')
    }

    def "invalid arguments end with 2 and one line: #message"() {
        when:
        def run = CommandRun.of([:], ['sandbox', *args])

        then:
        run.exitCode == 2
        run.out == ''
        run.errLines().size() == 1
        run.err.contains(message)
        run.err.contains("See 'pcorders sandbox --help'.")
        !run.err.contains('s3cret')

        where:
        args                               || message
        ['--port', '65536']                || 'A port is 0 to 65535, not 65536'
        ['--port', CommandRun.TOKEN]       || 'give a whole number'
        ['--quota', '-1']                  || 'give a whole number'
        ['--quota', 'many']                || 'give a whole number'
        ['--quota', '9999999999']          || 'give a whole number'
        ['--fidelity', 'true']             || 'documented, observed'
        ['--orders', CommandRun.TOKEN]     || 'The orders file cannot be read (there is no such file)'
        ['--orders', '.']                  || 'The orders file cannot be read (it is a folder)'
        [CommandRun.TOKEN]                 || 'is not an option or a value'
    }

    def "an orders file with #what ends with 2, and one line says where and why"() {
        given:
        def file = folder.resolve('orders.yaml')
        Files.write(file, text.getBytes('ISO-8859-1'))

        when:
        def run = CommandRun.of([:], ['sandbox', '--orders', file])

        then:
        run.exitCode == 2
        run.out == ''
        run.errLines().size() == 1
        run.err.contains(message)

        where:
        what               | text                                                      || message
        'a wrong name'     | "customers:\n  - id: $CommandRun.CUSTOMER\n    order: []" || 'orders.yaml, line 3: customers[0].order: is not a known name'
        'a wrong id'       | 'customers:\n  - id: contoso'                             || "orders.yaml, line 2: customers[0]: The id of a customer must be a GUID"
        'broken syntax'    | 'customers: ['                                            || 'orders.yaml, line 1: expected'
        'another encoding' | 'customers: [{id: \u00e9}]'                               || '(it is not UTF-8)'
    }

    def "a port that is in use ends with 2 and one line"() {
        given:
        def taken = new ServerSocket(0, 1, InetAddress.loopbackAddress)

        when:
        def run = CommandRun.of([:], ['sandbox', '--port', taken.localPort])

        then:
        run.exitCode == 2
        run.out == ''
        run.errLines().size() == 1
        run.err.contains("Cannot listen on port $taken.localPort of 127.0.0.1 (Address already in use")

        cleanup:
        taken.close()
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

    def "pcorders starts itself from its jar or its class path"() {
        expect:
        JavaCommandLine.words('/java', classPath)*.toString() == expected

        where:
        classPath                                 || expected
        '/a/pcorders.jar'                         || ['/java/bin/java', '-jar', '/a/pcorders.jar']
        'pcorders.jar'                            || ['/java/bin/java', '-jar', new File('pcorders.jar').absolutePath]
        "/a/b${File.pathSeparator}/c.jar"         || ['/java/bin/java', '-cp', "/a/b${File.pathSeparator}/c.jar".toString(), 'io.github.partnercenter4j.cli.Main']
    }

    private int exitCodeFor(String customer, String order) {
        CommandRun.of([PARTNER_CENTER_TOKEN: sandbox.token], ['status', '--base-url', sandbox.url, '--customer', customer, '--order', order]).exitCode
    }

    private static get(String url, Map<String, String> headers = [:]) {
        def request = HttpRequest.newBuilder(URI.create(url))
        headers.each { name, value -> request.header(name, value) }
        HttpClient.newHttpClient().send(request.timeout(Duration.ofSeconds(30)).build(), BodyHandlers.ofString())
    }

    private static Map shell(String line, Map<String, String> environment = [:]) {
        def builder = new ProcessBuilder('sh', '-c', line).redirectError(ProcessBuilder.Redirect.DISCARD)
        builder.environment().putAll(environment)
        def process = builder.start()
        def out = process.inputStream.getText('UTF-8')
        assert process.waitFor(60, TimeUnit.SECONDS)
        [exitCode: process.exitValue(), out: out]
    }
}
