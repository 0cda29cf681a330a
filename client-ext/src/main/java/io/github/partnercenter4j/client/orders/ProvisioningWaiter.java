package io.github.partnercenter4j.client.orders;

import io.github.partnercenter4j.api.OrdersApi;
import io.github.partnercenter4j.client.PartnerCenter;
import io.github.partnercenter4j.client.PartnerCenterException;
import io.github.partnercenter4j.client.ServiceException;
import io.github.partnercenter4j.client.TransportException;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.LongSupplier;

/**
 * Polls an order until it is provisioned. Each poll is a call with its own timeout, retries and ids. Immutable: each
 * setting returns a changed copy. Thread-safe.
 */
public final class ProvisioningWaiter {
    /** Sleeps until the time has passed or the thread is interrupted. */
    @FunctionalInterface
    interface Sleeper {
        void sleep(Duration duration) throws InterruptedException;
    }

    private static final PollPauses DEFAULT_PAUSES = PollPauses.every(Duration.ofSeconds(15));

    private final OrdersApi orders;
    private final LongSupplier nanoTime;
    private final Sleeper sleeper;
    private final PollPauses pauses;
    private final boolean untilFound;
    private final Consumer<ProvisioningStatus> progress;
    private final Consumer<PartnerCenterException> failures;

    /**
     * Creates a waiter that polls every 15 seconds.
     *
     * @param orders the operations to call, with their options: {@code partnerCenter.orders()}
     */
    public ProvisioningWaiter(OrdersApi orders) {
        this(orders, System::nanoTime, duration -> TimeUnit.NANOSECONDS.sleep(duration.toNanos()));
    }

    ProvisioningWaiter(OrdersApi orders, LongSupplier nanoTime, Sleeper sleeper) {
        this(Objects.requireNonNull(orders, "orders"), nanoTime, sleeper, DEFAULT_PAUSES, false, status -> {}, e -> {});
    }

    private ProvisioningWaiter(
            OrdersApi orders,
            LongSupplier nanoTime,
            Sleeper sleeper,
            PollPauses pauses,
            boolean untilFound,
            Consumer<ProvisioningStatus> progress,
            Consumer<PartnerCenterException> failures) {
        this.orders = orders;
        this.nanoTime = nanoTime;
        this.sleeper = sleeper;
        this.pauses = pauses;
        this.untilFound = untilFound;
        this.progress = progress;
        this.failures = failures;
    }

    /**
     * Sets the pause between a response and the next poll. The service allows a tenant 500 requests a minute for all its
     * orders together (Partner Center order resources).
     *
     * @param pause one second or more; defaults to 15 seconds
     * @return a waiter with this pause
     * @throws IllegalArgumentException if it is less than a second or more than a year
     */
    public ProvisioningWaiter every(Duration pause) {
        return pauses(PollPauses.every(pause));
    }

    /**
     * Sets the pauses between a response and the next poll, for instance growing ones for a long wait.
     *
     * @param pauses such as {@code PollPauses.growing(Duration.ofSeconds(15), Duration.ofMinutes(15))}
     * @return a waiter with these pauses
     */
    public ProvisioningWaiter pauses(PollPauses pauses) {
        Objects.requireNonNull(pauses, "pauses");
        return new ProvisioningWaiter(orders, nanoTime, sleeper, pauses, untilFound, progress, failures);
    }

    /**
     * Limits each poll, with its retries and all pages of the order.
     *
     * @param callTimeout more than zero, at most a day; defaults to the timeout of the client
     * @return a waiter with this limit
     * @throws IllegalArgumentException if the timeout is out of range, or the operations to call are not those of a
     *     {@link PartnerCenter}, such as a test double
     */
    public ProvisioningWaiter callTimeout(Duration callTimeout) {
        OrdersApi limited = PartnerCenter.of(orders)
                .orElseThrow(() -> new IllegalArgumentException("callTimeout needs the orders() of a PartnerCenter"))
                .with(options -> options.timeout(callTimeout))
                .orders();
        return new ProvisioningWaiter(limited, nanoTime, sleeper, pauses, untilFound, progress, failures);
    }

