package io.github.partnercenter4j.watch.internal.engine;

import io.github.partnercenter4j.client.CredentialException;
import io.github.partnercenter4j.client.PartnerCenterException;
import io.github.partnercenter4j.client.ServiceException;
import io.github.partnercenter4j.client.TransportException;
import io.github.partnercenter4j.watch.LineItemChange;
import io.github.partnercenter4j.watch.internal.store.OrderState;
import io.github.partnercenter4j.watch.internal.store.QuotaTable;
import io.github.partnercenter4j.watch.internal.store.QuotaTable.Slot;
import java.time.Duration;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Polls one order when the quota and the credential allow it. */
final class OrderPolls {
    private static final Logger LOG = LoggerFactory.getLogger(OrderPolls.class);
    /** A thread waits for its turn, however long that takes. */
    private static final Duration NO_LIMIT = Duration.ofDays(365);
    /** After a 429 that does not say how long to wait. */
    private static final Duration DEFAULT_RETRY_AFTER = Duration.ofSeconds(10);

    private final EngineSettings settings;
    private final OrderPoll order;
    private final OrderRules rules;
    private final Permits permits;
    private final QuotaTable quota;
    private final CredentialGate credential;
    private final DatabaseClock clock;
    private final Closing closing;
    private final Runnable onGateChange;

    OrderPolls(
            EngineSettings settings,
            Permits permits,
            QuotaTable quota,
            CredentialGate credential,
            DatabaseClock clock,
            Closing closing,
            Runnable onGateChange) {
        this.settings = settings;
        this.order = new OrderPoll(settings.partnerCenter(), settings.callTimeout());
        this.rules = new OrderRules(settings.pauses(), settings.giveUpAfter());
        this.permits = permits;
        this.quota = quota;
        this.credential = credential;
        this.clock = clock;
        this.closing = closing;
        this.onGateChange = onGateChange;
    }

    /**
     * Polls an order, and says what happens to it.
     *
     * @param due when it was due; it stays due then if it is not asked for
     */
    Step poll(OrderState open, long due) {
        OrderState state = open;
        try {
            while (!closing.isClosing() && !credential.isClosedForMe()) {
                Slot slot = permits.take(settings.callTimeout(), NO_LIMIT);
                long start = clock.millis();
                PollResult result;
                try (PollPermits limiter = new PollPermits(permits, slot, settings.callTimeout())) {
                    // While this thread waited for the slot, another one may have found that there is no token.
                    if (credential.isClosedForMe()) {
                        break;
                    }
                    result = order.poll(state.customerId(), state.orderId(), limiter);
                    if (!(result instanceof PollResult.Failed failed
                            && failed.failure() instanceof TransportException)) {
                        limiter.responded();
                    }
                    state = state.asked(start, limiter.requests(), requestId(result));
                }
                if (!OrderRules.stopsAll(result)) {
                    if (credential.open()) {
                        onGateChange.run();
                    }
                    return after(state, result);
                }
                if (closing.isClosing()) {
                    break;
                }
                PartnerCenterException failure = ((PollResult.Failed) result).failure();
                Duration wait = credential.failed(OrderRules.reason(failure), !hasNoToken(failure));
                onGateChange.run();
                if (wait == null || closing.await(wait)) {
                    break;
                }
            }
        } catch (TimeoutException e) {
            LOG.debug("Order {} waits for the next start", state.orderId());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            // The gate must not stay closed with nobody to open it.
            if (credential.abandon()) {
                onGateChange.run();
            }
        }
        return new Step.Again(state, due);
    }

    private static boolean hasNoToken(PartnerCenterException failure) {
        return failure instanceof CredentialException e && e.kind() == CredentialException.Kind.UNAVAILABLE;
    }

    private static @Nullable String requestId(PollResult result) {
        return result instanceof PollResult.Read read
                ? read.requestId()
                : result instanceof PollResult.Failed failed ? failed.failure().requestId() : null;
    }

    private Step after(OrderState state, PollResult result) {
        if (result instanceof PollResult.Failed failed && OrderRules.isTooManyRequests(failed.failure())) {
            Duration asked = ((ServiceException) failed.failure()).retryAfter();
            quota.tooManyRequests(asked == null ? DEFAULT_RETRY_AFTER : asked);
        }
        if (result instanceof PollResult.Read read) {
            LineItemChanges.between(state, read.items()).forEach(this::tell);
        }
        return rules.next(state, result, clock.millis());
    }

    private void tell(LineItemChange change) {
        Consumer<LineItemChange> listener = settings.onChange();
        try {
            listener.accept(change);
        } catch (RuntimeException e) {
            LOG.error("The listener of onChange failed", e);
        }
    }
}
