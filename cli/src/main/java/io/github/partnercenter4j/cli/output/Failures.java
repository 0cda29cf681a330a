package io.github.partnercenter4j.cli.output;

import io.github.partnercenter4j.client.PartnerCenterException;
import java.io.PrintWriter;
import java.io.StringWriter;

/** Reports a failure in one line, with details if --verbose is given. */
public final class Failures {
    private final Terminal terminal;

    public Failures(Terminal terminal) {
        this.terminal = terminal;
    }

    /**
     * Reports any failure. Everything except a PartnerCenterException is reported as a bug.
     *
     * @return the exit code
     */
    public int report(Throwable failure, boolean verbose) {
        if (failure instanceof PartnerCenterException e) {
            return report(e, Advice.on(e), verbose);
        }
        terminal.error("A bug in pcorders: " + failure
                + ". Please report this line, the output of 'pcorders --version' and the details that --verbose adds.");
        if (verbose) {
            Details.of(failure).forEach(terminal::detail);
            stackTrace(failure);
        }
        return ExitCode.of(failure).code();
    }

    /**
     * Reports a failure of a call.
     *
     * @param advice what the user can do about it, or empty
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
