package io.github.partnercenter4j.cli.option;

import java.util.regex.Pattern;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;

/** Reports that the client or the sandbox refuses the value of an option. The command ends with {@code ExitCode.USAGE}. */
public final class InvalidOptionException extends ParameterException {
    private static final long serialVersionUID = 1;

    /** The messages of builders begin with the name of the Java argument, such as "customerId must be a GUID". */
    private static final Pattern JAVA_NAME = Pattern.compile("\\A[a-z][A-Za-z]* (?=must )");

    /**
     * Creates the exception.
     *
     * @param option the option, such as --timeout
     * @param refusal says what is wrong with the value; its message must not quote a secret
     */
    public InvalidOptionException(CommandSpec command, String option, IllegalArgumentException refusal) {
        super(
                command.commandLine(),
                "Invalid value for option '" + option + "': " + inWordsOfTheUser(refusal),
                refusal);
    }

    private static String inWordsOfTheUser(IllegalArgumentException refusal) {
        return JAVA_NAME.matcher(String.valueOf(refusal.getMessage())).replaceFirst("it ");
    }

    /**
     * Hands the value of an option to a builder that checks it.
     *
     * @param setter hands over this value and does nothing else, so that an IllegalArgumentException is about the value
     * @throws InvalidOptionException if the builder refuses the value
     */
    public static void check(CommandSpec command, String option, Runnable setter) {
        try {
            setter.run();
        } catch (IllegalArgumentException e) {
            throw new InvalidOptionException(command, option, e);
        }
    }
}
