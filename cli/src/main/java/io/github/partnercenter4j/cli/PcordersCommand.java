package io.github.partnercenter4j.cli;

import io.github.partnercenter4j.client.Cloud;
import io.github.partnercenter4j.client.Format;
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

/** The command above the others. By itself it only helps. */
@Command(
        name = "pcorders",
        mixinStandardHelpOptions = true,
        versionProvider = VersionProvider.class,
        subcommands = HelpCommand.class,
        synopsisSubcommandLabel = "COMMAND",
        description =
                "Asks Microsoft Partner Center how the orders of your customers stand. Not affiliated with Microsoft.",
        footer = Guide.TEXT)
final class PcordersCommand {
    private static final int HELP_WIDTH = 100;

    @Spec
    private CommandSpec spec;

    /** Sets the command line up. */
    static CommandLine commandLine(Map<String, String> environment, Terminal terminal) {
        Failures failures = new Failures(terminal);
        CommandLine commandLine = new CommandLine(new PcordersCommand())
                .addSubcommand(new StatusCommand(new TokenSource(environment), terminal))
                .setOut(terminal.out())
                .setErr(terminal.err())
                .setUsageHelpWidth(HELP_WIDTH)
                // An argument that begins with @ is an argument, not a file of arguments.
                .setExpandAtFiles(false)
                .registerConverter(Duration.class, new DurationConverter())
                .registerConverter(Cloud.class, new ChoiceConverter<>(Cloud.class))
                .registerConverter(Format.class, new ChoiceConverter<>(Format.class))
                .registerConverter(Output.Form.class, new ChoiceConverter<>(Output.Form.class))
                .setParameterExceptionHandler(new UsageErrors(terminal))
                .setExecutionExceptionHandler((e, command, parsed) ->
                        failures.report(e, command.getParseResult().hasMatchedOption(StatusCommand.VERBOSE)))
                // https://no-color.org
                .setColorScheme(colors(environment.getOrDefault("NO_COLOR", "").isEmpty() ? Ansi.AUTO : Ansi.OFF));
        Map<String, String> exitCodes = new LinkedHashMap<>();
        for (ExitCode exitCode : ExitCode.values()) {
            exitCodes.put(Integer.toString(exitCode.code()), exitCode.meaning());
        }
        for (CommandLine command :
                new CommandLine[] {commandLine, commandLine.getSubcommands().get("status")}) {
            command.getCommandSpec()
                    .usageMessage()
                    .exitCodeListHeading("%nExit codes:%n")
                    .exitCodeList(exitCodes);
        }
        return commandLine;
    }

    @Option(
            names = "--no-color",
            scope = ScopeType.INHERIT,
            description = "No colours. There are none either where the output is no terminal, or NO_COLOR is set.")
    void noColor(boolean noColor) {
        if (noColor) {
            spec.root().commandLine().setColorScheme(colors(Ansi.OFF));
        }
    }

    private static Help.ColorScheme colors(Ansi ansi) {
        return Help.defaultColorScheme(ansi);
    }
}
