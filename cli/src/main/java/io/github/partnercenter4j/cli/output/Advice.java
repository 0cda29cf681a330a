package io.github.partnercenter4j.cli.output;

import io.github.partnercenter4j.client.CredentialException;
import io.github.partnercenter4j.client.DecodingException;
import io.github.partnercenter4j.client.PartnerCenterException;
import io.github.partnercenter4j.client.ServiceException;
import io.github.partnercenter4j.client.TransportException;
import io.github.partnercenter4j.client.UnexpectedStatusException;
import java.time.Duration;
import java.util.regex.Pattern;

/** Says in a sentence or two what the user can do about a failure. */
public final class Advice {
    private Advice() {}

    public static String on(PartnerCenterException failure) {
        if (failure instanceof ServiceException e) {
            return onStatus(e);
        } else if (failure instanceof TransportException e) {
            return switch (e.kind()) {
                case FAILED -> "Check the network and, if given, --base-url.";
                case TIMED_OUT -> "Try again, or allow more time with --timeout.";
                case INTERRUPTED -> "Run the command again.";
            };
        } else if (failure instanceof DecodingException e) {
            return switch (e.kind()) {
                case UNREADABLE ->
                    "Check that --base-url, if given, is the address of Partner Center"
                            + (e.excerpt() == null ? "." : "; --verbose shows how the response begins.");
                case TOO_LARGE -> "No order is this large: check --base-url, if given.";
            };
        } else if (failure instanceof UnexpectedStatusException e) {
            return e.status() >= 300
                    ? "Redirects are never followed, to protect the token: check --base-url, if given."
                    : "Try again later; if it happens again, give the ids to support.";
        } else if (failure instanceof CredentialException) {
            // Its messages already say what to do.
            return "";
        }
        throw new AssertionError(failure.getClass());
    }

    private static String onStatus(ServiceException failure) {
        return switch (failure.kind()) {
            case BAD_REQUEST -> "Check the values of --customer and --order.";
            case UNAUTHORIZED ->
                "900420".equals(failure.code())
                        ? "'pcorders login' signs in with the right scope, and 'pcorders doctor' shows what this token"
                                + " is for."
                        : "Sign in again and use the new access token: it must be an App+User token for this cloud,"
                                + " and it expires after about an hour.";
            case FORBIDDEN ->
                "The user who signed in needs the role Admin agent in the partner tenant of this customer.";
            case NOT_FOUND -> "Check the values of --customer and --order; a new order can take 15 minutes to appear.";
            case TOO_MANY_REQUESTS ->
                saysWait(failure)
                        ? "The limit is for all calls of the tenant: ask less often."
                        : "Too many requests: wait " + wait(failure) + ", then try again.";
            case SERVER_ERROR ->
                failure.retryAfter() == null
                        ? "Try again in a minute; if it happens again, give the ids to support."
                        : "Wait " + wait(failure) + ", then try again.";
            case OTHER -> "If it happens again, give the ids to support.";
        };
    }

    /** The gateway's own message says how many seconds to wait, too. */
    private static boolean saysWait(ServiceException failure) {
        Duration retryAfter = failure.retryAfter();
        return retryAfter != null
                && failure.description() != null
                && Pattern.compile("\\b" + retryAfter.toSeconds() + "\\b")
                        .matcher(failure.description())
                        .find();
    }

    private static String wait(ServiceException failure) {
        Duration retryAfter = failure.retryAfter();
        if (retryAfter == null) {
            return "a minute";
        }
        // Rounded up, so that the user never retries too early.
        return retryAfter.plusMillis(999).toSeconds() + " s";
    }
}
