package io.github.partnercenter4j.cli.output;

import io.github.partnercenter4j.client.PartnerCenterException;
import java.io.PrintWriter;
import java.io.StringWriter;

/** Tells a failure in one line, and more where it is asked for. */
public final class Failures {
    private final Terminal terminal;

    public Failures(Terminal terminal) {
        this.terminal = terminal;
    }

    /**
     * Writes the failure.
     *
     * @return the exit code
     */
    public int report(Throwable failure, boolean verbose) {
        if (failure instanceof PartnerCenterException e) {
            return report(e, Advice.on(e), verbose);
        }
        terminal.error("A bug in pcorders: " + failure
                + ". Please report it with this line, what 'pcorders --version' prints and what --verbose adds.");
        if (verbose) {
            Details.of(failure).forEach(terminal::detail);
            stackTrace(failure);
        }
        return ExitCode.of(failure).code();
    }

    /**
     * Writes what the client threw, and what to do about it.
     *
     * @return the exit code
     */
    public int report(PartnerCenterException failure, String advice, boolean verbose) {
        terminal.error((failure.getMessage() + ". " + advice).strip());
        if (verbose) {
            Details.of(failure).forEach(terminal::detail);
        }
        return ExitCode.of(failure).code();
    }

    private void stackTrace(Throwable failure) {
        StringWriter trace = new StringWriter();
        failure.printStackTrace(new PrintWriter(trace));
        trace.toString().lines().map(line -> line.replace('\t', ' ')).forEach(terminal::detail);
    }
}
