package io.github.partnercenter4j.cli

import static io.github.partnercenter4j.cli.CommandRun.TOKEN

import io.github.partnercenter4j.cli.option.FileToken
import io.github.partnercenter4j.cli.output.Terminal
import io.github.partnercenter4j.cli.signin.TokenSource
import io.github.partnercenter4j.client.AccessToken
import io.github.partnercenter4j.client.Cloud
import io.github.partnercenter4j.client.TokenRequest
import java.nio.file.Files
import java.nio.file.Path
import java.time.Duration
import spock.lang.AutoCleanup
import spock.lang.Specification
import spock.lang.TempDir

class TokenSpec extends Specification {
    static final String FULFILLED = '{"items":[{"lineItemNumber":0,"status":"fulfilled"}]}'

    @AutoCleanup
    StubService service = StubService.json(FULFILLED)

    @TempDir
    Path folder

    def "the token comes from the environment"() {
        expect:
        CommandRun.status(service).exitCode == 0
        service.requests.Authorization == [["Bearer $TOKEN"]]
    }

    def "the token comes from a file even if the environment has one, and a line end is ignored"() {
        given:
        def file = folder.resolve('token')
        Files.writeString(file, TOKEN + lineEnd)

        expect:
        CommandRun.status(environment, service, '--token-file', file).exitCode == 0
        service.requests.Authorization == [["Bearer $TOKEN"]]

        where:
        environment                           | lineEnd
        [:]                                   | ''
        [:]                                   | '\n'
        [:]                                   | '\r\n'
        [:]                                   | '\r'
        [PARTNER_CENTER_TOKEN: 'another.one'] | '\n'
    }

    def "without a token the command says what to do"() {
        when:
        def run = CommandRun.status(environment, service)

        then:
        run.exitCode == 20
        run.out == ''
        run.errLines().size() == 1
        run.err.contains('PARTNER_CENTER_TOKEN')
        run.err.contains('--token-file')
        run.err.contains('--sandbox')
        service.requests.empty

        where:
        environment << [[:], [PARTNER_CENTER_TOKEN: '']]
    }

    def "a token that cannot be sent is refused: #what"() {
        given:
        def file = folder.resolve('token')
        Files.write(file, text.getBytes(charset))

        when:
        def run = CommandRun.status([:], service, '--token-file', file, '--verbose')

        then:
        run.exitCode == 20
        run.err.contains('nothing else')
        !run.err.contains('s3cret')
        service.requests.empty

        where:
        what            | charset    | text
        'empty'         | 'UTF-8'    | ''
        'a line end'    | 'UTF-8'    | '\n'
        'two line ends' | 'UTF-8'    | "$TOKEN\n\n"
        'two lines'     | 'UTF-8'    | "$TOKEN\n$TOKEN"
        'with Bearer'   | 'UTF-8'    | "Bearer $TOKEN"
        'not ASCII'     | 'UTF-8'    | "$TOKEN\u00e9"
        'UTF-16'        | 'UTF-16LE' | TOKEN
        'a BOM'         | 'UTF-8'    | "\ufeff$TOKEN"
    }

    def "a token file that cannot be read is reported as a credential problem, without its name"() {
        when:
        def run = CommandRun.status([:], service, '--token-file', file(folder))

        then:
        run.exitCode == 20
        run.errLines().size() == 1
        run.err.contains('--token-file')
        !run.err.contains(folder.toString())
        service.requests.empty

        where:
        file << [
            { Path folder -> folder.resolve('missing') },
            { Path folder -> folder },
            { Path folder -> Files.write(folder.resolve('large'), new byte[64 * 1024 + 1]) }
        ]
    }

