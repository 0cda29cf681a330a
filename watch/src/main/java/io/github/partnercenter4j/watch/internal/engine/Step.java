package io.github.partnercenter4j.watch.internal.engine;

import io.github.partnercenter4j.watch.OrderResult;
import io.github.partnercenter4j.watch.internal.store.OrderState;

/** What happens to an order after a poll. */
sealed interface Step {

    /** The order is asked for again. */
    record Again(OrderState state, long atMillis) implements Step {}

    /** The order is done. */
    record Done(OrderState state, OrderResult.Kind kind, String reason) implements Step {}
}
