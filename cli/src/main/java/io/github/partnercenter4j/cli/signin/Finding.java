package io.github.partnercenter4j.cli.signin;

import io.github.partnercenter4j.cli.output.Printable;
import java.util.Locale;

/**
 * What an examination found.
 *
 * @param subject what was looked at, in a word
 * @param text what was found; without any secret
 * @param advice what to do about it, or empty
 */
public record Finding(Verdict verdict, String subject, String text, String advice) {

    /** How it stands. */
    enum Verdict {
        OK,
        PROBLEM,
        UNKNOWN
    }

    public static Finding ok(String subject, String text) {
        return new Finding(Verdict.OK, subject, text, "");
    }

    public static Finding problem(String subject, String text, String advice) {
        return new Finding(Verdict.PROBLEM, subject, text, advice);
    }

    public static Finding unknown(String subject, String text, String advice) {
        return new Finding(Verdict.UNKNOWN, subject, text, advice);
    }

    public boolean isProblem() {
        return verdict == Verdict.PROBLEM;
    }

    /** A line of text, without its end. */
    public String line() {
        return Printable.escape(
                String.format(Locale.ROOT, "%-8s %-9s %s", verdict.name().toLowerCase(Locale.ROOT), subject, text));
    }
}
