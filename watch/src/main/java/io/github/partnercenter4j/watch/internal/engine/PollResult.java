package io.github.partnercenter4j.watch.internal.engine;

import io.github.partnercenter4j.client.PartnerCenterException;
import io.github.partnercenter4j.client.orders.ProvisioningOutcome;
import io.github.partnercenter4j.watch.LineItemStatus;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a poll of one order returned. */
sealed interface PollResult {

    /** A readable response. */
    record Read(
            ProvisioningOutcome outcome,
            List<LineItemStatus> items,
            @Nullable String requestId) implements PollResult {}

    /** The call failed. */
    record Failed(PartnerCenterException failure) implements PollResult {}

    /** An id cannot be sent. */
    record Invalid(String message) implements PollResult {}
}
