package io.github.partnercenter4j.watch.internal.engine;

import io.github.partnercenter4j.watch.LineItemChange;
import io.github.partnercenter4j.watch.LineItemStatus;
import io.github.partnercenter4j.watch.internal.store.OrderState;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Compares the line items of two responses. */
final class LineItemChanges {
    private LineItemChanges() {}

    /** Returns what changed since the response before. The first response changes nothing. */
    static List<LineItemChange> between(OrderState before, List<LineItemStatus> now) {
        if (before.items() == null) {
            return List.of();
        }
        Map<Object, LineItemStatus> known = byKey(before.items());
        List<LineItemChange> changes = new ArrayList<>();
        byKey(now).forEach((key, item) -> {
            LineItemStatus old = known.get(key);
            String from = old == null ? null : old.status();
            if (!Objects.equals(from, item.status())) {
                changes.add(new LineItemChange(
                        before.customerId(), before.orderId(), item.lineItemNumber(), from, item.status()));
            }
        });
        return changes;
    }

    /** A line item without a number is identified by its position. */
    private static Map<Object, LineItemStatus> byKey(List<LineItemStatus> items) {
        Map<Object, LineItemStatus> byKey = new LinkedHashMap<>();
        for (int i = 0; i < items.size(); i++) {
            @Nullable Integer number = items.get(i).lineItemNumber();
            byKey.put(number == null ? "at " + i : number, items.get(i));
        }
        return byKey;
    }
}
