package io.github.partnercenter4j.cli.output;

import io.github.partnercenter4j.client.CredentialException;
import io.github.partnercenter4j.client.DecodingException;
import io.github.partnercenter4j.client.ServiceException;
import io.github.partnercenter4j.client.TransportException;
import io.github.partnercenter4j.client.UnexpectedStatusException;
import io.github.partnercenter4j.client.orders.ProvisioningOutcome;

/** The exit codes of {@code pcorders}. Scripts rely on them. */
public enum ExitCode {
    FULFILLED(0, "Success. For an order: every line item is fulfilled."),
    BUG(1, "pcorders has a bug, or could not write its output."),
    USAGE(2, "An option or argument is missing or invalid. Nothing was sent."),
    PENDING(10, "A line item is pending, unknown or missing: try again later."),
    UNFULFILLED(11, "A line item is unfulfilled, and none is pending."),
    CREDENTIAL(20, "There is no usable token, or the user signed in without MFA."),
    SERVICE(21, "The service returned an error, a status of 400 or more."),
    UNEXPECTED_STATUS(22, "The service returned an undocumented status, such as a redirect."),
    TRANSPORT(23, "The service was not reached, the response was cut off, or the timeout expired."),
    DECODING(24, "The response could not be decoded."),
    STORE(25, "The database or the results file of a watch cannot be used.");

    private final int code;
    private final String meaning;

    ExitCode(int code, String meaning) {
        this.code = code;
        this.meaning = meaning;
    }

    public static ExitCode of(ProvisioningOutcome.Kind outcome) {
        return switch (outcome) {
            case FULFILLED -> FULFILLED;
            case PENDING -> PENDING;
            case UNFULFILLED -> UNFULFILLED;
        };
    }

    public static ExitCode of(Throwable failure) {
        if (failure instanceof CredentialException) {
            return CREDENTIAL;
        } else if (failure instanceof ServiceException) {
            return SERVICE;
        } else if (failure instanceof UnexpectedStatusException) {
            return UNEXPECTED_STATUS;
        } else if (failure instanceof TransportException) {
            return TRANSPORT;
        } else if (failure instanceof DecodingException) {
            return DECODING;
        }
        return BUG;
    }

    public int code() {
        return code;
    }

    public String meaning() {
        return meaning;
    }
}
