package io.github.partnercenter4j.cli.watch;

import io.github.partnercenter4j.watch.ProvisioningWatchBuilder;
import java.nio.file.Path;
import java.time.Duration;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What a run has to do.
 *
 * @param name what is watched, for the page
 * @param builder creates a builder with client, database and limits
 * @param orders the orders to add
 * @param results the results file, or null
 * @param page the page, or null
 * @param atMost how long to watch, or null for as long as an order is pending
 * @param verbose write a line for each change
 * @param waitsForToken true to wait for another token if there is none, false to end then
 * @param goingOn what the user has to do to go on after a stop
 */
public record WatchPlan(
        String name,
        Supplier<ProvisioningWatchBuilder> builder,
        OrderSource orders,
        @Nullable Path results,
        @Nullable Path page,
        @Nullable Duration atMost,
        boolean verbose,
        boolean waitsForToken,
        String goingOn) {}
