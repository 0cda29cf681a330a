package io.github.partnercenter4j.cli;

import io.github.partnercenter4j.cli.command.DecodeCommand;
import io.github.partnercenter4j.cli.command.DoctorCommand;
import io.github.partnercenter4j.cli.command.HelpText;
import io.github.partnercenter4j.cli.command.LoginCommand;
import io.github.partnercenter4j.cli.command.LogoutCommand;
import io.github.partnercenter4j.cli.command.SandboxCommand;
import io.github.partnercenter4j.cli.command.StatusCommand;
import io.github.partnercenter4j.cli.command.VersionProvider;
import io.github.partnercenter4j.cli.option.ChoiceConverter;
import io.github.partnercenter4j.cli.option.DurationConverter;
import io.github.partnercenter4j.cli.option.VerboseOption;
import io.github.partnercenter4j.cli.option.WholeNumberConverter;
import io.github.partnercenter4j.cli.output.ExitCode;
import io.github.partnercenter4j.cli.output.Failures;
import io.github.partnercenter4j.cli.output.OutputFormat;
import io.github.partnercenter4j.cli.output.Terminal;
import io.github.partnercenter4j.client.Cloud;
import io.github.partnercenter4j.client.Format;
import io.github.partnercenter4j.sandbox.Fidelity;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.HelpCommand;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/** The parent of all commands. Without a subcommand it only shows help. */
@Command(
        name = "pcorders",
        mixinStandardHelpOptions = true,
        versionProvider = VersionProvider.class,
        subcommands = HelpCommand.class,
        synopsisSubcommandLabel = "COMMAND",
        description =
                "Shows the provisioning status of your customers' orders in Microsoft Partner Center. Not affiliated with Microsoft.",
        footer = HelpText.TEXT)
final class PcordersCommand {
    private static final int HELP_WIDTH = 100;

    @Spec
    private CommandSpec spec;

    /** Creates the command line with all commands, converters and error handlers. */
    static CommandLine commandLine(Map<String, String> environment, Terminal terminal) {
        Failures failures = new Failures(terminal);
        CommandLine commandLine = new CommandLine(new PcordersCommand())
                .addSubcommand(new StatusCommand(environment, terminal))
                .addSubcommand(new LoginCommand(environment, terminal))
                .addSubcommand(new LogoutCommand(environment, terminal))
                .addSubcommand(new DoctorCommand(environment, terminal))
                .addSubcommand(new SandboxCommand(terminal))
                .addSubcommand(new DecodeCommand(terminal))
                .setOut(terminal.out())
                .setErr(terminal.err())
                .setUsageHelpWidth(HELP_WIDTH)
                // An argument that begins with @ does not name a file of arguments.
                .setExpandAtFiles(false)
                .registerConverter(Duration.class, new DurationConverter())
                .registerConverter(Cloud.class, new ChoiceConverter<>(Cloud.class))
                .registerConverter(Format.class, new ChoiceConverter<>(Format.class))
                .registerConverter(Fidelity.class, new ChoiceConverter<>(Fidelity.class))
                .registerConverter(int.class, new WholeNumberConverter())
                .registerConverter(Integer.class, new WholeNumberConverter())
                .registerConverter(OutputFormat.class, new ChoiceConverter<>(OutputFormat.class))
                .setParameterExceptionHandler(new UsageErrors(terminal))
                .setExecutionExceptionHandler((e, command, parsed) ->
                        failures.report(e, command.getParseResult().hasMatchedOption(VerboseOption.NAME)))
                // https://no-color.org
                .setColorScheme(colors(environment.getOrDefault("NO_COLOR", "").isEmpty() ? Ansi.AUTO : Ansi.OFF));
        listExitCodes(commandLine, ExitCode.values());
        listExitCodes(commandLine.getSubcommands().get("status"), ExitCode.values());
        listExitCodes(commandLine.getSubcommands().get("decode"), ExitCode.values());
        listExitCodes(commandLine.getSubcommands().get("sandbox"), ExitCode.BUG, ExitCode.USAGE);
        listExitCodes(commandLine.getSubcommands().get("login"), ExitCode.BUG, ExitCode.USAGE, ExitCode.CREDENTIAL);
        listExitCodes(commandLine.getSubcommands().get("logout"), ExitCode.BUG, ExitCode.USAGE, ExitCode.CREDENTIAL);
        listExitCodes(
                commandLine.getSubcommands().get("doctor"),
                ExitCode.BUG,
                ExitCode.USAGE,
                ExitCode.CREDENTIAL,
                ExitCode.SERVICE,
                ExitCode.UNEXPECTED_STATUS,
                ExitCode.TRANSPORT,
                ExitCode.DECODING);
        return commandLine;
    }

    private static void listExitCodes(CommandLine command, ExitCode... exitCodes) {
        Map<String, String> meanings = new LinkedHashMap<>();
        for (ExitCode exitCode : exitCodes) {
            meanings.put(Integer.toString(exitCode.code()), exitCode.meaning());
        }
        command.getCommandSpec()
                .usageMessage()
                .exitCodeListHeading("%nExit codes:%n")
                .exitCodeList(meanings);
    }

    @Option(
            names = "--no-color",
            scope = ScopeType.INHERIT,
            description = "Do not use colors. Colors are also off if the output is not a terminal or NO_COLOR is set.")
    void noColor(boolean noColor) {
        if (noColor) {
            spec.root().commandLine().setColorScheme(colors(Ansi.OFF));
        }
    }

    private static Help.ColorScheme colors(Ansi ansi) {
        return Help.defaultColorScheme(ansi);
    }
}
