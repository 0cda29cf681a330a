package io.github.partnercenter4j.cli

import io.github.partnercenter4j.cli.option.DurationConverter
import io.github.partnercenter4j.cli.output.ExitCode
import io.github.partnercenter4j.cli.output.OutputFormat
import io.github.partnercenter4j.cli.output.Terminal
import io.github.partnercenter4j.client.Cloud
import io.github.partnercenter4j.client.Format
import java.time.Duration
import picocli.CommandLine
import spock.lang.AutoCleanup
import spock.lang.Specification

class CommandLineSpec extends Specification {
    static final CALL = ['--timeout': '30s', '--retries': '3', '--max-connections': '64']

    @AutoCleanup
    StubService service = StubService.json('{"items":[{"lineItemNumber":0,"status":"fulfilled"}]}')

    def "the help explains what a new user needs: #args"() {
        when:
        def run = CommandRun.of([:], args)

        then:
        run.exitCode == 0
        run.err == ''
        run.out.readLines().every { it.length() <= 100 }
        ExitCode.values().every { run.out.readLines()*.strip().any { line -> line ==~ /$it.code +\S.*/ } }
        ['App+User', 'Admin agent', 'Account', 'PARTNER_CENTER_TOKEN', 'NO_COLOR', 'pcorders status --sandbox'].every { run.out.contains(it) }

        where:
        args << [['--help'], ['help'], ['status', '--help'], ['help', 'status']]
    }

    def "the help of status names every option and every value of an enum"() {
        given:
        def help = CommandRun.of([:], ['status', '--help']).out
        def terminal = new Terminal(new PrintWriter(System.out), new PrintWriter(System.err))
        def options = PcordersCommand.commandLine([:], terminal).subcommands.status.commandSpec.options()

        expect:
        options*.longestName().sort() == ['--application', '--base-url', '--client-certificate',
            '--client-certificate-password-file', '--cloud', '--customer', '--format', '--help', '--max-connections', '--no-color', '--order',
            '--output', '--proxy', '--proxy-password-file', '--proxy-user', '--retries', '--sandbox', '--store', '--timeout', '--token-file',
            '--trust-store', '--trust-store-password-file', '--verbose', '--version', '--wait']
        options*.longestName().every { help.contains("$it") }
        [*Cloud.values(), *Format.values(), *OutputFormat.values()].every {
            help.contains(it.name().toLowerCase(Locale.ROOT).replace('_', '-'))
        }
    }

    def "the values of options that are not given are those of the help: #command"(String command, Map<String, String> values) {
        given:
        def terminal = new Terminal(new PrintWriter(System.out), new PrintWriter(System.err))
        def options = PcordersCommand.commandLine([:], terminal).subcommands[command].commandSpec.options()

        expect:
        options.findAll { it.defaultValue() != null }.collectEntries { [it.longestName(), it.defaultValue()] } == values

        where:
        command   || values
        'status'  || CALL + ['--format': 'json', '--output': 'table']
        'doctor'  || CALL
        'watch'   || CALL + ['--format': 'json', '--quota': '500', '--give-up-after': '48h', '--tenant': 'default']
        'login'   || ['--timeout': '15m']
        'logout'  || [:]
        'sandbox' || ['--port': '0', '--fidelity': 'documented']
        'decode'  || ['--status': '200', '--output': 'table']
    }

    def "--version prints the version that Maven built"() {
        expect:
        CommandRun.of([:], ['--version']).out ==~ /pcorders \d+\.\d+\.\d+\S* \(Java \d+.*\)\n/
    }

