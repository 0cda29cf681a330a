package io.github.partnercenter4j.cli.output;

import io.github.partnercenter4j.client.CredentialException;
import io.github.partnercenter4j.client.DecodingException;
import io.github.partnercenter4j.client.PartnerCenterException;
import io.github.partnercenter4j.client.ServiceException;
import io.github.partnercenter4j.client.TransportException;
import io.github.partnercenter4j.client.UnexpectedStatusException;
import java.time.Duration;

/** What to do about a failure, in a sentence or two. */
public final class Advice {
    private Advice() {}

    public static String on(PartnerCenterException failure) {
        if (failure instanceof ServiceException e) {
            return onStatus(e);
        } else if (failure instanceof TransportException e) {
            return switch (e.kind()) {
                case FAILED -> "Check the network and, if given, --base-url.";
                case TIMED_OUT -> "Try again, or allow more time with --timeout.";
                case INTERRUPTED -> "Start it again.";
            };
        } else if (failure instanceof DecodingException e) {
            return switch (e.kind()) {
                case UNREADABLE ->
                    "Check that --base-url, if given, is Partner Center's; --verbose shows how the answer begins.";
                case TOO_LARGE -> "No order is as large as this: check --base-url, if given.";
            };
        } else if (failure instanceof UnexpectedStatusException e) {
            return e.status() >= 300
                    ? "Redirects are never followed, to keep the token safe: check --base-url, if given."
                    : "Try again later, and quote the ids to support if it stays.";
        } else if (failure instanceof CredentialException) {
            // Its messages say what to do by themselves.
            return "";
        }
        throw new AssertionError(failure.getClass());
    }

    private static String onStatus(ServiceException failure) {
        return switch (failure.kind()) {
            case BAD_REQUEST -> "Check the values of --customer and --order.";
            case UNAUTHORIZED ->
                "Sign in again and give the new access token: it must be an App+User token for this cloud, and ends after about an hour.";
            case FORBIDDEN ->
                "The user who signed in needs the role Admin agent, in the partner that this customer belongs to.";
            case NOT_FOUND ->
                "Check the values of --customer and --order; an order may take 15 minutes after it was placed to show.";
            case TOO_MANY_REQUESTS -> "Too many requests: wait " + wait(failure) + ", then try again.";
            case SERVER_ERROR ->
                failure.retryAfter() == null
                        ? "Try again in a minute, and quote the ids to support if it stays."
                        : "Wait " + wait(failure) + ", then try again.";
            case OTHER -> "Quote the ids to support if it stays.";
        };
    }

    private static String wait(ServiceException failure) {
        Duration retryAfter = failure.retryAfter();
        if (retryAfter == null) {
            return "a minute";
        }
        // Rounded up: never sooner than the service says.
        return retryAfter.plusMillis(999).toSeconds() + " s";
    }
}
