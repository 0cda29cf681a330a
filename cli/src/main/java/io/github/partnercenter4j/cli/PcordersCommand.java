package io.github.partnercenter4j.cli;

import io.github.partnercenter4j.cli.command.DecodeCommand;
import io.github.partnercenter4j.cli.command.DoctorCommand;
import io.github.partnercenter4j.cli.command.HelpText;
import io.github.partnercenter4j.cli.command.LoginCommand;
import io.github.partnercenter4j.cli.command.LogoutCommand;
import io.github.partnercenter4j.cli.command.SandboxCommand;
import io.github.partnercenter4j.cli.command.StatusCommand;
import io.github.partnercenter4j.cli.command.VersionProvider;
import io.github.partnercenter4j.cli.command.WatchCommand;
import io.github.partnercenter4j.cli.option.ChoiceConverter;
import io.github.partnercenter4j.cli.option.DurationConverter;
import io.github.partnercenter4j.cli.option.FlagConverter;
import io.github.partnercenter4j.cli.option.PathConverter;
import io.github.partnercenter4j.cli.option.VerboseOption;
import io.github.partnercenter4j.cli.option.WholeNumberConverter;
import io.github.partnercenter4j.cli.output.ExitCode;
import io.github.partnercenter4j.cli.output.Failures;
import io.github.partnercenter4j.cli.output.OutputFormat;
import io.github.partnercenter4j.cli.output.Terminal;
import io.github.partnercenter4j.client.Cloud;
import io.github.partnercenter4j.client.Format;
import io.github.partnercenter4j.client.internal.environment.HomeFolder;
import io.github.partnercenter4j.sandbox.Fidelity;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
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
                "Shows the provisioning status of your customers' orders in Microsoft Partner Center. Not affiliated"
                        + " with Microsoft.",
        footer = HelpText.TEXT)
final class PcordersCommand {
    private static final int HELP_WIDTH = 100;

    @Spec
    private CommandSpec spec;

    /**
     * Creates the command line with all commands, converters and error handlers. If the first argument names a command,
     * the other ones are left out, so that it starts sooner.
     */
    static CommandLine commandLine(Map<String, String> environment, Terminal terminal, String... args) {
        Failures failures = new Failures(terminal);
        CommandLine commandLine = new CommandLine(new PcordersCommand());
        Map<String, Supplier<?>> commands = commands(environment, terminal);
        if (args.length > 0 && commands.containsKey(args[0])) {
            commands.keySet().retainAll(Set.of(args[0]));
        }
        commands.forEach((name, command) -> commandLine.addSubcommand(name, command.get()));
        commandLine
                .setOut(terminal.out())
                .setErr(terminal.err())
                .setUsageHelpWidth(HELP_WIDTH)
                // An argument that begins with @ does not name a file of arguments.
                .setExpandAtFiles(false)
                .registerConverter(Duration.class, new DurationConverter())
                .registerConverter(Cloud.class, new ChoiceConverter<>(Cloud.class))
                .registerConverter(Format.class, new ChoiceConverter<>(Format.class))
                .registerConverter(Fidelity.class, new ChoiceConverter<>(Fidelity.class))
                .registerConverter(Path.class, new PathConverter(new HomeFolder(environment)))
                .registerConverter(boolean.class, new FlagConverter())
                .registerConverter(int.class, new WholeNumberConverter())
                .registerConverter(Integer.class, new WholeNumberConverter())
                .registerConverter(OutputFormat.class, new ChoiceConverter<>(OutputFormat.class))
                .setParameterExceptionHandler(new UsageErrors(terminal))
                .setExecutionExceptionHandler((e, command, parsed) ->
                        failures.report(e, command.getParseResult().hasMatchedOption(VerboseOption.NAME)))
                .setColorScheme(colors(wantsColors(environment) ? Ansi.AUTO : Ansi.OFF));
        HyphenValues.allow(commandLine);
        listExitCodes(commandLine, List.of(ExitCode.values()));
        commands.keySet()
                .forEach(name -> listExitCodes(commandLine.getSubcommands().get(name), exitCodes(name)));
        return commandLine;
    }

    private static Map<String, Supplier<?>> commands(Map<String, String> environment, Terminal terminal) {
        Map<String, Supplier<?>> commands = new LinkedHashMap<>();
        commands.put("status", () -> new StatusCommand(environment, terminal));
        commands.put("watch", () -> new WatchCommand(environment, terminal));
        commands.put("login", () -> new LoginCommand(environment, terminal));
        commands.put("logout", () -> new LogoutCommand(environment, terminal));
        commands.put("doctor", () -> new DoctorCommand(environment, terminal));
        commands.put("sandbox", () -> new SandboxCommand(terminal));
        commands.put("decode", () -> new DecodeCommand(terminal));
        return commands;
    }

    private static List<ExitCode> exitCodes(String command) {
        return switch (command) {
            case "watch" ->
                List.of(
                        ExitCode.FULFILLED,
                        ExitCode.BUG,
                        ExitCode.USAGE,
                        ExitCode.PENDING,
                        ExitCode.UNFULFILLED,
                        ExitCode.CREDENTIAL,
                        ExitCode.SERVICE,
                        ExitCode.STORE);
            case "sandbox" -> List.of(ExitCode.BUG, ExitCode.USAGE);
            case "login", "logout" -> List.of(ExitCode.BUG, ExitCode.USAGE, ExitCode.CREDENTIAL);
            case "doctor" ->
                List.of(
                        ExitCode.BUG,
                        ExitCode.USAGE,
                        ExitCode.CREDENTIAL,
                        ExitCode.SERVICE,
                        ExitCode.UNEXPECTED_STATUS,
                        ExitCode.TRANSPORT,
                        ExitCode.DECODING);
            default -> List.of(ExitCode.values());
        };
    }

    /** See https://no-color.org. A dumb terminal shows the codes of colors as text. */
    private static boolean wantsColors(Map<String, String> environment) {
        return environment.getOrDefault("NO_COLOR", "").isEmpty()
                && !environment.getOrDefault("TERM", "").equals("dumb");
    }

    private static void listExitCodes(CommandLine command, List<ExitCode> exitCodes) {
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
            description =
                    "Do not use colors. Colors are also off if the output is not a terminal, NO_COLOR is set or TERM is dumb.")
    void noColor(boolean noColor) {
        if (noColor) {
            spec.root().commandLine().setColorScheme(colors(Ansi.OFF));
        }
    }

    private static Help.ColorScheme colors(Ansi ansi) {
        return Help.defaultColorScheme(ansi);
    }
}
