package io.github.partnercenter4j.cli.output;

import java.io.PrintWriter;
import java.util.HashSet;
import java.util.Set;

/** Where the command writes: results to standard output, all else to standard error, and a token to neither. */
public final class Terminal {
    /** No token is as short as this, and to strike out a letter or two wherever they stand would spoil the output. */
    private static final int SHORTEST_SECRET = 8;

    private final PrintWriter out;
    private final PrintWriter err;
    private final Set<String> secrets = new HashSet<>();

    public Terminal(PrintWriter out, PrintWriter err) {
        this.out = out;
        this.err = err;
    }

    /** Strikes the text out of whatever is written from now on. */
    public void hide(String secret) {
        if (secret.length() >= SHORTEST_SECRET) {
            secrets.add(secret);
        }
    }

    /** Writes a result, which ends its own lines. */
    public void print(String text) {
        out.print(redact(text));
    }

    /** Writes what went wrong, in one line. */
    public void error(String message) {
        errorLine("pcorders: " + message);
    }

    /** Writes a line that was asked for by --verbose. */
    public void detail(String text) {
        errorLine("  " + text);
    }

    /** Writes to standard error at once what a person is to do or to wait for. */
    public void tell(String text) {
        errorLine(text);
        err.flush();
    }

    /**
     * Ends the writing.
     *
     * @return whether standard output took everything
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
