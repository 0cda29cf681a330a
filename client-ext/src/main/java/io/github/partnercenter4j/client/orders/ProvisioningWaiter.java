package io.github.partnercenter4j.client.orders;

import io.github.partnercenter4j.api.OrdersApi;
import io.github.partnercenter4j.client.PartnerCenterException;
import io.github.partnercenter4j.client.ServiceException;
import io.github.partnercenter4j.client.TransportException;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

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

    private static final Duration MIN_PAUSE = Duration.ofSeconds(1);
    private static final Duration DEFAULT_PAUSE = Duration.ofSeconds(15);

    private final OrdersApi orders;
    private final LongSupplier nanoTime;
    private final Sleeper sleeper;
    private final Duration pause;
    private final boolean untilFound;
    private final Consumer<ProvisioningOutcome> progress;

    /**
     * Creates a waiter that polls every 15 seconds.
     *
     * @param orders the operations to call, with their options: {@code partnerCenter.orders()}
     */
    public ProvisioningWaiter(OrdersApi orders) {
        this(orders, System::nanoTime, duration -> TimeUnit.NANOSECONDS.sleep(duration.toNanos()));
    }

    ProvisioningWaiter(OrdersApi orders, LongSupplier nanoTime, Sleeper sleeper) {
        this(Objects.requireNonNull(orders, "orders"), nanoTime, sleeper, DEFAULT_PAUSE, false, outcome -> {});
    }

    private ProvisioningWaiter(
            OrdersApi orders,
            LongSupplier nanoTime,
            Sleeper sleeper,
            Duration pause,
            boolean untilFound,
            Consumer<ProvisioningOutcome> progress) {
        this.orders = orders;
        this.nanoTime = nanoTime;
        this.sleeper = sleeper;
        this.pause = pause;
        this.untilFound = untilFound;
        this.progress = progress;
    }

    /**
     * Sets the pause between a response and the next poll. The service allows a tenant 500 requests a minute for all its
     * orders together (Partner Center order resources).
     *
     * @param pause one second or more; defaults to 15 seconds
     * @return a waiter with this pause
     * @throws IllegalArgumentException if it is less than a second
     */
    public ProvisioningWaiter every(Duration pause) {
        if (pause.compareTo(MIN_PAUSE) < 0) {
            throw new IllegalArgumentException("The pause must be a second or more");
        }
        return new ProvisioningWaiter(orders, nanoTime, sleeper, pause, untilFound, progress);
    }

    /**
     * Continues after a 404, because a new order may take 15 minutes to appear (Partner Center documentation of order
     * lists). By default a 404 ends the wait at once, because the id may be wrong.
     *
     * @return a waiter that continues after a 404
     */
    public ProvisioningWaiter untilFound() {
        return new ProvisioningWaiter(orders, nanoTime, sleeper, pause, true, progress);
    }

    /**
     * Sets a listener for the outcome of each poll.
     *
     * @param progress receives each outcome, in the waiting thread
     * @return a waiter with this listener
     */
    public ProvisioningWaiter onOutcome(Consumer<ProvisioningOutcome> progress) {
        return new ProvisioningWaiter(
                orders, nanoTime, sleeper, pause, untilFound, Objects.requireNonNull(progress, "progress"));
    }

    /**
     * Waits until the order is fulfilled, or unfulfilled with no pending line item, or the time is over. Polling continues
     * after a 429 and a 5xx, and also after a {@link TransportException} once any response has arrived. The next poll
     * starts after the pause, and not before the time in Retry-After. No poll starts after the time is over.
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
        while (true) {
            ProvisioningOutcome outcome = null;
            PartnerCenterException failure = null;
            try {
                outcome = ProvisioningOutcome.of(orders.getProvisioningStatus(customerId, orderId));
                progress.accept(outcome);
                if (outcome.kind() != ProvisioningOutcome.Kind.PENDING) {
                    return outcome;
                }
            } catch (ServiceException | TransportException e) {
                if (!mayContinue(e, responded)) {
                    throw e;
                }
                failure = e;
            }
            responded = true;
            Duration wait = atLeast(pause, failure);
            Duration left = atMost.minusNanos(nanoTime.getAsLong() - start);
            if (wait.compareTo(left) >= 0) {
                if (failure != null) {
                    throw failure;
                }
                return outcome;
            }
            sleeper.sleep(wait);
        }
    }

    private boolean mayContinue(PartnerCenterException failure, boolean responded) {
        if (failure instanceof ServiceException e) {
            return switch (e.kind()) {
                case TOO_MANY_REQUESTS, SERVER_ERROR -> true;
                case NOT_FOUND -> untilFound;
                default -> false;
            };
        }
        // Before the first response the host name or the certificate may be wrong, and polling again will not help.
        return responded && failure instanceof TransportException e && e.kind() != TransportException.Kind.INTERRUPTED;
    }

    private static Duration atLeast(Duration pause, @Nullable PartnerCenterException failure) {
        Duration asked = failure instanceof ServiceException e ? e.retryAfter() : null;
        return asked != null && asked.compareTo(pause) > 0 ? asked : pause;
    }
}