    /**
     * Continues after a 404, because a new order may take 15 minutes to appear (Partner Center documentation of order
     * lists). By default a 404 ends the wait at once, because the id may be wrong.
     *
     * @return a waiter that continues after a 404
     */
    public ProvisioningWaiter untilFound() {
        return new ProvisioningWaiter(orders, nanoTime, sleeper, pauses, true, progress, failures);
    }

    /**
     * Sets a listener for the outcome of each poll. It replaces a listener of {@link #onStatus}.
     *
     * @param progress receives each outcome, in the waiting thread
     * @return a waiter with this listener
     */
    public ProvisioningWaiter onOutcome(Consumer<ProvisioningOutcome> progress) {
        Objects.requireNonNull(progress, "progress");
        return onStatus(status -> progress.accept(status.outcome()));
    }

    /**
     * Sets a listener for the status of each poll, with all line items. It replaces a listener of {@link #onOutcome}.
     *
     * @param progress receives each status, in the waiting thread
     * @return a waiter with this listener
     */
    public ProvisioningWaiter onStatus(Consumer<ProvisioningStatus> progress) {
        return new ProvisioningWaiter(
                orders, nanoTime, sleeper, pauses, untilFound, Objects.requireNonNull(progress, "progress"), failures);
    }

    /**
     * Sets a listener for failures after which polling continues.
     *
     * @param failures receives each failure, in the waiting thread
     * @return a waiter with this listener
     */
    public ProvisioningWaiter onFailure(Consumer<PartnerCenterException> failures) {
        return new ProvisioningWaiter(
                orders, nanoTime, sleeper, pauses, untilFound, progress, Objects.requireNonNull(failures, "failures"));
    }

    /**
     * Waits until the order is fulfilled, or unfulfilled with no pending line item, or the time is over. Each poll reads all
     * pages of the order. Polling continues after a failure that is {@link AfterFailure#ASK_AGAIN}: after a 408, 429 or 5xx,
     * and once the service has responded also if no response arrives, or one that cannot be read. The next poll starts
     * after the pause, and not before the time in Retry-After. No poll starts after the time is over.
     *
     * @param customerId the GUID of the customer
     * @param orderId the id of the order, as Partner Center returned it
     * @param atMost how long to poll, more than zero; the last call may end later, by its own timeout
     * @return the outcome of the last poll; {@link ProvisioningOutcome.Kind#PENDING} if the time is over
     * @throws PartnerCenterException at once if polling again will not help, or when the time is over if the last poll
     *     failed
     * @throws IllegalArgumentException if an id cannot be sent, or the time is not more than zero
     * @throws InterruptedException if the thread is interrupted during a pause; an interrupt during a call is reported as a
     *     {@link TransportException} of the kind {@link TransportException.Kind#INTERRUPTED}
     */
    public ProvisioningOutcome await(String customerId, String orderId, Duration atMost) throws InterruptedException {
        if (atMost.isNegative() || atMost.isZero()) {
            throw new IllegalArgumentException("The time to wait must be more than zero");
        }
        long start = nanoTime.getAsLong();
        boolean responded = false;
        for (int polls = 1; ; polls++) {
            ProvisioningOutcome outcome = null;
            PartnerCenterException failure = null;
            try {
                ProvisioningStatus status = ProvisioningStatus.read(orders, customerId, orderId);
                outcome = status.outcome();
                progress.accept(status);
                if (outcome.kind() != ProvisioningOutcome.Kind.PENDING) {
                    return outcome;
                }
            } catch (PartnerCenterException e) {
                if (!mayContinue(e, responded)) {
                    throw e;
                }
                failure = e;
            }
            responded = true;
            Duration wait = pauses.after(polls, failure);
            Duration left = atMost.minusNanos(nanoTime.getAsLong() - start);
            if (wait.compareTo(left) >= 0) {
                if (failure != null) {
                    throw failure;
                }
                return outcome;
            }
            if (failure != null) {
                failures.accept(failure);
            }
            sleeper.sleep(wait);
        }
    }

    private boolean mayContinue(PartnerCenterException failure, boolean responded) {
        return switch (AfterFailure.of(failure, Duration.ZERO)) {
            // Before the first response of the service its address may be wrong, and polling again will not help.
            case ASK_AGAIN -> responded || failure instanceof ServiceException;
            case NOT_VISIBLE_YET -> untilFound;
            case GIVE_UP_ORDER, STOP_ALL -> false;
        };
    }
}
