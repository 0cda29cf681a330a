package io.github.partnercenter4j.cli.csv;

import io.github.partnercenter4j.watch.WatchedOrder;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The columns of an orders file: two for the ids, which are found without case, and others that are kept with the order. */
record OrdersHeader(List<String> names, int customerId, int orderId) {
    private static final String CUSTOMER_ID = "customerId";
    private static final String ORDER_ID = "orderId";

    static OrdersHeader of(List<String> fields) throws OrdersFileException {
        List<String> names = fields.stream().map(String::strip).toList();
        List<String> lower =
                names.stream().map(name -> name.toLowerCase(Locale.ROOT)).toList();
        for (String id : List.of(CUSTOMER_ID, ORDER_ID)) {
            if (!lower.contains(id.toLowerCase(Locale.ROOT))) {
                throw new OrdersFileException("the header has no column " + id + ", only: " + OrderIds.shown(names)
                        + ". The first line must name the columns customerId and orderId");
            }
        }
        for (int i = 0; i < lower.size(); i++) {
            if (!lower.get(i).isEmpty() && lower.lastIndexOf(lower.get(i)) != i) {
                throw new OrdersFileException("the header has two columns " + OrderIds.shown(List.of(names.get(i))));
            }
        }
        return new OrdersHeader(
                names,
                lower.indexOf(CUSTOMER_ID.toLowerCase(Locale.ROOT)),
                lower.indexOf(ORDER_ID.toLowerCase(Locale.ROOT)));
    }

    /**
     * Returns the order of a line.
     *
     * @throws IllegalArgumentException if it is not one, with a message for the user
     */
    WatchedOrder order(List<String> fields) {
        List<String> all = new ArrayList<>(fields);
        // A spreadsheet writes an empty field for each column that once had a value.
        while (all.size() > names.size() && all.get(all.size() - 1).isBlank()) {
            all.remove(all.size() - 1);
        }
        if (all.size() != names.size()) {
            throw new IllegalArgumentException("has " + fields.size() + (fields.size() == 1 ? " field" : " fields")
                    + ", but the header has " + names.size() + " columns");
        }
        Map<String, String> attributes = new LinkedHashMap<>();
        for (int i = 0; i < all.size(); i++) {
            if (i != customerId && i != orderId && !names.get(i).isEmpty()) {
                attributes.put(names.get(i), all.get(i));
            }
        }
        return new WatchedOrder(
                OrderIds.customerId(all.get(customerId).strip()),
                OrderIds.orderId(all.get(orderId).strip()),
                attributes);
    }
}
