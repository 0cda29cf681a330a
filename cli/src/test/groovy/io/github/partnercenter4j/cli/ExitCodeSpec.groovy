package io.github.partnercenter4j.cli

import io.github.partnercenter4j.cli.output.Terminal
import io.github.partnercenter4j.cli.signin.TokenSource
import io.github.partnercenter4j.client.Credential
import spock.lang.AutoCleanup
import spock.lang.Specification

/** How each outcome ends the command. */
class ExitCodeSpec extends Specification {
    static final List<String> STATUS = ['status']
    static final List<String> DOCTOR = ['doctor', '--call']
    static final List<String> ORDER = ['--customer', CommandRun.CUSTOMER, '--order', 'x']

    @AutoCleanup
    StubService service

    def "an order whose items are #statuses ends with #exitCode"() {
        given:
        def items = statuses.withIndex().collect { status, number -> /{"lineItemNumber":$number,"status":"$status"}/ }
        service = StubService.json(/{"totalCount":$total,"items":[${items.join(',')}]}/)

        when:
        def run = CommandRun.status(service)

        then:
        run.exitCode == exitCode
        run.err.empty == (exitCode != 10)
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

    def "a response with the status #status ends with #exitCode and the advice: #advice"() {
        given:
        service = StubService.responding(status, ['Content-Type': 'application/json'] + headers, body)

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
        401    | [:]                             | '{"code":900421}'                      || 20       | 'Sign in again using MFA'
        403    | [:]                             | '{"code":20002}'                       || 21       | 'role Admin agent'
        404    | [:]                             | '{"code":20000}'                       || 21       | '15 minutes'
        429    | ['Retry-After': '57']           | '{"statusCode":429,"message":"Wait"}'  || 21       | 'wait 57 s'
        429    | [:]                             | ''                                     || 21       | 'wait a minute'
        500    | [:]                             | '{"code":800003}'                      || 21       | 'Try again in a minute'
        503    | ['Retry-After': '3']            | ''                                     || 21       | 'Wait 3 s'
        417    | [:]                             | ''                                     || 21       | 'give the ids to support'
        302    | [Location: 'http://127.0.0.1/'] | ''                                     || 22       | 'Redirects are never followed'
        300    | [:]                             | ''                                     || 22       | 'Redirects are never followed'
        299    | [:]                             | ''                                     || 22       | 'Try again later'
        202    | [:]                             | '{}'                                   || 22       | 'Try again later'
        200    | [:]                             | '{}'                                   || 24       | '--verbose shows'
        200    | [:]                             | '<html>'                               || 24       | '--verbose shows'
        200    | ['Content-Type': 'image/png']   | '{"items":[]}'                         || 24       | '--verbose shows'
    }

    def "a service that is not running ends with 23"() {
        given:
        service = StubService.json('{}')
        service.close()

        when:
        def run = CommandRun.status(service)

        then:
        run.exitCode == 23
        run.out == ''
        run.errLines().size() == 1
        run.err.contains('Check the network')
    }

    def "a service that does not respond ends with 23 after the timeout"() {
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

    def "a value that the library refuses for #option is a usage error that names the option, and nothing is sent"() {
        given:
        service = StubService.json('{}')

        when:
        def address = option == '--base-url' ? [] : ['--base-url', service.url()]
        def run = CommandRun.of([*command, *address, *args])

        then:
        run.exitCode == 2
        run.errLines().size() == 1
        run.err.startsWith("pcorders: Invalid value for option '$option': ")
        run.err.contains(message)
        !(run.err =~ /[a-z][A-Z]/)
        run.err.contains("See 'pcorders ${command[0]} --help'.")
        service.requests.empty

        where:
        command  | args                                                             || option              | message
        STATUS   | ['--customer', 'contoso', '--order', 'x']                        || '--customer'        | 'it must be a GUID'
        STATUS   | ['--customer', CommandRun.CUSTOMER, '--order', '..']             || '--order'           | 'it must not be empty'
        STATUS   | [*ORDER, '--timeout', '0s']                                      || '--timeout'         | 'it must be more than zero'
        STATUS   | [*ORDER, '--timeout', '2d']                                      || '--timeout'         | 'at most a day'
        STATUS   | [*ORDER, '--retries', '11']                                      || '--retries'         | '0 to 10'
        STATUS   | [*ORDER, '--max-connections', '0']                               || '--max-connections' | 'it must be one or more'
        STATUS   | [*ORDER, '--application', 'a\nb']                                || '--application'     | 'it must'
        STATUS   | [*ORDER, '--base-url', 'ftp://a.example']                        || '--base-url'        | 'must begin with https://'
        STATUS   | [*ORDER, '--proxy', 'https://proxy.example']                     || '--proxy'           | 'must begin with http://'
        STATUS   | [*ORDER, '--proxy', 'http://proxy.example']                      || '--proxy'           | 'loopback address'
        DOCTOR   | ['--customer', 'contoso', '--order', 'x']                        || '--customer'        | 'it must be a GUID'
        DOCTOR   | ['--customer', CommandRun.CUSTOMER, '--order', ' ']              || '--order'           | 'it must not be empty'
    }

    def "a token is never sent to another host without TLS"() {
        when:
        def run = CommandRun.of(['status', '--customer', CommandRun.CUSTOMER, '--order', 'x', '--base-url', 'http://example.com'])

        then:
        run.exitCode == 2
        run.errLines().size() == 1
    }

    def "an IllegalArgumentException of the library that no option caused is reported as a bug"() {
        given:
        def err = new StringWriter()
        def environment = new HashMap<String, String>() {
            @Override
            String getOrDefault(Object name, String other) {
                if (name == TokenSource.VARIABLE) {
                    Credential.ofToken('')
                }
                other
            }
        }

        expect:
        PcordersCommand.commandLine(environment, new Terminal(new PrintWriter(new StringWriter()), new PrintWriter(err))).execute('status', *ORDER) == 1
        err.toString().startsWith('pcorders: A bug in pcorders: java.lang.IllegalArgumentException: ')
    }

    def "a bug ends with 1 and says so, and --verbose adds the stack trace"() {
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
        lines[0].startsWith('pcorders: A bug in pcorders: java.lang.IllegalArgumentException: broken\\u000ainside. Please report this line')
        lines.any { it.contains('at io.github.partnercenter4j.cli.signin.TokenSource') } == verbose
        (lines.size() > 1) == verbose
        !verbose || lines[1] == '  failure: java.lang.IllegalArgumentException'

        where:
        args          || verbose
        []            || false
        ['--verbose'] || true
    }

    def "a result that cannot be written ends with 1"() {
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
