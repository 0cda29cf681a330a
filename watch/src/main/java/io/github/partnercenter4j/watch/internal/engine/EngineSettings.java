package io.github.partnercenter4j.watch.internal.engine;

import io.github.partnercenter4j.client.PartnerCenter;
import io.github.partnercenter4j.client.orders.PollPauses;
import io.github.partnercenter4j.watch.LineItemChange;
import io.github.partnercenter4j.watch.OrderResult;
import io.github.partnercenter4j.watch.WatchPause;
import java.time.Duration;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The checked settings of a watch.
 *
 * @param callTimeout the timeout of one poll, including all its pages
 * @param threads how many orders are asked for at once, at most
 */
public record EngineSettings(
        PartnerCenter partnerCenter,
        String tenant,
        PollPauses pauses,
        Duration giveUpAfter,
        Duration callTimeout,
        int threads,
        Consumer<LineItemChange> onChange,
        @Nullable Consumer<OrderResult> onResult,
        Consumer<WatchPause> onPause,
        EngineTimes times) {}
