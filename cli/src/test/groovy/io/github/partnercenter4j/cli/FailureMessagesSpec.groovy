package io.github.partnercenter4j.cli

import io.github.partnercenter4j.cli.output.Terminal
import io.github.partnercenter4j.sandbox.PartnerCenterSandbox
import io.github.partnercenter4j.sandbox.Responses
import java.time.Duration
import spock.lang.AutoCleanup
import spock.lang.Specification

/** What standard error says about a response that is no success, beside the exit code. */
class FailureMessagesSpec extends Specification {
    @AutoCleanup
    StubService service

    def "on a terminal: #interactive, the wait of a 429 is announced on standard error"() {
        given:
        def sandbox = PartnerCenterSandbox.start()
        sandbox.next(Responses.tooManyRequests().retryAfter(Duration.ofSeconds(1)))
        def out = new StringWriter()
        def err = new StringWriter()

        when:
        int exitCode = Main.run(['status', '--customer', sandbox.customerId(), '--order', sandbox.orderId(), '--base-url', sandbox.baseUrl()] as String[],
                [PARTNER_CENTER_TOKEN: sandbox.token()], new Terminal(new PrintWriter(out), new PrintWriter(err), interactive))

        then:
        exitCode == 0
        err.toString() == (interactive ? 'pcorders: waiting 1 s, as the service asks\n' : '')

        cleanup:
        sandbox.close()

        where:
        interactive << [true, false]
    }

    def "the wait of a 429 is said once: #description"() {
        given:
        service = StubService.responding(429, ['Content-Type': 'application/json', 'Retry-After': '57'], /{"statusCode":429,"message":"$description"}/)

        expect:
        CommandRun.status(service).err.findAll(/57 s/).size() == 1

        where:
        description << ['Rate limit is exceeded. Try again in 57 seconds.', 'Rate limit is exceeded.']
    }

    def "--verbose shows all that is known of a response with #status: #details"(int status, Map<String, String> headers, String body, List<String> details) {
        given:
        service = StubService.responding(status, headers, body)

        expect:
        detailsOf(CommandRun.status(service, '--verbose')) == ['failure', *details, 'MS-RequestId', 'MS-CorrelationId']

        where:
        status | headers                                                                             | body                                                     || details
        429    | ['Content-Type': 'application/json', 'Retry-After': 'soon']                         | '{"code":1,"description":"x","data":["a"],"source":"s"}' || ['kind: TOO_MANY_REQUESTS', 'status: 429', 'code: 1', 'description: x', 'data: a', 'source: s', 'retry-after: soon (cannot be read)']
        401    | ['WWW-Authenticate': 'Bearer error="invalid_token", error_description="It expired"'] | ''                                                       || ['kind: UNAUTHORIZED', 'status: 401', 'WWW-Authenticate: invalid_token: It expired']
        503    | ['Content-Type': 'text/html']                                                       | '<h1>Out'                                                || ['kind: SERVER_ERROR', 'status: 503', 'excerpt: <h1>Out']
        302    | ['Content-Type': 'text/html']                                                       | '<h1>Moved'                                              || ['status: 302', 'excerpt: <h1>Moved']
        200    | ['Content-Type': 'application/json']                                                | '<html>'                                                 || ['kind: UNREADABLE', 'status: 200', 'excerpt: <html>']
    }

    def "--verbose shows all that is known of a failure without a response: #details"(Map<String, String> environment, List<String> details) {
        expect:
        detailsOf(CommandRun.of(environment, ['status', '--customer', CommandRun.CUSTOMER, '--order', 'o', '--base-url', 'http://127.0.0.1:1', '--retries', '0', '--verbose'])) == details

        where:
        environment                              || details
        [PARTNER_CENTER_TOKEN: CommandRun.TOKEN] || ['failure', 'kind: FAILED', 'MS-RequestId', 'MS-CorrelationId', 'caused by']
        [:]                                      || ['failure', 'kind: UNAVAILABLE']
    }

    def "the advice promises no excerpt that is not there: #headers"() {
        given:
        service = StubService.responding(200, headers, body)

        when:
        def quiet = CommandRun.status(service)
        def verbose = CommandRun.status(service, '--verbose')

        then:
        quiet.exitCode == 24
        quiet.err.contains('--verbose shows') == promised
        verbose.err.contains('excerpt: ') == promised

        where:
        headers                                                            | body            || promised
        ['Content-Type': 'application/json', 'Content-Encoding': 'utf-8']  | '{"items":[]}'  || false
        ['Content-Type': 'application/json']                               | '<html>'        || true
        ['Content-Type': 'application/json']                               | ''              || false
    }

    def "the reason of a refused token is shown: #status"() {
        given:
        service = StubService.responding(status, ['WWW-Authenticate': 'Bearer error="invalid_token", error_description="It expired yesterday"'], '')

        expect:
        CommandRun.status(service).err.contains('invalid_token: It expired yesterday')

        where:
        status << [401, 403]
    }

    def "a token for another API has its own advice"() {
        given:
        service = StubService.json('{"code":"900420","description":"Invalid audience"}', 401)

        expect:
        with(CommandRun.status(service)) {
            exitCode == 21
            err.contains('the token was issued for another API')
            err.contains("'pcorders login' signs in with the right scope")
        }
    }

    def "a service that cannot be reached is described without names of Java classes"() {
        expect:
        with(CommandRun.of(['status', '--customer', CommandRun.CUSTOMER, '--order', 'o', '--base-url', 'http://127.0.0.1:1', '--retries', '0'])) {
            exitCode == 23
            err.contains('Could not connect to 127.0.0.1:1 (the connection was refused)')
            !err.contains('Exception')
        }
    }

    /** The lines below the message, without the names of classes and the ids, which are others each time. */
    private static List<String> detailsOf(CommandRun run) {
        run.errLines().drop(1)*.strip()*.replaceAll(/^(failure|caused by|MS-\w+): \S+$/, '$1')
    }
}
