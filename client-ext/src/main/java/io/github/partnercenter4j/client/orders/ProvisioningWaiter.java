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
 * Asks again and again until an order is provisioned. Each question is a call with its own timeout, retries and ids.
 * Immutable: each setting returns a waiter of its own. Safe for threads.
 */
public final class ProvisioningWaiter {
    /** Waits, and gives up when the thread is interrupted. */
    @FunctionalInterface
    interface Sleeper {
        void sleep(Duration duration) throws InterruptedException;
    }

    private static final Duration SHORTEST_PAUSE = Duration.ofSeconds(1);
    private static final Duration USUAL_PAUSE = Duration.ofSeconds(15);

    private final OrdersApi orders;
    private final LongSupplier nanoTime;
    private final Sleeper sleeper;
    private final Duration pause;
    private final boolean untilFound;
    private final Consumer<ProvisioningOutcome> progress;

    /**
     * Makes a waiter that asks every 15 seconds.
     *
     * @param orders whom to ask, with the options of each call: {@code partnerCenter.orders()}
     */
    public ProvisioningWaiter(OrdersApi orders) {
        this(orders, System::nanoTime, duration -> TimeUnit.NANOSECONDS.sleep(duration.toNanos()));
    }

    ProvisioningWaiter(OrdersApi orders, LongSupplier nanoTime, Sleeper sleeper) {
        this(Objects.requireNonNull(orders, "orders"), nanoTime, sleeper, USUAL_PAUSE, false, outcome -> {});
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
     * Sets the pause between an answer and the next question. The service allows a tenant 500 requests a minute for all its
     * orders together (Partner Center order resources).
     *
     * @param pause one second or more; 15 seconds unless set
     * @return a waiter with this pause
     * @throws IllegalArgumentException if it is less than a second
     */
    public ProvisioningWaiter every(Duration pause) {
        if (pause.compareTo(SHORTEST_PAUSE) < 0) {
            throw new IllegalArgumentException("The pause must be a second or more");
        }
        return new ProvisioningWaiter(orders, nanoTime, sleeper, pause, untilFound, progress);
    }

    /**
     * Takes a 404 for an order that does not show yet: a new one may need 15 minutes (Partner Center documentation of order
     * lists). Without this a 404 ends the wait at once, as a mistyped id should.
     *
     * @return a waiter that goes on after a 404
     */
    public ProvisioningWaiter untilFound() {
        return new ProvisioningWaiter(orders, nanoTime, sleeper, pause, true, progress);
    }

    /**
     * Tells of each answer.
     *
     * @param progress is given what each answer means, in the thread that waits
     * @return a waiter that tells
     */
    public ProvisioningWaiter onOutcome(Consumer<ProvisioningOutcome> progress) {
        return new ProvisioningWaiter(
                orders, nanoTime, sleeper, pause, untilFound, Objects.requireNonNull(progress, "progress"));
    }

    /**
     * Waits until the order is fulfilled, or unfulfilled with nothing pending, or the time is over. A 429 and a 5xx are no
     * last word, nor is a lost connection or a late answer once the service has answered at all: the next question comes
     * after the pause, and never sooner than the service's Retry-After. No question is begun after the end.
     *
     * @param customerId the GUID of the customer
     * @param orderId the order, as Partner Center gave it
     * @param atMost how long to go on asking, more than zero; the last call may end later, by its own timeout
     * @return what the last answer means; {@link ProvisioningOutcome.Kind#PENDING} if the time is over
     * @throws PartnerCenterException at once if asking again can not help, or for the last question if it failed
     * @throws IllegalArgumentException if an id can not be sent, or the time is not more than zero
     * @throws InterruptedException if the thread is interrupted during a pause; within a call that is a
     *     {@link TransportException} of the kind {@link TransportException.Kind#INTERRUPTED}
     */
    public ProvisioningOutcome await(String customerId, String orderId, Duration atMost) throws InterruptedException {
        if (atMost.isNegative() || atMost.isZero()) {
            throw new IllegalArgumentException("The time to wait must be more than zero");
        }
        long start = nanoTime.getAsLong();
        boolean answered = false;
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
                if (!passes(e, answered)) {
                    throw e;
                }
                failure = e;
            }
            answered = true;
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

    private boolean passes(PartnerCenterException failure, boolean answered) {
        if (failure instanceof ServiceException e) {
            return switch (e.kind()) {
                case TOO_MANY_REQUESTS, SERVER_ERROR -> true;
                case NOT_FOUND -> untilFound;
                default -> false;
            };
        }
        // Before the first answer a failure is as likely a wrong name or certificate, which does not pass.
        return answered && failure instanceof TransportException e && e.kind() != TransportException.Kind.INTERRUPTED;
    }

    private static Duration atLeast(Duration pause, @Nullable PartnerCenterException failure) {
        Duration asked = failure instanceof ServiceException e ? e.retryAfter() : null;
        return asked != null && asked.compareTo(pause) > 0 ? asked : pause;
    }
}
