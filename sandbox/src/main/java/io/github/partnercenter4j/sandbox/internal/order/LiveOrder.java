package io.github.partnercenter4j.sandbox.internal.order;

import io.github.partnercenter4j.sandbox.LineItem;
import io.github.partnercenter4j.sandbox.SandboxOrder;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** The state of an order, which changes with time and polls. */
public final class LiveOrder {

    private final SandboxOrder order;
    private final Clock clock;
    private final Instant start;
    private final Map<Integer, String> statusOverrides = new HashMap<>();

    /** How often each page was read, by the number of its first line item. */
    private final Map<Integer, Integer> polls = new HashMap<>();

    LiveOrder(SandboxOrder order, Clock clock) {
        this.order = order;
        this.clock = clock;
        this.start = clock.instant();
    }

    public SandboxOrder order() {
        return order;
    }

    public boolean isVisible() {
        return age().compareTo(order.visibleAfter()) >= 0;
    }

    private Duration age() {
        return Duration.between(start, clock.instant());
    }

    synchronized void setStatus(int lineItemNumber, String status) {
        if (lineItemNumber < 0 || lineItemNumber >= order.lineItems().size()) {
            throw new IllegalArgumentException("Order " + order.orderId() + " has no line item " + lineItemNumber);
        }
        statusOverrides.put(lineItemNumber, status);
    }

    public synchronized void setStatus(String status) {
        IntStream.range(0, order.lineItems().size()).forEach(number -> statusOverrides.put(number, status));
    }

    /** Returns the page that begins at an offset, as a tree. Null values are absent. */
    public synchronized Map<String, @Nullable Object> page(int offset) {
        int all = order.lineItems().size();
        int end = order.pageSize() == 0 ? all : Math.min(all, offset + order.pageSize());
        List<Object> items = new ArrayList<>();
        for (int i = offset; i < end; i++) {
            items.add(lineItem(i));
        }
        polls.merge(offset, 1, Integer::sum);
        Map<String, @Nullable Object> page = new LinkedHashMap<>();
        page.put("totalCount", all);
        page.put("items", items);
        page.put("links", order.pageSize() == 0 ? null : new PageLinks(order).of(offset));
        Map<String, @Nullable Object> attributes = new LinkedHashMap<>();
        attributes.put("etag", order.etag());
        attributes.put("objectType", "Collection");
        page.put("attributes", attributes);
        return page;
    }

    /** Returns the status of each line item. Unlike a page, this is not a poll. */
    public synchronized List<String> statuses() {
        List<String> statuses = new ArrayList<>();
        for (int i = 0; i < order.lineItems().size(); i++) {
            statuses.add(statusOverrides.getOrDefault(i, status(i, age())));
        }
        return statuses;
    }

    private String status(int number, Duration age) {
        LineItem line = order.lineItems().get(number);
        int page = order.pageSize() == 0 ? 0 : number - number % order.pageSize();
        int seen = polls.getOrDefault(page, 0);
        String status = line.status();
        for (LineItem.Change change : line.changes()) {
            Duration after = change.after();
            boolean due = after != null ? age.compareTo(after) >= 0 : seen >= Objects.requireNonNull(change.polls());
            status = due ? change.status() : status;
        }
        return status;
    }

    private Map<String, @Nullable Object> lineItem(int number) {
        LineItem line = order.lineItems().get(number);
        String status = statusOverrides.getOrDefault(number, status(number, age()));
        Map<String, @Nullable Object> tree = new LinkedHashMap<>();
        tree.put("orderLineItemId", line.orderLineItemId());
        tree.put("lineItemNumber", number);
        tree.put("status", status);
        tree.put(
                "quantityProvisioningInformation",
                Collections.singletonList(Map.of("quantity", line.quantity(), "status", status)));
        return tree;
    }
}
