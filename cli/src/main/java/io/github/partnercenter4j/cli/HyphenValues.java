package io.github.partnercenter4j.cli;

import java.util.Map;
import java.util.Stack;
import picocli.CommandLine;
import picocli.CommandLine.IParameterPreprocessor;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/**
 * Lets the value of an option begin with a hyphen if it follows an equals sign, such as {@code --order=-x}. After a space it is
 * refused: {@code --customer --order x} lacks the id of the customer.
 */
final class HyphenValues implements IParameterPreprocessor {
    private static final String END_OF_OPTIONS = "--";

    /** Stands for the first argument "--", because picocli would also take the value of --order=-- for it. No argument contains NUL. */
    private static final String UNIQUE_END_OF_OPTIONS = "\0--";

    private HyphenValues() {}

    /** Sets the rule for all commands. Called after they are added. */
    static void allow(CommandLine commandLine) {
        commandLine.setAllowOptionsAsOptionParameters(true);
        for (CommandLine command : commandLine.getSubcommands().values()) {
            command.setEndOfOptionsDelimiter(UNIQUE_END_OF_OPTIONS);
            command.getCommandSpec().preprocessor(new HyphenValues());
        }
    }

    /** Called once for a command, with all arguments that follow it. */
    @Override
    public boolean preprocess(Stack<String> args, CommandSpec command, ArgSpec none, Map<String, Object> info) {
        // The top of the stack is the first argument.
        for (int i = args.size() - 1; i >= 0; i--) {
            if (args.get(i).equals(END_OF_OPTIONS)) {
                args.set(i, UNIQUE_END_OF_OPTIONS);
                return false;
            }
            OptionSpec option = command.optionsMap().get(args.get(i));
            if (option != null
                    && option.arity().max() > 0
                    && (i == 0 || args.get(i - 1).startsWith("-"))) {
                throw new MissingParameterException(
                        command.commandLine(), option, message(args.get(i), option, i == 0));
            }
        }
        return false;
    }

    /** The value is not quoted, because it may be a token given by mistake. */
    private static String message(String name, OptionSpec option, boolean last) {
        String example = name + "=" + option.paramLabel();
        return last
                ? name + " needs a value: " + example
                : name + " needs a value. If the value begins with a hyphen, write it after an equals sign: " + example;
    }
}
