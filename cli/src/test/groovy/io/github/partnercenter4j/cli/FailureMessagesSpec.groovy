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
}
