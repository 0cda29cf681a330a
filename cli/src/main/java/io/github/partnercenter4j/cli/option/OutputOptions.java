package io.github.partnercenter4j.cli.option;

import io.github.partnercenter4j.cli.output.Details;
import io.github.partnercenter4j.cli.output.ExitCode;
import io.github.partnercenter4j.cli.output.OutputFormat;
import io.github.partnercenter4j.cli.output.OutputWriter;
import io.github.partnercenter4j.cli.output.PendingText;
import io.github.partnercenter4j.cli.output.Terminal;
import io.github.partnercenter4j.client.orders.ProvisioningStatus;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The options that set how a result is printed. */
public final class OutputOptions {
    @Spec(Spec.Target.MIXEE)
    private CommandSpec spec;

    @Option(
            names = "--output",
            paramLabel = "FORMAT",
            defaultValue = "table",
            description = "How to print the result: table (the default), json or csv.")
    private OutputFormat output;

    @Mixin
    private VerboseOption verbose;

    public boolean isVerbose() {
        return verbose.isGiven();
    }

    /**
     * Prints the result.
     *
     * @return the exit code
     */
    public int show(ProvisioningStatus status, Terminal terminal) {
        OutputWriter writer =
                OutputWriter.of(output, spec.commandLine().getColorScheme().ansi());
        terminal.print(writer.write(status));
        if (output == OutputFormat.TABLE) {
            // Not with the result: its last line says what the order is.
            terminal.explain(PendingText.of(status.outcome()));
        }
        if (verbose.isGiven()) {
            Details.of(status.response()).forEach(terminal::detail);
        }
        return ExitCode.of(status.outcome().kind()).code();
    }
}
