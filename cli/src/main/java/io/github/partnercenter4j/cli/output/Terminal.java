package io.github.partnercenter4j.cli.output;

import java.io.PrintWriter;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Writes results to standard output and everything else to standard error. Secrets are replaced by {@code ***}. */
public final class Terminal {
    /** No real secret is shorter, and hiding a few letters wherever they occur would damage the output. */
    private static final int MIN_SECRET_LENGTH = 8;

    private final PrintWriter out;
    private final PrintWriter err;
    private final boolean interactive;
    private final Set<String> secrets = ConcurrentHashMap.newKeySet();

    /** Creates a terminal that nobody watches. */
    public Terminal(PrintWriter out, PrintWriter err) {
        this(out, err, false);
    }

    /**
     * Creates a terminal.
     *
     * @param interactive true if a person sees standard error while the command runs
     */
    public Terminal(PrintWriter out, PrintWriter err, boolean interactive) {
        this.out = out;
        this.err = err;
        this.interactive = interactive;
    }

    public boolean isInteractive() {
        return interactive;
    }

    /** Hides a secret in everything that is written from now on. */
    public void hide(String secret) {
        if (secret.length() >= MIN_SECRET_LENGTH) {
            secrets.add(secret);
        }
    }

    /** Writes a result. The text contains its own line ends. */
    public void print(String text) {
        out.print(redact(text));
    }

    /** Writes an error message, in one line. */
    public void error(String message) {
        errorLine("pcorders: " + message);
    }

    /** Writes a line of details for --verbose. */
    public void detail(String text) {
        errorLine("  " + text);
    }

    /** Writes an explanation of the result to standard error, below the result if both are on a terminal. */
    public void explain(List<String> lines) {
        if (!lines.isEmpty()) {
            out.flush();
            errorLine("");
            lines.forEach(this::errorLine);
        }
    }

    /** Says at once what the command waits for. */
    public void progress(String text) {
        notice("pcorders: " + text);
    }

    /** Writes a line to standard error at once, for a user who has to act or wait. */
    public void notice(String text) {
        errorLine(text);
        err.flush();
    }

    /**
     * Flushes both streams, and reports an error if standard output failed.
     *
     * @return whether everything was written to standard output
     */
    public boolean flush() {
        boolean complete = !out.checkError();
        if (!complete) {
            error("The result could not be written: standard output is closed or full.");
        }
        err.flush();
        return complete;
    }

    public PrintWriter out() {
        return out;
    }

    public PrintWriter err() {
        return err;
    }

    private void errorLine(String text) {
        err.print(Printable.escape(redact(text)) + "\n");
    }

    private String redact(String text) {
        String redacted = text;
        for (String secret : secrets) {
            redacted = redacted.replace(secret, "***");
        }
        return redacted;
    }
}
