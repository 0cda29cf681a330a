package io.github.partnercenter4j.cli;

import io.github.partnercenter4j.cli.output.ExitCode;
import io.github.partnercenter4j.cli.output.Terminal;
import io.github.partnercenter4j.cli.signin.TokenSource;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import picocli.CommandLine.IParameterExceptionHandler;
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
        String message = e instanceof UnmatchedArgumentException unmatched ? message(unmatched) : e.getMessage();
        String help = e.getCommandLine().getCommandSpec().qualifiedName();
        terminal.error(message + (message.endsWith("?") ? "" : ".") + " See '" + help + " --help'.");
        return ExitCode.USAGE.code();
    }

    /** Quotes only what looks like the name of an option, because other text may be a token given by mistake. */
    private static String message(UnmatchedArgumentException e) {
        List<String> names = e.getUnmatched().stream()
                .map(argument -> argument.split("=", 2)[0])
                .filter(argument -> OPTION_NAME.matcher(argument).matches())
                .toList();
        List<String> suggestions = e.getSuggestions();
        String meant = suggestions.isEmpty() ? "" : "; did you mean " + String.join(" or ", suggestions) + "?";
        if (names.isEmpty()) {
            return "An argument is not an option or a value that the command takes" + meant;
        }
        if (names.contains("--token")) {
            return "A token cannot be an argument, because other users could read it: set " + TokenSource.VARIABLE
                    + " or use --token-file";
        }
        return names.stream().collect(Collectors.joining(", ", "Unknown option: ", meant));
    }
}
