package io.github.partnercenter4j.client.orders;

import io.github.partnercenter4j.client.CredentialException;
import io.github.partnercenter4j.client.DecodingException;
import io.github.partnercenter4j.client.PartnerCenterException;
import io.github.partnercenter4j.client.ServiceException;
import io.github.partnercenter4j.client.TransportException;
import io.github.partnercenter4j.client.UnexpectedStatusException;
import java.time.Duration;

/** What a program that polls orders should do after a poll failed. */
public enum AfterFailure {
    /**
     * Poll the order again after a pause: 408, 429, 5xx, no complete response, or one that is not the service's. If this
     * happens before the first response of the service, check the address and the network first.
     */
    ASK_AGAIN,
    /** Poll the order again after a pause: a new order may return 404 until it is visible. */
    NOT_VISIBLE_YET,
    /** Stop polling this order, because the service will refuse it again: 400, 403, 404 and others. Go on with the others. */
    GIVE_UP_ORDER,
    /**
     * Stop polling all orders: no token is available, it lacks MFA, it was refused (401), or the thread was interrupted.
     * Each further poll would fail in the same way until a person or the caller does something.
     */
    STOP_ALL;

    /**
     * How long a 404 may mean that a new order is not visible yet: 15 minutes. Source: Partner Center documentation of order
     * lists.
     */
    public static final Duration VISIBLE_WITHIN = Duration.ofMinutes(15);

    /**
     * Classifies a failure.
     *
     * @param failure what the poll threw
     * @param age the time since the order was placed or added to the program; zero if it is not known to be older
     * @return what to do
     */
    public static AfterFailure of(PartnerCenterException failure, Duration age) {
        if (failure instanceof ServiceException e) {
            return switch (e.kind()) {
                case TOO_MANY_REQUESTS, SERVER_ERROR -> ASK_AGAIN;
                case UNAUTHORIZED -> STOP_ALL;
                case NOT_FOUND -> age.compareTo(VISIBLE_WITHIN) <= 0 ? NOT_VISIBLE_YET : GIVE_UP_ORDER;
                case BAD_REQUEST, FORBIDDEN -> GIVE_UP_ORDER;
                case OTHER -> e.status() == 408 ? ASK_AGAIN : GIVE_UP_ORDER;
            };
        }
        if (failure instanceof TransportException e) {
            return e.kind() == TransportException.Kind.INTERRUPTED ? STOP_ALL : ASK_AGAIN;
        }
        if (failure instanceof CredentialException) {
            return STOP_ALL;
        }
        if (failure instanceof UnexpectedStatusException || failure instanceof DecodingException) {
            return ASK_AGAIN;
        }
        throw new AssertionError(failure.getClass());
    }
}
