package io.github.partnercenter4j.cli.option;

import picocli.CommandLine.Option;

/** The option that asks for all that is known. */
public final class VerboseOption {
    public static final String NAME = "--verbose";

    @Option(
            names = NAME,
            description = "Also write to standard error what is known of the answer, or of the error. Never a token.")
    private boolean verbose;

    public boolean isGiven() {
        return verbose;
    }
}
