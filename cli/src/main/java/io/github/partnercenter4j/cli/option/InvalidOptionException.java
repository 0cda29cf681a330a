package io.github.partnercenter4j.cli.option;

import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;

/** Reports that the client or the sandbox refuses the value of an option. The command ends with {@code ExitCode.USAGE}. */
public final class InvalidOptionException extends ParameterException {
    private static final long serialVersionUID = 1;

    /**
     * Creates the exception.
     *
     * @param option the option, such as --timeout
     * @param refusal says what is wrong with the value; its message must not quote a secret
     */
    public InvalidOptionException(CommandSpec command, String option, IllegalArgumentException refusal) {
        super(command.commandLine(), "Invalid value for option '" + option + "': " + refusal.getMessage(), refusal);
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