    def "a token is never shown, even if the service returns it with the status #status"() {
        given:
        service.close()
        service = StubService.responding(status, headers, body)

        when:
        def run = CommandRun.status(service, '--verbose', '--output', output)

        then:
        !run.out.contains('s3cret')
        !run.err.contains('s3cret')

        where:
        status | headers                                                     | body                                                   | output
        200    | ['Content-Type': 'application/json', 'MS-CV': TOKEN]        | /{"items":[{"lineItemNumber":0,"status":"$TOKEN"}]}/   | 'table'
        200    | ['Content-Type': 'application/json', 'MS-ServerId': TOKEN]  | /{"items":[{"lineItemNumber":0,"status":"$TOKEN"}]}/   | 'json'
        200    | ['Content-Type': 'application/json', 'MS-RequestId': TOKEN] | /{"items":[{"lineItemNumber":0,"status":"$TOKEN"}]}/   | 'csv'
        200    | ['Content-Type': 'application/json']                        | /{"items":"$TOKEN"}/                                   | 'table'
        400    | ['Content-Type': 'application/json', 'MS-RequestId': TOKEN] | /{"code":"$TOKEN","description":"$TOKEN","data":["$TOKEN"],"source":"$TOKEN"}/ | 'table'
        500    | ['Content-Type': 'text/html']                               | "<h1>$TOKEN</h1>"                                      | 'table'
        302    | ['Location': "http://127.0.0.1/$TOKEN"]                     | TOKEN                                                  | 'table'
    }

    def "a token file of #bytes bytes is #what"(int bytes, String what) {
        given:
        def file = Files.writeString(folder.resolve('large'), 'x' * bytes)

        when:
        def run = CommandRun.status([:], service, '--token-file', file)

        then:
        service.requests.empty == (what == 'refused')
        run.err.contains('is larger than 64 KiB, so it must hold more than the secret. Check the name given by --token-file') == (what == 'refused')

        where:
        bytes      || what
        64 * 1024  || 'read'
        65_537     || 'refused'
    }

    def "a secret of #length characters is hidden: #hidden"(int length, boolean hidden) {
        given:
        def out = new StringWriter()
        def terminal = new Terminal(new PrintWriter(out), new PrintWriter(new StringWriter()))
        def secret = 's3cret'.padRight(length, 'x')

        when:
        terminal.hide(secret)
        terminal.print("<$secret>")

        then: 'a few letters would be hidden wherever they occur'
        out.toString() == (hidden ? '<***>' : "<$secret>")

        where:
        length || hidden
        7      || false
        8      || true
    }

    def "a token given as an argument is refused and not quoted: #iterationIndex"() {
        when:
        def run = CommandRun.of(environment, args)

        then:
        run.exitCode == 2
        run.errLines().size() == 1
        !run.err.contains('s3cret')

        where:
        environment                   | args
        [:]                           | ['status', '--token', TOKEN]
        [:]                           | ['status', "--token=$TOKEN"]
        [:]                           | ['status', TOKEN]
        [:]                           | [TOKEN]
        [:]                           | ['status', "-t$TOKEN"]
        [:]                           | ['status', "--cloud=$TOKEN"]
        [:]                           | ['status', '--timeout', TOKEN]
        [PARTNER_CENTER_TOKEN: 'x.y'] | ['status', '--customer', TOKEN, '--order', TOKEN, '--base-url', "https://$TOKEN@example.com"]
        [PARTNER_CENTER_TOKEN: TOKEN] | ['help', TOKEN]
        [PARTNER_CENTER_TOKEN: TOKEN] | ['status', "--sandbox=$TOKEN"]
    }

    def "a token that another program puts into the file is used after a 401, and hidden, too"() {
        given:
        def file = Files.writeString(folder.resolve('token'), 's3cret-first')
        def out = new StringWriter()
        def terminal = new Terminal(new PrintWriter(out), new PrintWriter(new StringWriter()))
        def first = new AccessToken('s3cret-first', null)
        def token = new FileToken(new TokenSource([:]), file, first, terminal)
        def after = { new TokenRequest(Cloud.PUBLIC, Duration.ofSeconds(30), it) }

        when:
        Files.writeString(file, 's3cret-second\n')
        def used = [token.token(after(null)), token.token(after(first)), token.token(after(first))]*.value()
        terminal.print('<s3cret-second>')

        then:
        used == ['s3cret-first', 's3cret-second', 's3cret-second']
        out.toString() == '<***>'

        when: 'the file is gone, and the service says what is wrong with the token'
        Files.delete(file)

        then:
        token.token(after(new AccessToken('s3cret-second', null))).value() == 's3cret-second'
    }

    def "a token in the environment is not sent to the sandbox"() {
        when:
        def run = CommandRun.of([PARTNER_CENTER_TOKEN: TOKEN], ['status', '--sandbox'])

        then:
        run.exitCode == 0
        run.out.contains('1 fulfilled')
    }
}