    def "invalid arguments end with 2 and one line (#iterationIndex)"() {
        when:
        def run = CommandRun.of(args)

        then:
        run.exitCode == 2
        run.out == ''
        run.errLines().size() == 1
        run.err.contains(message)
        !run.err.contains('s3cret')

        where:
        args                                                                  || message
        []                                                                    || "Name a command: decode, doctor, help, "
        ['--no-color']                                                        || "To try it without an account, use 'pcorders status --sandbox'. See 'pcorders --help'."
        ['statsu']                                                            || "There is no such command. Did you mean status? See 'pcorders --help'."
        ['sttus', '--customer', 'x']                                          || 'There is no such command. Did you mean status?'
        ['help', 'statsu']                                                    || 'There is no such command. Did you mean status?'
        ['log']                                                               || 'Did you mean login?'
        [CommandRun.TOKEN]                                                    || 'There is no such command. The commands are decode, doctor, help, '
        ['--sandbox']                                                         || "Unknown option: --sandbox. It is an option of 'pcorders status', 'pcorders watch': name the command first."
        ['status']                                                            || '--customer is missing'
        ['status', '--customer', CommandRun.CUSTOMER]                         || '--order is missing'
        ['status', '--customer']                                              || '--customer needs a value: --customer=ID.'
        ['status', '--custom', 'x']                                           || 'Unknown option: --custom. Did you mean --customer?'
        ['status', '--ordr=x']                                                || 'Unknown option: --ordr. Did you mean --order?'
        ['status', '--entirely-unknown']                                      || "Unknown option: --entirely-unknown. See 'pcorders status --help'."
        ['status', '-q']                                                      || "Unknown option: -q. See 'pcorders status --help'."
        ['status', '--sandbox', '--sandbox']                                  || '--sandbox is given more than once.'
        ['status', '--sandbox', "--verbose=$CommandRun.TOKEN"]                || "'--verbose': give the option without a value."
        ['status', '--sandbox', "--trust-store=$CommandRun.TOKEN\0"]          || 'give the name of a file'
        ['status', '--sandbox', 'extra']                                      || 'is not an option or a value'
        ['status', '--sandbox', '--output', 'yaml']                           || 'table, json, csv'
        ['status', '--sandbox', '--format', 'yaml']                           || 'json, xml'
        ['status', '--sandbox', '--base-url', 'http://127.0.0.1:1']           || '--base-url cannot be given'
        ['status', '--sandbox', '--cloud', 'china']                           || '--cloud cannot be given'
        ['status', '--sandbox', '--token-file', 'x']                          || '--token-file cannot be given'
        ['status', '--sandbox', '@/etc/hostname']                             || 'is not an option or a value'
        ['status', '--cloud', 'moon', '--sandbox']                            || 'public, us-government, china'
    }

    def "--sandbox uses the ids that are given"() {
        when:
        def run = CommandRun.of([:], ['status', '--sandbox', *args])

        then:
        run.exitCode == exitCode
        run.err.contains(code)

        where:
        args                                   || exitCode | code
        ['--order', 'unknown']                 || 21       | 'code 20000'
        ['--order', CommandRun.ORDER]          || 0        | ''
        ['--customer', CommandRun.CUSTOMER]    || 0        | ''
        ['--customer', UUID.randomUUID()]      || 21       | '404'
    }

    def "--format #format requests #accept"() {
        expect:
        CommandRun.status(service, '--format', format).exitCode == 0
        service.requests[0].Accept == [accept]

        where:
        format || accept
        'json' || 'application/json, text/json'
        'xml'  || 'application/xml, text/xml'
        'XML'  || 'application/xml, text/xml'
    }

    def "the time #text is #duration"() {
        expect:
        new DurationConverter().convert(text) == duration

        where:
        text     || duration
        '500ms'  || Duration.ofMillis(500)
        '30s'    || Duration.ofSeconds(30)
        '2m'     || Duration.ofMinutes(2)
        '1h'     || Duration.ofHours(1)
        '2d'     || Duration.ofDays(2)
        '1h30m'  || Duration.ofMinutes(90)
        'PT2H'   || Duration.ofHours(2)
        'P1DT1S' || Duration.ofSeconds(86_401)
        '0s'     || Duration.ZERO
        '999999999s'         || Duration.ofSeconds(999_999_999)
        '1d2h3m4s5ms'        || Duration.ofDays(1).plusHours(2).plusMinutes(3).plusSeconds(4).plusMillis(5)
    }

    def "the time '#text' is refused"() {
        when:
        new DurationConverter().convert(text)

        then:
        thrown(CommandLine.TypeConversionException)

        where:
        text << ['', '30', 's', '1.5s', '-1s', '+1s', '30 s', '30S', '1000000000s', '30s1m', '1h 30m', 'P1Y', 'PT-1S', '-PT1H', 'PT', '٣s']
    }
}
