package io.github.partnercenter4j.cli.option;

import picocli.CommandLine.Option;

/** The option --verbose. */
public final class VerboseOption {
    public static final String NAME = "--verbose";

    @Option(
            names = NAME,
            description =
                    "Also write details of the response or of the error to standard error. A token is never shown.")
    private boolean verbose;

    public boolean isGiven() {
        return verbose;
    }
}
