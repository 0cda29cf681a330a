package io.github.partnercenter4j.cli;

import io.github.partnercenter4j.client.orders.ProvisioningOutcome;
import io.github.partnercenter4j.model.ApiResponse;
import io.github.partnercenter4j.model.OrderLineItemProvisioningStatusCollection;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The options that say how an answer is shown, and the showing. */
final class AnswerView {
    @Spec(Spec.Target.MIXEE)
    private CommandSpec spec;

    @Option(
            names = "--output",
            paramLabel = "FORM",
            defaultValue = "table",
            description = "How to print the answer: table (the default), json or csv.")
    private Output.Form output;

    @Mixin
    private VerboseOption verbose;

    boolean isVerbose() {
        return verbose.isGiven();
    }

    /**
     * Shows the answer.
     *
     * @return the exit code
     */
    int show(ApiResponse<OrderLineItemProvisioningStatusCollection> answer, Terminal terminal) {
        terminal.print(writer().write(answer.value()));
        if (verbose.isGiven()) {
            Details.of(answer).forEach(terminal::detail);
        }
        return ExitCode.of(ProvisioningOutcome.of(answer.value()).kind()).code();
    }

    private Output writer() {
        return switch (output) {
            case TABLE -> new TableOutput(spec.commandLine().getColorScheme().ansi());
            case JSON -> new JsonOutput();
            case CSV -> new CsvOutput();
        };
    }
}
