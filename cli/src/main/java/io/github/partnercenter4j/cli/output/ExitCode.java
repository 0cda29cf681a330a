package io.github.partnercenter4j.cli.output;

import io.github.partnercenter4j.client.CredentialException;
import io.github.partnercenter4j.client.DecodingException;
import io.github.partnercenter4j.client.ServiceException;
import io.github.partnercenter4j.client.TransportException;
import io.github.partnercenter4j.client.UnexpectedStatusException;
import io.github.partnercenter4j.client.orders.ProvisioningOutcome;

/** How the command ends, as scripts read it. */
public enum ExitCode {
    FULFILLED(0, "Every line item is fulfilled (or help was asked for)."),
    BUG(1, "pcorders itself failed."),
    USAGE(2, "An option or an argument is missing or refused. Nothing was sent."),
    PENDING(10, "Something is pending, unknown or missing: ask again later."),
    UNFULFILLED(11, "Something is unfulfilled, and nothing is pending."),
    CREDENTIAL(20, "There is no usable token, or its sign-in lacked multi-factor authentication."),
    SERVICE(21, "The service answered with an error, a status of 400 or more."),
    UNEXPECTED_STATUS(22, "The service answered with a status that is not documented, such as a redirect."),
    TRANSPORT(23, "The service could not be reached, the answer was cut, or the timeout passed."),
    DECODING(24, "The answer could not be read.");

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
