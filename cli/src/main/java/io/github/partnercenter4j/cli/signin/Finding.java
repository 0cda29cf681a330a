package io.github.partnercenter4j.cli.signin;

import io.github.partnercenter4j.cli.output.Printable;
import java.util.Locale;

/**
 * The result of one check of {@code pcorders doctor}.
 *
 * @param subject what was checked, in one word
 * @param text what was found; contains no secret
 * @param advice what the user can do about it, or empty
 */
public record Finding(Verdict verdict, String subject, String text, String advice) {

    /** The outcome of a check. */
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

    /** Returns the finding as a line of text, without a line end. */
    public String line() {
        return Printable.escape(
                String.format(Locale.ROOT, "%-8s %-9s %s", verdict.name().toLowerCase(Locale.ROOT), subject, text));
    }
}
