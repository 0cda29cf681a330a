package io.github.partnercenter4j.sandbox;

import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** The customers and orders that the sandbox knows. */
final class OrderBook {

    private final Clock clock;
    private final Map<String, Map<String, LiveOrder>> customers = new ConcurrentHashMap<>();
    private final Set<String> forbidden = ConcurrentHashMap.newKeySet();

    OrderBook(Clock clock) {
        this.clock = clock;
    }

    void add(SandboxOrder order) {
        customers
                .computeIfAbsent(key(order.customerId()), customer -> new ConcurrentHashMap<>())
                .put(order.orderId(), new LiveOrder(order, clock));
    }

    void forbid(String customerId) {
        forbidden.add(key(customerId));
    }

    boolean isForbidden(String customerId) {
        return forbidden.contains(key(customerId));
    }

    boolean knows(String customerId) {
        return customers.containsKey(key(customerId));
    }

    Optional<LiveOrder> find(String customerId, String orderId) {
        return Optional.ofNullable(
                customers.getOrDefault(key(customerId), Map.of()).get(orderId));
    }

    List<SandboxOrder> all() {
        return customers.values().stream()
                .flatMap(orders -> orders.values().stream())
                .map(LiveOrder::order)
                .toList();
    }

    private static String key(String customerId) {
        return customerId.toLowerCase(Locale.ROOT);
    }
}
