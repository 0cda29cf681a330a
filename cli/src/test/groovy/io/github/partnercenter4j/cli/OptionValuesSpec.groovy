package io.github.partnercenter4j.cli

import io.github.partnercenter4j.cli.output.Terminal
import java.nio.file.Files
import java.nio.file.Path
import picocli.CommandLine
import spock.lang.AutoCleanup
import spock.lang.Specification
import spock.lang.TempDir

class OptionValuesSpec extends Specification {
    static final List<String> UNUSUAL = ['-hTs4y7jPQ', '-x', '-V', '-', '-1', '--', '--help', '--order', '--order=x', '=x', '@x', '"x"', '%s', '']
    static final Map<String, List<String>> REQUIRED = [decode: ['FILE', '--content-type=a/b']].withDefault { [] }

    @TempDir
    Path folder

    @AutoCleanup
    StubService service

    def "what follows an equals sign is the value of #command #option"() {
        expect:
        UNUSUAL.collect { value(command, option, it) } == UNUSUAL

        where:
        [command, option] << options { it.type() in [String, Path] }
    }

    def "a value that #command #option cannot take is refused, whatever it begins with"() {
        when:
        def run = CommandRun.of([command, *REQUIRED[command], "$option=-x"])

        then:
        run.exitCode == 2
        run.errLines().size() == 1
        run.err.contains("option '$option'")
        run.err =~ /give (a )?whole number/ || run.err.contains('choose one of')

        where:
        [command, option] << options { !(it.type() in [String, Path]) }
    }

    def "after a space, the value of #command #option cannot begin with a hyphen"() {
        when:
        def runs = UNUSUAL.findAll { it.startsWith('-') }.collect { CommandRun.of([command, option, it, *REQUIRED[command]]) }

        then:
        runs.every { it.exitCode == 2 && it.out == '' && it.errLines().size() == 1 }
        runs.every { it.err.startsWith("pcorders: $option needs a value. If the value begins with a hyphen, write it after an equals sign: $option=") }
        runs.every { it.err.endsWith(" See 'pcorders $command --help'.\n") && !it.err.contains('hTs4y7jPQ') }

        where:
        [command, option] << options { true }
    }

    def "a value that is missing at the end is reported: #command #option"() {
        expect:
        CommandRun.of([command, *REQUIRED[command], option]).err.startsWith("pcorders: $option needs a value: $option=")

        where:
        [command, option] << options { true }
    }

    def "an order id that begins with a hyphen is sent as it is given: #command"() {
        given:
        service = StubService.json('{"items":[{"lineItemNumber":0,"status":"fulfilled"}]}')

        when:
        def run = CommandRun.of([*command, "--customer=$CommandRun.CUSTOMER", '--order=-hTs4y7jPQ', '--base-url', service.url()])

        then:
        run.exitCode == exitCode
        service.paths == ["/v1/customers/$CommandRun.CUSTOMER/orders/-hTs4y7jPQ/provisioningstatus"]

        where:
        command              || exitCode
        ['status']           || 0
        // The token of this test is not a real one.
        ['doctor', '--call'] || 20
    }

    def "after -- an argument is a file, even if it looks like an option"() {
        given:
        def body = Files.writeString(folder.resolve('body'), '{"items":[{"status":"fulfilled"}]}')

        expect:
        CommandRun.of([:], ['decode', '--content-type=application/json', '--', body]).exitCode == 0
        CommandRun.of([:], ['decode', '--content-type=application/json', '--', '--status=404']).err.contains('there is no such file')
    }

    private static String value(String command, String option, String value) {
        def line = commandLine(command)
        line.parseArgs([command, *REQUIRED[command].findAll { !it.startsWith(option) }, "$option=$value"] as String[])
        line.subcommands[command].commandSpec.findOption(option).getValue()
    }

    private static CommandLine commandLine(String... args) {
        PcordersCommand.commandLine([:], new Terminal(new PrintWriter(System.out), new PrintWriter(System.err)), args)
    }

    /** Every command and option with a value. */
    private static List<List<String>> options(Closure<Boolean> isWanted) {
        commandLine().subcommands.collectMany { name, command ->
            command.commandSpec.options().findAll { it.arity().max() > 0 && isWanted(it) }.collect { [name, it.longestName()] }
        }
    }
}
