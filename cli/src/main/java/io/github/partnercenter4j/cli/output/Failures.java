package io.github.partnercenter4j.cli.output;

import io.github.partnercenter4j.client.PartnerCenterException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.regex.Pattern;

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
        return report(failure, String.valueOf(failure.getMessage()), Details.of(failure), advice, verbose);
    }

    /**
     * Reports that a response cannot be used. It was read from a file, so there are no ids of a request to search for.
     *
     * @param id what stands for the ids in the failure; left out
     * @param advice what the user can do about it, or empty
     * @return the exit code
     */
    public int reportWithoutIds(PartnerCenterException failure, String id, String advice, boolean verbose) {
        String message =
                String.valueOf(failure.getMessage()).replaceAll(" \\[MS-[A-Za-z]+ " + Pattern.quote(id) + "]", "");
        List<String> details = Details.of(failure).stream()
                .filter(line -> !line.endsWith(": " + id))
                .toList();
        return report(failure, message, details, advice, verbose);
    }

    private int report(
            PartnerCenterException failure, String message, List<String> details, String advice, boolean verbose) {
        terminal.error((message + ". " + advice).strip());
        if (verbose) {
            details.forEach(terminal::detail);
        }
        return ExitCode.of(failure).code();
    }

    private void stackTrace(Throwable failure) {
        StringWriter trace = new StringWriter();
        failure.printStackTrace(new PrintWriter(trace));
        trace.toString().lines().map(line -> line.replace('\t', ' ')).forEach(terminal::detail);
    }
}
