package io.github.partnercenter4j.cli;

import io.github.partnercenter4j.cli.output.ExitCode;
import io.github.partnercenter4j.cli.output.Terminal;
import io.github.partnercenter4j.cli.signin.TokenSource;
import io.github.partnercenter4j.client.internal.text.Suggestion;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.OverwrittenOptionException;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** Reports in one line what is wrong with the arguments. */
final class UsageErrors implements IParameterExceptionHandler {
    private static final Pattern OPTION_NAME = Pattern.compile("--?[A-Za-z][a-z-]{0,30}");

    private final Terminal terminal;

    UsageErrors(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public int handleParseException(ParameterException e, String[] args) {
        CommandSpec command = e.getCommandLine().getCommandSpec();
        String message = message(e, command);
        String end = message.endsWith("?") || message.endsWith(".") ? "" : ".";
        terminal.error(message + end + " See '" + command.qualifiedName() + " --help'.");
        return ExitCode.USAGE.code();
    }

    private static String message(ParameterException e, CommandSpec command) {
        boolean needsCommand = !command.subcommands().isEmpty();
        if (e instanceof UnmatchedArgumentException unmatched) {
            return needsCommand && !unmatched.getUnmatched().get(0).startsWith("-")
                    ? unknownCommand(unmatched.getUnmatched().get(0), command)
                    : unknownOptions(unmatched.getUnmatched(), command);
        } else if (e instanceof OverwrittenOptionException twice) {
            return ((OptionSpec) twice.getOverwritten()).longestName() + " is given more than once";
        } else if (needsCommand && e.getValue() != null && e.getArgSpec() == null) {
            // From "pcorders help statsu".
            return unknownCommand(e.getValue(), command);
        } else if (needsCommand && e.getArgSpec() == null) {
            return "Name a command: " + names(command)
                    + ". To try it without an account, use 'pcorders status --sandbox'";
        }
        return e.getMessage();
    }

    /** Does not quote the argument, because it may be a token given by mistake. */
    private static String unknownCommand(String argument, CommandSpec command) {
        return "There is no such command. "
                + Suggestion.closest(argument, command.subcommands().keySet())
                        .map(name -> "Did you mean " + name + "?")
                        .orElseGet(() -> "The commands are " + names(command));
    }

    /** Quotes only what looks like the name of an option, because other text may be a token given by mistake. */
    private static String unknownOptions(List<String> arguments, CommandSpec command) {
        List<String> names = arguments.stream()
                .map(argument -> argument.split("=", 2)[0])
                .filter(argument -> OPTION_NAME.matcher(argument).matches())
                .toList();
        if (names.isEmpty()) {
            return "An argument is not an option or a value of an option";
        }
        if (names.contains("--token")) {
            return "A token cannot be an argument, because other users could read it: set " + TokenSource.VARIABLE
                    + " or use --token-file";
        }
        return "Unknown option: " + String.join(", ", names) + "." + hint(names.get(0), command);
    }

    private static String hint(String option, CommandSpec command) {
        String commands = command.subcommands().values().stream()
                .map(each -> each.getCommandSpec())
                .filter(each -> each.optionsMap().containsKey(option))
                .map(each -> "'" + each.qualifiedName() + "'")
                .collect(Collectors.joining(", "));
        if (!commands.isEmpty()) {
            return " It is an option of " + commands + ": name the command first.";
        }
        Set<String> known = command.optionsMap().keySet();
        return Suggestion.closest(option, known)
                .map(name -> " Did you mean " + name + "?")
                .orElse("");
    }

    private static String names(CommandSpec command) {
        return command.subcommands().keySet().stream().sorted().collect(Collectors.joining(", "));
    }
}
