package io.github.partnercenter4j.cli;

import java.util.Locale;

/**
 * What an examination found.
 *
 * @param subject what was looked at, in a word
 * @param text what was found; without any secret
 * @param advice what to do about it, or empty
 */
record Finding(Verdict verdict, String subject, String text, String advice) {

    /** How it stands. */
    enum Verdict {
        OK,
        PROBLEM,
        UNKNOWN
    }

    static Finding ok(String subject, String text) {
        return new Finding(Verdict.OK, subject, text, "");
    }

    static Finding problem(String subject, String text, String advice) {
        return new Finding(Verdict.PROBLEM, subject, text, advice);
    }

    static Finding unknown(String subject, String text, String advice) {
        return new Finding(Verdict.UNKNOWN, subject, text, advice);
    }

    boolean isProblem() {
        return verdict == Verdict.PROBLEM;
    }

    /** A line of text, without its end. */
    String line() {
        return Printable.escape(
                String.format(Locale.ROOT, "%-8s %-9s %s", verdict.name().toLowerCase(Locale.ROOT), subject, text));
    }
}
