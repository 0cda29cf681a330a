package io.github.partnercenter4j.cli;

import io.github.partnercenter4j.client.PartnerCenterException;
import java.io.PrintWriter;
import java.io.StringWriter;

/** Tells a failure in one line, and more where it is asked for. */
final class Failures {
    private final Terminal terminal;

    Failures(Terminal terminal) {
        this.terminal = terminal;
    }

    /**
     * Writes the failure.
     *
     * @return the exit code
     */
    int report(Throwable failure, boolean verbose) {
        if (failure instanceof PartnerCenterException e) {
            terminal.error((e.getMessage() + ". " + Advice.on(e)).strip());
        } else {
            terminal.error("A bug in pcorders: " + failure
                    + ". Please report it with this line, what 'pcorders --version' prints and what --verbose adds.");
        }
        if (verbose) {
            Details.of(failure).forEach(terminal::detail);
            if (!(failure instanceof PartnerCenterException)) {
                stackTrace(failure);
            }
        }
        return ExitCode.of(failure).code();
    }

    private void stackTrace(Throwable failure) {
        StringWriter trace = new StringWriter();
        failure.printStackTrace(new PrintWriter(trace));
        trace.toString().lines().map(line -> line.replace('\t', ' ')).forEach(terminal::detail);
    }
}
