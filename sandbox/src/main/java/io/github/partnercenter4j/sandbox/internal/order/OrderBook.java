package io.github.partnercenter4j.sandbox.internal.order;

import io.github.partnercenter4j.sandbox.SandboxOrder;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/** The customers and orders of a sandbox. Thread-safe. */
public final class OrderBook {

    private final Clock clock;
    private final SandboxOrder sample;
    private final Map<String, Map<String, LiveOrder>> customers = new ConcurrentHashMap<>();
    private final Set<String> forbidden = ConcurrentHashMap.newKeySet();

    /**
     * Creates an order book with one order.
     *
     * @param sample the order of the documentation's sample
     */
    public OrderBook(Clock clock, SandboxOrder sample) {
        this.clock = clock;
        this.sample = sample;
        add(sample);
    }

    public void add(SandboxOrder order) {
        customers
                .computeIfAbsent(key(order.customerId()), customer -> new ConcurrentHashMap<>())
                .put(order.orderId(), new LiveOrder(order, clock));
    }

    public boolean isSample(SandboxOrder order) {
        return order.equals(sample);
    }

    public void forbid(String customerId) {
        forbidden.add(key(customerId));
    }

    public boolean isForbidden(String customerId) {
        return forbidden.contains(key(customerId));
    }

    public boolean hasCustomer(String customerId) {
        return customers.containsKey(key(customerId));
    }

    public Optional<LiveOrder> find(String customerId, String orderId) {
        return Optional.ofNullable(
                customers.getOrDefault(key(customerId), Map.of()).get(orderId));
    }

    /**
     * Sets the status of a line item.
     *
     * @throws IllegalArgumentException if there is no such order or line item
     */
    public void setStatus(String customerId, String orderId, int lineItemNumber, String status) {
        find(customerId, orderId)
                .orElseThrow(() -> new IllegalArgumentException("There is no order " + orderId + " of this customer"))
                .setStatus(lineItemNumber, status);
    }

    public List<SandboxOrder> orders() {
        return live().map(LiveOrder::order).toList();
    }

    /** Returns the orders with their state, sorted by customer and id. */
    public Stream<LiveOrder> live() {
        return customers.values().stream()
                .flatMap(orders -> orders.values().stream())
                .sorted(Comparator.comparing(
                                (LiveOrder live) -> live.order().customerId(), String.CASE_INSENSITIVE_ORDER)
                        .thenComparing(live -> live.order().orderId()));
    }

    public List<String> forbiddenCustomers() {
        return forbidden.stream().sorted().toList();
    }

    private static String key(String customerId) {
        return customerId.toLowerCase(Locale.ROOT);
    }
}
