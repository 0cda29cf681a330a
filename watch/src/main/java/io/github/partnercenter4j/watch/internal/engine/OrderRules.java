package io.github.partnercenter4j.watch.internal.engine;

import io.github.partnercenter4j.client.PartnerCenterException;
import io.github.partnercenter4j.client.ServiceException;
import io.github.partnercenter4j.client.orders.AfterFailure;
import io.github.partnercenter4j.client.orders.PollPauses;
import io.github.partnercenter4j.watch.OrderResult;
import io.github.partnercenter4j.watch.internal.store.OrderState;
import java.time.Duration;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Decides what happens to an order after a poll: when it is asked for again, or how it ends. */
final class OrderRules {
    /** What the exceptions of the client append to their messages. Without it, equal failures have equal reasons. */
    private static final Pattern IDS = Pattern.compile(
            "( \\(after \\d+ attempts\\))?( \\[MS-RequestId [^\\]]*\\])?( \\[MS-CorrelationId [^\\]]*\\])?$");

    private final PollPauses pauses;
    private final Duration giveUpAfter;

    OrderRules(PollPauses pauses, Duration giveUpAfter) {
        this.pauses = pauses;
        this.giveUpAfter = giveUpAfter;
    }

    /**
     * Decides after a poll that did not stop all orders.
     *
     * @param state the order, with the requests of this poll counted
     */
    Step next(OrderState state, PollResult result, long nowMillis) {
        if (result instanceof PollResult.Read read) {
            OrderState known = state.withItems(read.items());
            String reason = read.outcome().reason();
            return switch (read.outcome().kind()) {
                case FULFILLED -> new Step.Done(known, OrderResult.Kind.FULFILLED, reason);
                case UNFULFILLED -> new Step.Done(known, OrderResult.Kind.UNFULFILLED, reason);
                case PENDING -> again(known, reason, null, nowMillis);
            };
        }
        if (result instanceof PollResult.Failed failed) {
            return afterFailure(state, failed.failure(), nowMillis);
        }
        return new Step.Done(state, OrderResult.Kind.FAILED, ((PollResult.Invalid) result).message());
    }

    private Step afterFailure(OrderState state, PartnerCenterException failure, long nowMillis) {
        Duration age = Duration.ofMillis(nowMillis - state.added());
        String reason = reason(failure);
        return switch (AfterFailure.of(failure, age)) {
            case GIVE_UP_ORDER -> new Step.Done(state, OrderResult.Kind.FAILED, reason);
            case NOT_VISIBLE_YET -> again(state, "not visible yet: " + reason, failure, nowMillis);
            default -> again(state, reason, failure, nowMillis);
        };
    }

    private Step again(OrderState state, String reason, @Nullable PartnerCenterException failure, long nowMillis) {
        long end = state.added() + giveUpAfter.toMillis();
        if (nowMillis >= end) {
            return new Step.Done(
                    state,
                    OrderResult.Kind.GIVEN_UP,
                    "still not done " + Durations.text(giveUpAfter) + " after it was added: " + reason);
        }
        if (isTooManyRequests(failure)) {
            // All orders wait, so this one need not wait longer than the others.
            return new Step.Again(state.pending(reason, state.polls()), nowMillis);
        }
        OrderState counted = state.pending(reason, state.polls() + 1);
        long pause = pauses.after(counted.polls(), failure).toMillis();
        return new Step.Again(counted, Math.min(nowMillis + pause, end));
    }

    static boolean isTooManyRequests(@Nullable PartnerCenterException failure) {
        return failure instanceof ServiceException e && e.kind() == ServiceException.Kind.TOO_MANY_REQUESTS;
    }

    /** True if every poll would fail in this way, so that it is no reason to end the order. */
    static boolean stopsAll(PollResult result) {
        // The age matters only after a 404.
        return result instanceof PollResult.Failed failed
                && AfterFailure.of(failed.failure(), Duration.ZERO) == AfterFailure.STOP_ALL;
    }

    /** The message without the ids of the request. */
    static String reason(PartnerCenterException failure) {
        return IDS.matcher(String.valueOf(failure.getMessage())).replaceFirst("");
    }
}
