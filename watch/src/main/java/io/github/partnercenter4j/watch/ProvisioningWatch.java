package io.github.partnercenter4j.watch;

import io.github.partnercenter4j.watch.internal.engine.Engine;
import io.github.partnercenter4j.watch.internal.engine.EngineSettings;
import io.github.partnercenter4j.watch.internal.store.Counters;
import io.github.partnercenter4j.watch.internal.store.WatchStore;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/**
 * Asks for the provisioning status of many orders until each is done. Orders, results and the quota are in a database, so a
 * watch goes on after a restart, and several machines can share the work. Thread-safe.
 *
 * <pre>{@code
 * try (ProvisioningWatch watch = ProvisioningWatch.builder()
 *         .partnerCenter(partnerCenter)
 *         .store(Path.of("orders.db"))
 *         .onResult(result -> System.out.println(result.orderId() + " " + result.kind()))
 *         .build()) {
 *     watch.add(customerId, orderId);
 *     watch.start();
 *     watch.awaitDone(Duration.ofHours(2));
 * }
 * }</pre>
 */
public final class ProvisioningWatch implements AutoCloseable {
    private final WatchStore store;
    private final Engine engine;

    ProvisioningWatch(WatchStore store, EngineSettings settings) {
        this.store = store;
        this.engine = new Engine(settings, store);
    }

    /**
     * Starts to build a watch.
     *
     * @return a builder, which needs a client and a database
     */
    public static ProvisioningWatchBuilder builder() {
        return new ProvisioningWatchBuilder();
    }

    /**
     * Adds an order. An order that is watched already, or has a result, is not added again.
     *
     * @param customerId the GUID of the customer
     * @param orderId the id of the order
     * @return true if the order is new
     * @throws IllegalArgumentException if an id is not valid, see {@link WatchedOrder}
     * @throws StoreException if the database cannot be used
     */
    public boolean add(String customerId, String orderId) {
        return addAll(Stream.of(WatchedOrder.of(customerId, orderId))) == 1;
    }

    /**
     * Adds orders, in transactions of 5,000. Memory does not grow with their number. Adding the same orders again after a
     * failure is safe.
     *
     * @param orders the orders; the stream is read, not closed
     * @return how many of them are new
     * @throws StoreException if the database cannot be used
     */
    public long addAll(Stream<WatchedOrder> orders) {
        return store.orders().addAll(orders.sequential().iterator());
    }

    /**
     * Starts to ask for the orders, in threads of its own.
     *
     * @throws IllegalStateException if the watch was started before, or is closed
     */
    public void start() {
        engine.start();
    }

    /**
     * Waits until no order is open, on any machine, and every result was delivered to {@code onResult}.
     *
     * @param atMost the longest time to wait
     * @return true if all is done, false if the time passed first
     * @throws InterruptedException if the thread is interrupted
     */
    public boolean awaitDone(Duration atMost) throws InterruptedException {
        return engine.awaitDone(atMost);
    }

    /**
     * Returns how far the watch is.
     *
     * @return the numbers of all machines together
     * @throws StoreException if the database cannot be used
     */
    public WatchProgress progress() {
        Counters.Snapshot numbers = store.counters().read();
        return new WatchProgress(
                numbers.open(),
                numbers.results().get(OrderResult.Kind.FULFILLED),
                numbers.results().get(OrderResult.Kind.UNFULFILLED),
                numbers.results().get(OrderResult.Kind.FAILED),
                numbers.results().get(OrderResult.Kind.GIVEN_UP),
                numbers.requestsInWindow(),
                numbers.quota(),
                numbers.usable(),
                engine.pause(numbers),
                numbers.timeLeft());
    }

    /**
     * Returns results in the order of their numbers, of all machines. A number never appears after a higher one.
     *
     * @param after the number to begin after; 0 for the first result
     * @param limit the most results to return, 1 or more
     * @return the results; empty if there are no further ones yet
     * @throws StoreException if the database cannot be used
     */
    public List<OrderResult> results(long after, int limit) {
        return store.results().after(after, requireLimit(limit));
    }

    /**
     * Returns the open orders that were added first.
     *
     * @param limit the most orders to return, 1 or more
     * @return the orders, the longest open first
     * @throws StoreException if the database cannot be used
     */
    public List<PendingOrder> slowestPending(int limit) {
        return store.orders().oldest(requireLimit(limit));
    }

    /**
     * Stops to ask for orders. Waits for the requests in flight, not longer than their timeout and 2 seconds. What is open
     * stays in the database.
     */
    @Override
    public void close() {
        engine.close();
        store.close();
    }

    private static int requireLimit(int limit) {
        if (limit < 1) {
            throw new IllegalArgumentException("limit must be 1 or more, but is " + limit);
        }
        return limit;
    }
}
