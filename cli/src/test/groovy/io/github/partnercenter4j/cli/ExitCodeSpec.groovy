package io.github.partnercenter4j.cli

import io.github.partnercenter4j.cli.output.Terminal
import io.github.partnercenter4j.cli.signin.TokenSource
import spock.lang.AutoCleanup
import spock.lang.Specification

class ExitCodeSpec extends Specification {
    @AutoCleanup
    TinyService service

    def "an order whose items are #statuses ends with #exitCode"() {
        given:
        def items = statuses.withIndex().collect { status, number -> /{"lineItemNumber":$number,"status":"$status"}/ }
        service = TinyService.json(/{"totalCount":$total,"items":[${items.join(',')}]}/)

        when:
        def run = CommandRun.status(service)

        then:
        run.exitCode == exitCode
        run.err == ''
        run.out.readLines().last().startsWith(word)

        where:
        statuses                                | total || exitCode | word
        ['fulfilled']                           | 1     || 0        | 'Fulfilled: '
        ['Fulfilled', 'FULFILLED']              | 2     || 0        | 'Fulfilled: '
        ['fulfilled', 'prefulfillment_pending'] | 2     || 10       | 'Pending: '
        ['unfulfilled', 'PrefulfillmentPending'] | 2    || 10       | 'Pending: '
        ['fulfilled', 'somethingNew']           | 2     || 10       | 'Pending: '
        []                                      | 0     || 10       | 'Pending: '
        ['fulfilled']                           | 5     || 10       | 'Pending: '
        ['fulfilled', 'unfulfilled']            | 2     || 11       | 'Unfulfilled: '
    }

    def "a service that answers #status ends with #exitCode and the advice: #advice"() {
        given:
        service = TinyService.answering(status, ['Content-Type': 'application/json'] + headers, body)

        when:
        def run = CommandRun.status(service)

        then:
        run.exitCode == exitCode
        run.out == ''
        run.errLines().size() == 1
        run.err.startsWith('pcorders: ')
        run.err.contains(advice)
        run.err.contains('[MS-RequestId ')
        run.err.contains('[MS-CorrelationId ')

        where:
        status | headers                         | body                                   || exitCode | advice
        400    | [:]                             | '{"code":800002,"description":"Bad"}'  || 21       | 'Check the values of --customer and --order'
        401    | [:]                             | '{"code":"800001","description":"No"}' || 21       | 'Sign in again'
        401    | [:]                             | '{"code":900421}'                      || 20       | 'Sign in again with it'
        403    | [:]                             | '{"code":20002}'                       || 21       | 'role Admin agent'
        404    | [:]                             | '{"code":20000}'                       || 21       | '15 minutes'
        429    | ['Retry-After': '57']           | '{"statusCode":429,"message":"Wait"}'  || 21       | 'wait 57 s'
        429    | [:]                             | ''                                     || 21       | 'wait a minute'
        500    | [:]                             | '{"code":800003}'                      || 21       | 'Try again in a minute'
        503    | ['Retry-After': '3']            | ''                                     || 21       | 'Wait 3 s'
        417    | [:]                             | ''                                     || 21       | 'Quote the ids'
        302    | [Location: 'http://127.0.0.1/'] | ''                                     || 22       | 'Redirects are never followed'
        202    | [:]                             | '{}'                                   || 22       | 'Try again later'
        200    | [:]                             | '{}'                                   || 24       | '--verbose shows'
        200    | [:]                             | '<html>'                               || 24       | '--verbose shows'
        200    | ['Content-Type': 'image/png']   | '{"items":[]}'                         || 24       | '--verbose shows'
    }

    def "a service that nobody runs ends with 23"() {
        given:
        service = TinyService.json('{}')
        service.close()

        when:
        def run = CommandRun.status(service)

        then:
        run.exitCode == 23
        run.out == ''
        run.errLines().size() == 1
        run.err.contains('Check the network')
    }

    def "a service that is silent ends with 23 when the timeout has passed"() {
        given:
        def silent = new ServerSocket(0, 1, InetAddress.loopbackAddress)

        when:
        def run = CommandRun.of(['status', '--customer', CommandRun.CUSTOMER, '--order', 'x',
            '--base-url', "http://127.0.0.1:$silent.localPort", '--timeout', '300ms'])

        then:
        run.exitCode == 23
        run.errLines().size() == 1
        run.err.contains('--timeout')

        cleanup:
        silent.close()
    }

    def "an argument that the client refuses ends with 2, and nothing is sent"() {
        given:
        service = TinyService.json('{}')

        when:
        def run = CommandRun.of(['status', '--base-url', service.url(), *args])

        then:
        run.exitCode == 2
        run.out == ''
        run.errLines().size() == 1
        run.err.contains(message)
        run.err.contains("See 'pcorders status --help'.")
        service.requests.empty

        where:
        args                                                                   || message
        ['--customer', 'contoso', '--order', 'x']                              || 'must be a GUID'
        ['--customer', CommandRun.CUSTOMER, '--order', '..']                   || 'must not be empty'
        ['--customer', CommandRun.CUSTOMER, '--order', 'x', '--timeout', '0s'] || 'timeout must be more than zero'
        ['--customer', CommandRun.CUSTOMER, '--order', 'x', '--timeout', '2d'] || 'such as 500ms'
    }

    def "a token never travels in clear to another host"() {
        when:
        def run = CommandRun.of(['status', '--customer', CommandRun.CUSTOMER, '--order', 'x', '--base-url', 'http://example.com'])

        then:
        run.exitCode == 2
        run.errLines().size() == 1
    }

    def "a bug ends with 1, tells so, and shows its stack trace only to --verbose"() {
        given:
        def err = new StringWriter()
        def terminal = new Terminal(new PrintWriter(new StringWriter()), new PrintWriter(err))
        def environment = new HashMap<String, String>() {
            @Override
            String getOrDefault(Object name, String other) {
                if (name == TokenSource.VARIABLE) {
                    throw new IllegalArgumentException('broken\ninside')
                }
                other
            }
        }

        when:
        int exitCode = PcordersCommand.commandLine(environment, terminal)
                .execute('status', '--customer', CommandRun.CUSTOMER, '--order', 'x', *args)
        def lines = err.toString().readLines()

        then:
        exitCode == 1
        lines[0].startsWith('pcorders: A bug in pcorders: java.lang.IllegalArgumentException: broken\\u000ainside. Please report it')
        lines.any { it.contains('at io.github.partnercenter4j.cli.signin.TokenSource') } == verbose
        (lines.size() > 1) == verbose

        where:
        args          || verbose
        []            || false
        ['--verbose'] || true
    }

    def "a result that can not be written ends with 1"() {
        given:
        def full = new PrintWriter(new Writer() {
            void write(char[] buffer, int from, int length) {
                throw new IOException('disk full')
            }

            void flush() {}

            void close() {}
        })
        def err = new StringWriter()

        expect:
        Main.run(['--help'] as String[], [:], full, new PrintWriter(err)) == 1
        err.toString() == 'pcorders: The result could not be written: standard output is closed or full.\n'
    }
}
