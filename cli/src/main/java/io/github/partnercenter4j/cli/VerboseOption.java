package io.github.partnercenter4j.cli;

import picocli.CommandLine.Option;

/** The option that asks for all that is known. */
final class VerboseOption {
    static final String NAME = "--verbose";

    @Option(
            names = NAME,
            description = "Also write to standard error what is known of the answer, or of the error. Never a token.")
    private boolean verbose;

    boolean isGiven() {
        return verbose;
    }
}
